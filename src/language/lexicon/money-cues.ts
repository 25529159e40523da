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
  cue("budget", "before", 10, "budget|budgeted|buget|budjet|presupuesto"),
  cue(
    "budget",
    "before",
    9,
    "spend up to|can spend|could spend|want to spend|willing to spend|willing to pay|able to pay|can pay|could pay|would pay|want to pay|afford|at most|max|maximum|limit|limit is|cap|ceiling|ceiling is|not more than|no more than|not exceed|exceed|capped at|less than|under|below|up to|within|approved|keep it|target|goal|get to|get it to|get down to|get it down to|down to|be done for|do it for|hope for|gave me|gives us|gave us|tops|should cost|should cost less than|must cost|to spend|want to get to|like to get to|reduce to|cut to|reduce it to|cut our bill to|lower our bill to|bring it to|bring it down to|spend less than|pay more than|spend more than|go over|go above|over|cheaper than|<|<=|≤",
    4,
  ),
  cue(
    "budget",
    "before",
    5,
    "want|would like|aim for|aiming for|have only|only have|only got|just got|i got|monthly|set aside|reserve",
    4,
  ),
  cue("budget", "before", 2, "have|got|for|only|around|about|roughly|in", 2),
  cue(
    "budget",
    "after",
    10,
    "budget|max|maximum|tops|at most|or less|limit|cap|to spend|is our limit|is the limit|is our budget|is the max|budgeted",
    3,
  ),
  cue("budget", "after", 4, "would be ok|would be fine|is ok|is fine|would be great", 6),
  cue("today", "after", 9, "today|now|currently|at the moment|right now|so far|these days|already", 4),
  cue("today", "after", 6, "bill|invoice|cloud bill", 4),
  cue(
    "today",
    "before",
    8,
    "pay|paying|paid|pays|we pay|i pay|bill|bills|bill is|invoice|invoice is|invoices|charged|charge us|charges us|costs us|cost us|costs me|cost me|costing us|spend|spending|spent|we spend|we are spending|were spending|currently|right now|went to|jumped to|rose to|grew to|climbed to|burn|burning|bleed|bleeding|came to|comes to|come to|adds up to|added up to|sets us back|setting us back|shell out|shelling out|forking out|eats|eating|are at|we are at|runs us|at the moment|at present|present|presently|these days",
  ),
  cue("today", "before", 7, "costs|cost|is at", 6),
  cue("fee", "before", 9, "control plane|control plane fee|management fee|cluster fee|fee|fees|per cluster fee", 8),
  cue("fee", "after", 9, "control plane|control plane fee|for the control plane|fee|management fee|cluster fee", 5),
  cue(
    "price",
    "before",
    9.5,
    "nat gateway|nat|load balancer|load balancers|egress|traffic|cross az traffic|cross zone traffic|storage|disks|ssd|rds|cloud sql|aurora|s3|datadog|new relic|grafana cloud|cloudflare|elasticache|redis|managed postgres|managed mysql|managed database|database|postgres|mysql|license|licenses|licence|licences|support plan|support|extended support|logs|logging|cloudwatch|snapshots|backups|domain|github actions|gitlab|jenkins|snowflake|kafka|msk|mongodb atlas|atlas|node|a node|each node|vm|a vm|server|a server|instance|gpu|droplet|contractor|consultant|freelancer|quoted|quoted me|quoted us|offered|price of|priced at",
    5,
  ),
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
    "labour|labor|labour rate|hourly rate|rate|wage|engineers cost|engineer costs|engineers cost us|devs cost|developers cost|our time|our time is|time is|time costs|an engineer costs|work costs",
    7,
  ),
  cue("labour", "after", 7, "engineer|engineers|labour|labor|of work|of labour|per engineer", 3),
  cue(
    "outage",
    "before",
    10,
    "downtime|downtime costs|outage|outages|hour of downtime|hour of outage|offline|we lose|lose|losing|is down|unavailable|down",
    9,
  ),
  cue("outage", "after", 9, "downtime|outage|of downtime|of outage|offline|down|we are down|it is down|lost", 7),
  cue("credit", "before", 9, "credit|credits|cloud credits|free credit", 4),
  cue(
    "credit",
    "after",
    11,
    "credit|credits|in credits|in cloud credits|of credit|free credit|in aws credits|in free credits",
    5,
  ),
  cue(
    "other",
    "before",
    11,
    "revenue|mrr|arr|raised|funding|funded|salary|salaries|turnover|valuation|seed|series a|series b|series c|profit|i make|we make|i earn|earn|earns|earning|makes|sell|sells|selling|charge customers|charge|save|saves|saving|savings|saved|worth|wants|asks for|investors|grant of|grant|price per seat|hire",
    6,
  ),
  cue(
    "other",
    "after",
    11,
    "mrr|arr|revenue|in revenue|a seat|per seat|per customer|of funding|in funding|funding|salary|of savings|in savings|in sales|profit",
    4,
  ),
];
