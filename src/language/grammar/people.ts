import type { People, Slot } from "../slots.ts";
import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { endsClause, quote, type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { type Count, counted, rangeNote } from "./counts.ts";
import { as, either, many, optional, sequence, table, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";

/** Those who would run it count before those who write for it, and both before heads. */
const NOUNS = phrasesFor<People>({
  operators: [
    ..."devops sre sres ops sysadmin sysadmins admin admins operators".split(" "),
    ...["devops", "sre", "ops", "platform", "infrastructure", "infra"].flatMap((trade) =>
      ["engineer", "engineers", "people", "person", "guy", "guys", "folks", "staff", "dev", "devs", "team"].map(
        (noun) => `${trade} ${noun}`,
      ),
    ),
  ].filter((phrase) => !/ team$/.test(phrase)),
  engineers: [
    ..."engineers engineer developers developer devs dev programmers programmer coders coder techies engs".split(" "),
    ..."volunteer volunteers webmaster webmasters freelancer freelancers contractors seniors juniors senior junior interns intern techie fte ftes lads".split(
      " ",
    ),
    "nos. developers",
    "software engineers",
    "software engineer",
    "software developers",
  ],
  people: [
    ..."people ppl persons person folks guys guy girl man members founders founder friends colleagues employees staff head heads engineers/devs".split(
      " ",
    ),
    "of us",
    "persons team",
  ],
});
const noun = table(NOUNS);
const adjectives = many(
  words(
    "senior|junior|backend|frontend|software|full stack|fullstack|web|cloud|experienced|good|part time|full time|fulltime|mobile|data|ml|java|go|python|k8s|kubernetes|it|technical|dedicated|other",
  ),
  3,
);

const people = (key: People, found: Count): Slot[] => [
  { key, value: found.value },
  ...(key === "operators" ? [{ key: "kubernetesExperience", value: "intermediate", strength: "hinted" } as const] : []),
  ...rangeNote(found),
];

/** Those who are served are no team: "for 200 people", "serving 20 customers". */
const NO_CROWD = wordSet("by for serve serving to about internal");
const NOT_HEADS = wordSet("company teams users user seats seat names");
const isTeam = (text: Text, from: number, to: number, key: People) =>
  !NOT_HEADS.has(wordAt(text, to)) &&
  !isBusy(text, to) &&
  !(key === "people" && isServed(text, to)) &&
  !(key === "people" && NO_CROWD.has(wordAt(text, from - 1))) &&
  !(key === "people" && COMPANY.has(wordAt(text, to)));
/** "4 people on call this week": not how many there are. */
const BUSY = wordSet("off sick away");
const isBusy = (text: Text, to: number) =>
  BUSY.has(wordAt(text, to)) || (["on", "in", "at"].includes(wordAt(text, to)) && BUSY_WITH.has(wordAt(text, to + 1)));
const BUSY_WITH = wordSet("call vacation holiday leave lunch meeting");
/** "220 staff use it", "30 people will use it": those who are served. */
const isServed = (text: Text, to: number) =>
  SERVED.has(wordAt(text, to)) ||
  (["will", "would", "can", "should", "who", "that", "to", "are", "actually", "regularly"].includes(wordAt(text, to)) &&
    SERVED.has(wordAt(text, to + 1)));
const SERVED = wordSet(
  "use uses using visit visiting rely relying depend log login access read play playing order buy subscribe watch test try study book register attend attending browse daily weekly online concurrently",
);
const COMPANY = wordSet("company corporation organisation organization firm office town");

/** "4 devs", "two senior backend developers", "5 DevOps engineers", "five of us". */
const countedPeople = rule({
  id: "people",
  examples: ["4 devs", "two senior backend developers", "5 DevOps engineers", "there are five of us", "2-3 devs"],
  pattern: sequence(counted, adjectives, noun, optional(words("team|in the team|on the team"))),
  gives: ([found, , key], { text, from, to }) => (isTeam(text, from, to, key) ? people(key, found) : null),
});

/** "a 40 people company", "company of 300": a crowd, not those who would run it. */
const crowd = rule({
  id: "company",
  examples: ["40 people company", "company of 300", "consultancy with 25 staff"],
  weight: 5,
  pattern: either<unknown>(
    sequence(
      counted,
      words("people|person|employees|employee|head|man"),
      words("company|corporation|organisation|organization|firm|enterprise|consultancy|business|startup|agency"),
    ),
    sequence(
      words(
        "company|corporation|organisation|organization|firm|enterprise|consultancy|business|school|hospital|bank|ngo|charity|club|factory|university|library|council|municipality|office|shop|agency|classroom|class|course|workshop",
      ),
      words("of|with|has|employs|having"),
      optional(words("about|around|roughly|some|over|~")),
      counted,
      optional(words("people|employees|staff|heads|pupils|students|members|kids|colleagues")),
    ),
  ),
  gives: (_, { text, from, to }) => (isSmall(text, from, to) ? null : [{ key: "unread" }]),
});
/** A company of so few is a team all the same. */
const isSmall = (text: Text, from: number, to: number) =>
  text.tokens.slice(from, to).some((_, index) => (amountAt(text.tokens, from + index)?.value ?? SMALL) < SMALL);
const SMALL = 10;

const team = words("team|teams|group|crew|squad|startup|agency|team size|team of devs|we");
/** "team of six", "team size: 7", "team=5", "we are six in the team". */
const teamOf = rule({
  id: "team",
  examples: ["team of six", "team size: 7", "budget=500 team=5", "a team of 12 engineers", "what if we were 5?"],
  weight: 3,
  pattern: sequence(
    team,
    words("of|:|=|is|-|–|—|are|were|has|have"),
    optional(words("only|about|around|just|a")),
    counted,
    adjectives,
    optional(noun),
  ),
  gives: ([who, , , found, , key], { text, from, to }) => {
    if (isBusy(text, to)) return null;
    if (who === "we" && !isEnd(text, to, key)) return null;
    if (NOT_HEADS.has(wordAt(text, to)) || COUNTED_NEXT.test(wordAt(text, to))) return null;
    if (key === null && who === "we" && !["are", "were"].includes(wordAt(text, from + 1))) return null;
    return people(key ?? "people", found);
  },
});
/** "We are 4 and …", "we are six in the team", "we are 4": the number ends there. */
const isEnd = (text: Text, to: number, key: People | null) =>
  key !== null ||
  ["", ",", ".", "?", "and", "in", "!", "now", "people", ";", ")", "not", "today", "on"].includes(wordAt(text, to));
const COUNTED_NEXT = /^(nodes?|services?|pods?|gb|tb|clusters?|%|k|usd|eur|dollars|months?|years?|hours?)$/;

/** "the platform team is 4 people", "our sre team has 6 engineers", "ml team of 5". */
const namedTeam = rule({
  id: "named-team",
  examples: ["platform team is 4 people", "our sre team has 6 engineers", "ml team of 5"],
  weight: 8,
  pattern: sequence(
    words(
      "platform team|sre team|devops team|ops team|infra team|infrastructure team|ml team|dev team|engineering team|it team|our team|my team|the team|backend team|tech team",
    ),
    words("is|has|of|are|:|with|consists of|have|is about|is only|has only"),
    counted,
    adjectives,
    optional(noun),
  ),
  gives: ([who, , found, , key], { text, to }) => {
    if (key === null && COUNTED_NEXT.test(wordAt(text, to))) return null;
    const isOps = /platform|sre|devops|ops|infra/.test(who);
    return people(isOps ? "operators" : (key ?? "engineers"), found);
  },
});

const someone = either<Count>(
  counted,
  as(words("a|an|another"), () => ({ value: 1, lowest: null })),
);
const more = many(
  where(
    as(sequence(words(",|and|+|, and|plus|&"), someone, adjectives, noun), ([, found, , key]) => ({ found, key })),
    (_, text, __, to) => !["us", "them"].includes(wordAt(text, to - 1)), // "six people, two of us": some of them
  ),
  4,
);
/** "two backend devs, one frontend dev and me": they add up. */
const listed = rule({
  id: "people-list",
  examples: ["two backend devs, one frontend dev and me", "3 developers and 2 backend engineers"],
  weight: 12,
  pattern: where(
    sequence(counted, adjectives, noun, more, optional(words("and me|and myself|, and me|, me|and i|plus me"))),
    ([, , , rest, me]) => rest.length > 0 || me !== null,
  ),
  gives: ([found, , key, rest, me]) => {
    // "30 developers and 2 SREs": those who would run it count alone.
    if (rest.some((each) => each.key !== key)) return null;
    const value = rest.reduce((total, each) => total + each.found.value, found.value) + (me === null ? 0 : 1);
    return people(key, { value, lowest: null });
  },
});

/** "devs: 4", "engineers = 3". */
const labelled = rule({
  id: "people-labelled",
  examples: ["devs: 4", "engineers = 3, region = fra1"],
  weight: 3,
  pattern: where(sequence(noun, words(":|="), counted), (_, text, __, to) => !COUNTED_NEXT.test(wordAt(text, to))), // "dev: 2 nodes"
  gives: ([key, , found]) => people(key, found),
});

const alone = rule({
  id: "alone",
  examples: ["solo dev", "just me", "I'm the only developer here", "nobody but me", "single admin"],
  weight: 2,
  pattern: where(
    words(
      "i am the only one|the only one doing|only one doing|the only one who|nobody but me|no one but me|nobody except me|noone but me|me alone|i alone|i do this alone|i do it alone|i run it alone|i do everything alone|all by my lonesome|single admin|single sysadmin|single engineer|a lone admin|one lonely admin|single person|single handedly|solo developer|solo dev|solo founder|solo engineer|solo|just me|only me|by myself|on my own|im alone|i am alone|all alone|working alone|work alone|one man show|one man band|single developer|sole developer|lone developer|indie hacker|indie dev|indie developer|im a freelancer|i am a freelancer|as a freelancer|im the only developer|the only developer|the only engineer|the only dev|the only teacher|the only admin|only developer|only dev|only engineer|one person|only one codes|one person team|im the only one|its just me|all by myself|on our own",
    ),
    (_, text, from) => !["not", "leave", "let", "fee", "plane"].includes(wordAt(text, from - 1)),
  ),
  gives: () => [{ key: "engineers", value: 1, alone: true }],
});

const others = words("friend|cofounder|co founder|colleague|coworker|brother|sister|partner|buddy|mate");
const pair = rule({
  id: "pair",
  examples: ["me and a friend", "my cofounder and i", "just me and my cofounder"],
  weight: 5,
  pattern: either<unknown>(
    sequence(optional(words("just|only")), words("me and|me +|me plus|i and"), words("my|a|one"), others),
    sequence(words("my|a|one"), others, words("and i|and me|and myself")),
  ),
  gives: () => [{ key: "people", value: 2 }],
});

/** "me and two others", "CTO plus 3", "an intern and me": somebody and those with them. */
const andMe = rule({
  id: "and-me",
  examples: ["me and two others", "me plus 2 juniors", "an intern and me"],
  weight: 6,
  pattern: either<number>(
    as(
      sequence(
        optional(words("just|only|its|it is")),
        words("me|myself|i|the cto|cto|a cto|one lead|a lead"),
        words("and|plus|+|&|with"),
        counted,
        adjectives,
        either<unknown>(noun, words("others|other|more|others guys")),
      ),
      ([, , , found]) => found.value + 1,
    ),
    as(sequence(words("an|a|one|my"), adjectives, noun, words("and me|and myself|and i|plus me")), () => 2),
  ),
  gives: (value) => [{ key: "people", value }],
});

/** "three would look after the cluster", "two of us do the servers", "only 2 touch infra": those who run it. */
const byWork = rule({
  id: "people-by-work",
  examples: [
    "three would look after the cluster",
    "two of us do everything that smells of servers",
    "only 2 touch infra",
    "half a dozen of us share the pager",
    "3 of us run it",
  ],
  weight: 12,
  pattern: where(
    sequence(
      counted,
      adjectives,
      optional(either<unknown>(noun, words("of them|of those|of whom|of which|of the team"))),
      optional(words("would|will|can|could|actually|really|also|who|that")),
      words(
        "look after|looks after|operate|operates|maintain|maintains|administer|administers|manage|manages|take care of|takes care of|handle|handles|run|runs|do|does|touch|touches|share|shares|own|owns|babysit|on|in charge of|responsible for|for",
      ),
      many(words("the|our|all|everything|of|that|smells|part time|a|bit|some|daily"), 4),
      words(
        "cluster|clusters|servers|server|infra|infrastructure|ops|devops|platform|kubernetes|k8s|hosting|systems|pager|on call|operations|admin|sysadmin|it",
      ),
    ),
    ([, , who, , work], text, from) =>
      (who !== null || !BARE_WORK.has(work)) &&
      wordAt(text, from - 1) !== "which" &&
      !ASKED.has(wordAt(text, from - 1)),
  ),
  gives: ([found]) => [{ key: "operators", value: found.value }, ...rangeNote(found)],
});
/** With nobody named these count something else: "3 for ops". */
const BARE_WORK = wordSet("for on own run runs do does");
const ASKED = wordSet("can should could would do does");

/** "the CTO and the other three engineers": somebody and so many others. */
const andOthers = rule({
  id: "and-others",
  examples: ["our CTO has run it but the other three engineers have not"],
  weight: 5,
  pattern: sequence(words("the other|my other|our other"), counted, adjectives, noun),
  gives: ([, found, , key], { text, from }) =>
    wordBefore(text, from, BOSS, 14) >= 0 || hasBoss(text, from)
      ? [
          { key, value: found.value + 1 },
          { key: "note", says: `"{}" and one more are read as ${found.value + 1}.` },
        ]
      : people(key, found),
});
const BOSS = wordSet("cto ceo i me lead boss manager one architect");
const hasBoss = (text: Text, from: number) => {
  for (let at = Math.max(0, from - 16); at < from; at += 1) if (BOSS.has(wordAt(text, at))) return true;
  return false;
};

/** "18 engineers of which 3 do infra", "12 people, 4 of them engineers". */
const ofThem = rule({
  id: "people-of-them",
  examples: ["12 people, 4 of them engineers"],
  weight: 8,
  pattern: sequence(counted, words("of them|of whom|of us"), optional(words("are")), adjectives, noun),
  gives: ([found, , , , key]) => people(key === "people" ? "engineers" : key, found),
});
const ofWhich = rule({
  id: "of-which",
  examples: ["18 engineers of which 3 do infra"],
  pattern: sequence(
    words("of which|of whom|of them"),
    counted,
    many(words("do|are|know|work on|on|in"), 2),
    optional(words("infra|infrastructure|ops|devops|platform|backend|frontend")),
  ),
  gives: () => [{ key: "unread" }],
});
/** "40 dev teams": how many people those are nobody said. */
const teams = rule({
  id: "teams",
  examples: ["40 dev teams use the clusters"],
  weight: 3,
  pattern: sequence(
    counted,
    optional(words("dev|development|product|engineering|feature|different|small")),
    words("teams|squads|departments"),
  ),
  gives: () => [{ key: "unread" }],
});
/** "hiring 3 more next year": not yet. */
const hiring = rule({
  id: "hiring",
  examples: ["hiring 3 more next year"],
  weight: 8,
  pattern: sequence(
    words("hiring|hire|hired|will hire|plan to hire|want to hire|looking for|will be"),
    counted,
    optional(words("more")),
    adjectives,
    optional(noun),
    optional(words("next year|soon|this year|next quarter|next month|last month|last year")),
  ),
  gives: () => [{ key: "unread" }],
});
/** "We're 5": with its apostrophe; "were 5" tells of something else. */
const wereNow = rule({
  id: "were",
  examples: ["we're 5", "we're six people"],
  weight: 2,
  pattern: where(sequence(words("were"), counted, adjectives, optional(noun)), (_, text, from, to) => {
    const typed = quote(text, from, from + 1);
    return /['’]/.test(typed) && (endsClause(text, to) || ["and", "in", "people"].includes(wordAt(text, to)));
  }),
  gives: ([, found, , key]) => people(key ?? "people", found),
});
/** "7 member team", "staff of 6", "headcount 9", "team 4". */
const headcount = rule({
  id: "headcount",
  examples: ["7 member team", "staff of 6", "headcount 9", "pci, team 4, no spot"],
  weight: 4,
  pattern: either(
    as(
      sequence(counted, words("member|members|head|strong"), words("team|crew|squad|group|startup")),
      ([found]) => found,
    ),
    as(sequence(words("staff|headcount|head count"), optional(words("of|is|:|=")), counted), ([, , found]) => found),
    where(
      as(sequence(words("team"), counted), ([, found]) => found),
      (_, text, from, to) => endsClause(text, to) && (from === 0 || endsClause(text, from - 1)),
    ),
  ),
  gives: (found) => people("people", found),
});

/** "today we are 4". */
const weAre = rule({
  id: "we-are",
  examples: ["today we are 4", "no we are three not two"],
  weight: 3,
  pattern: sequence(
    words("today we are|now we are|currently we are|we are only|we are just|no we are|were only|were just"),
    counted,
    optional(noun),
  ),
  gives: ([, found, key], { text, to }) =>
    COUNTED_NEXT.test(wordAt(text, to)) ? null : people(key ?? "people", found),
});

export const PEOPLE_RULES = [
  countedPeople,
  crowd,
  teamOf,
  namedTeam,
  listed,
  labelled,
  alone,
  pair,
  andOthers,
  ofThem,
  ofWhich,
  teams,
  hiring,
  weAre,
  wereNow,
  headcount,
  andMe,
  byWork,
];
