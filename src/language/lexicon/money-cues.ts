import type { Cue } from "../grammar/cues.ts";

/**
 * What a sum of money can be: what somebody wants to spend, or spends today; what something costs; what an hour of work or of
 * outage costs; what a firm earns, saves or is given.
 */
export type MoneyRole = "budget" | "today" | "price" | "fee" | "labour" | "outage" | "credit" | "other";

const cue = (role: MoneyRole, side: Cue<MoneyRole>["side"], weight: number, words: string, reach?: number) => ({
  role,
  side,
  weight,
  words,
  ...(reach === undefined ? {} : { reach }),
});

/** Words around a sum that say which it is. The weight is from 1, a hint, to 10, hardly anything else. */
export const MONEY_CUES: readonly Cue<MoneyRole>[] = [
  cue(
    "budget",
    "before",
    10,
    "budget|budgeted|buget|budjet|presupuesto|budget line|sanctioned|sanctioned amount|allotted|allocated|allocation|allowance|earmarked|spending limit|pain threshold|price ceiling|upper bound|upper limit|hard limit|hard cap|spending cap|absolute limit",
  ),
  cue(
    "budget",
    "before",
    9,
    "spend up to|can spend|could spend|want to spend|willing to spend|willing to pay|able to pay|can pay|could pay|would pay|want to pay|afford|at most|max|maximum|limit|limit is|cap|ceiling|ceiling is|not more than|no more than|not exceed|exceed|capped at|less than|under|below|up to|within|approved|keep it|target|goal|get to|get it to|get down to|get it down to|down to|be done for|do it for|hope for|gave me|gives us|gave us|tops|should cost|should cost less than|must cost|to spend|want to get to|like to get to|reduce to|cut to|reduce it to|cut our bill to|lower our bill to|bring it to|bring it down to|spend less than|pay more than|spend more than|go over|go above|over|cheaper than|<|<=|≤|stretch to|can stretch to|could stretch to|stretch as far as|go past|going past|go beyond|run past|could do|can do|can go up to|could go up to|may cost|might cost|can cost|could cost|must not cost|should not cost|shouldnt cost|mustnt cost|cant cost|cannot cost|cost no more than|cost at most|happy to pay|ready to pay|prepared to pay|prepared to spend|ready to spend|happy to spend|allowed to spend|allowed|signed off|greenlit|okayed|upped it to|raised it to|cut it to|lowered it to|cut from|squeeze it under|fit in|fit into|fits in|make do with|get by with|get by on|live with|manage with|scrape together|pay up to|spare|can spare|aim is|ideally|preferably|hopefully|hoping for|should be|must be|needs to be|has to be|not above|not over|stay within|stay under|stay below|keep under|keep it under|keep below|stop at|tops out at",
    4,
  ),
  cue(
    "budget",
    "before",
    5,
    "want|would like|aim for|aiming for|have only|only have|only got|just got|i got|monthly|set aside|reserve|were given|was given|we were given|i was given|are given|given|have about|have around|have roughly|have like|donors give|gets us|grants us|pays us",
    4,
  ),
  cue(
    "budget",
    "before",
    10,
    "boss says|boss said|cfo says|cfo said|manager says|finance says|management says|wife says|wife said|partner says|treasurer says|my wallet says",
    2,
  ),
  cue(
    "budget",
    "after",
    10,
    "budget|max|maximum|tops|at most|or less|limit|cap|to spend|is our limit|is the limit|is our budget|is the max|budgeted",
    3,
  ),
  cue("today", "after", 11, "of our budget|of the budget|of my budget", 0),
  cue(
    "budget",
    "after",
    10,
    "is what we have|is what i have|is all we have|is all i have|is all we can|is all i can|thats all we have|thats all i have|got approved|is approved|was approved|were approved|has been approved|is available|are available|at our disposal|is the most|is the maximum|is the ceiling|is the cap|is my limit|is the budget|is my budget|to play with|to work with|to burn|in the pot|in the kitty|can spare|could spare|goes on my card|a month is the",
    5,
  ),
  cue(
    "budget",
    "after",
    9,
    "is what the cfo|is what the boss|is what my boss|is what finance|is what management|is what i can|is what we can|is what we could|is what i could|is what was approved|is what they gave|or under|or lower|or cheaper|at the very most|and not more|and no more|and not a cent more",
    3,
  ),
  cue(
    "budget",
    "after",
    6,
    "would be ok|would be fine|would be okay|is ok|is okay|is fine|is doable|is acceptable|would be great|would be ideal|would be nice|would be the limit|would be our limit|would be perfect",
    4,
  ),
  cue(
    "today",
    "after",
    9,
    "today|now|currently|at the moment|right now|so far|these days|already|at present|presently",
    4,
  ),
  cue(
    "today",
    "after",
    10,
    "go to|goes to|goes out to|go out to|went to|is what we pay|is what i pay|is what we spend|is what it costs us|is what it costs|is what they charge|is our bill|is the bill|is my bill|off us|from us|out of us|leaves our account|leave our account|disappears|on the invoice|on our invoice|on the bill|on our bill|was the bill|was our bill|was the last bill|since summer|last month",
    5,
  ),
  cue(
    "today",
    "after",
    9,
    "is what aws|is what amazon|is what azure|is what microsoft|is what google|is what gcp|is what digitalocean|is what hetzner|is what heroku|is what do",
    2,
  ),
  cue("today", "after", 6, "bill|invoice|cloud bill", 4),
  cue(
    "today",
    "before",
    11,
    "crept up to|creeping up to|gone up to|went up to|goes up to|now up to|is up to|are up to|ballooned to|swollen to|shot up to|doubled to|tripled to|increased to|got to|risen to|crept to|reached|hit|topped|passed|exceeded|bill is over|bill is above|bill is under|bill is below|bill exceeds|pay over|paying over|pay under|pay less than|paying less than|pay more than now|paying more than|spend over|spending over|spending more than|spending up to|pay up to now",
    2,
  ),
  cue(
    "today",
    "before",
    9,
    "cost today|costs today|cost now|costs now|current cost|current costs|current monthly cost|current monthly costs|current price|current hosting cost|current hosting costs|monthly cost today|monthly bill|monthly spend|monthly invoice|monthly cloud bill|monthly aws bill|hosting bill|infra bill|infrastructure bill|cloud bill|current bill|current spend|current spending|current invoice|infra spend|cloud spend|run rate|yearly run rate|annual run rate|last invoice|last bill|latest invoice|latest bill|statement|of the|out of the|we are currently at|were currently at|we are now at|were now at|were at|im at|i am at|sits at|sitting at|hovers around|hovering around|stands at|averages|averaging|amounts to|amounted to|totals|totalled|totaled|totalling|lands at|landed at|clocks in at|works out at|works out to",
    3,
  ),
  cue(
    "today",
    "before",
    8,
    "pay|paying|paid|pays|we pay|i pay|bill|bills|bill is|invoice|invoice is|invoices|charged|charge us|charges us|costs us|cost us|costs me|cost me|costing us|spend|spending|spent|we spend|we are spending|were spending|currently|right now|went to|jumped to|rose to|grew to|climbed to|burn|burning|bleed|bleeding|came to|comes to|come to|adds up to|added up to|sets us back|setting us back|shell out|shelling out|forking out|eats|eating|are at|we are at|runs us|running us|at the moment|at present|present|presently|these days|fork out|forked out|fork over|forking over|coughing up|cough up|dishing out|chucking|handing over|hand over|throwing|throw|sinking|pouring|pour|set us back|sets me back|sits at|swallows|swallowing|gobbles|gobbling|guzzles|devours|devouring|burns|takes|take|taking|debits|debited|debiting|deducts|deducted|withdraws|collects|collected|wants from us|gets from us|invoices us|invoiced us|invoiced|bills us|billed us|billed|bill us|charging us|comes in at|came in at|said|says|shows|read|reads",
  ),
  cue("today", "before", 7, "costs|cost|is at", 6),
  cue("fee", "before", 9, "control plane|control plane fee|management fee|cluster fee|fee|fees|per cluster fee", 8),
  cue("fee", "after", 9, "control plane|control plane fee|for the control plane|fee|management fee|cluster fee", 5),
  cue(
    "price",
    "before",
    9.5,
    "nat gateway|nat|load balancer|load balancers|egress|traffic|cross az traffic|cross zone traffic|storage|disks|ssd|rds|cloud sql|aurora|s3|datadog|new relic|grafana cloud|cloudflare|elasticache|redis|cdn|vpn|colo|colocation|electricity|power|rack|office|mailboxes|mail|email|domains|certificates|certificate|sentry|pagerduty|slack|jira|openai|anthropic|llm|llm calls|api calls|twilio|stripe|auth0|vercel|netlify|elastic cloud|confluent|confluent cloud|planetscale|supabase|backups to|monitoring|observability|saas tools|tooling|managed postgres|managed mysql|managed database|database|postgres|mysql|license|licenses|licence|licences|support plan|support|extended support|logs|logging|cloudwatch|snapshots|backups|domain|github actions|gitlab|jenkins|snowflake|kafka|msk|mongodb atlas|atlas|node|a node|each node|vm|a vm|server|a server|instance|gpu|droplet|contractor|consultant|freelancer|quoted|quoted me|quoted us|offered|price of|priced at|quote of|a quote of|setup fee|one off|one time|tickets are|ticket|tickets|subscription|subscription is|course|laptop|migration|migrating|moving costs|competitor|competitors|agency wants|agency asks",
    5,
  ),
  cue(
    "price",
    "before",
    11,
    "alone is|alone are|alone was|alone were|alone costs|alone cost|alone eats|alone eat|alone takes|alone take|alone comes to|alone makes up|alone runs at",
    2,
  ),
  cue(
    "price",
    "after",
    11,
    "once|one off|one time|upfront fee|setup|set up fee|for the domain|for domains|for a domain|for the license|for licenses|for support|for the migration|per ticket|a ticket|per seat|for the cdn|for the database|for the db|for rds|for the nat|for the nat gateway|for nat|for load balancers|for the load balancer|for the load balancers|for egress|for traffic|for logs|for logging|for datadog|for monitoring|for storage|for s3|for backups|for the control plane|for control planes",
    0,
  ),
  cue("price", "before", 11, "of which|of that|of this|including|thereof", 1),
  cue("price", "before", 6, "costs|cost|price|prices|is only|starts at|from only", 2),
  cue(
    "price",
    "after",
    8,
    "for each|per seat|per user|per node|for a node|for a load balancer|for support|for the license|licence|license",
    3,
  ),
  cue(
    "labour",
    "before",
    8,
    "charge out rate|charge out|internal rate|day rate|my hours|our hours|hours at|count my hours at|my time at|our time at|people cost|people are|staff cost|staff costs|ops people|labour|labor|labour rate|hourly rate|rate|wage|engineers cost|engineer costs|engineers cost us|devs cost|developers cost|our time|our time is|time is|time costs|an engineer costs|work costs",
    7,
  ),
  cue("labour", "after", 7, "engineer|engineers|labour|labor|of work|of labour|per engineer", 3),
  cue(
    "outage",
    "before",
    12,
    "downtime|downtime costs|outage|outages|hour of downtime|hour of outage|offline|we lose|lose|losing|is down|unavailable|down|standstill|out of service|minute lost|hour lost|every minute|every hour",
    9,
  ),
  cue("outage", "after", 9, "downtime|outage|of downtime|of outage|offline|down|we are down|it is down|lost", 7),
  cue(
    "credit",
    "before",
    9,
    "credit|credits|cloud credits|free credit|activate|startup program|startup programme|for startups|microsoft for startups|accelerator",
    4,
  ),
  cue(
    "credit",
    "after",
    11,
    "credit|credits|in credits|in cloud credits|of credit|of credits|of startup credits|of cloud credits|startup credits|free credit|free credits|in aws credits|in gcp credits|in google credits|in azure credits|in free credits|in startup credits|voucher|vouchers|of aws|of azure|of gcp|of google cloud|of google|of digitalocean",
    5,
  ),
  cue(
    "other",
    "before",
    11,
    "revenue|mrr|arr|raised|funding|funded|salary|salaries|turnover|valuation|seed|series a|series b|series c|profit|i make|we make|i earn|earn|earns|earning|makes|sell|sells|selling|charge customers|charge|save|saves|saving|savings|saved|worth|wants|asks for|investors|grant of|grant|price per seat|hire|we invoice|i invoice|customers pay|customer pays|users pay|clients pay|client pays|subscribers pay|people pay|they pay us|pays us|pay us|we charge|lost|we lost|used to be|used to pay|used to cost|was once|penalty|fine of|prize|prize of|won|donated|raise of|turn over|takings|income|income is|earned|our product costs|the product costs|app costs users|subscription costs|refund|refunded|gifted|bonus|bounty|wire|loan|mortgage|rent",
    6,
  ),
  cue(
    "other",
    "after",
    11,
    "mrr|arr|revenue|in revenue|a seat|per seat|per customer|of funding|in funding|funding|salary|of savings|in savings|in sales|profit|in profit|a ticket|per ticket|per order|per booking|per member|a member|cheaper|more expensive|dearer|less than before|saved|in fines|penalty|turnover|of turnover|of profit|of sales|in fees|per download|a licence|a license",
    4,
  ),
];
