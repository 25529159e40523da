import { roundToCent } from "../../core/units.ts";
import type { Slot } from "../slots.ts";
import { negationBefore } from "../text/negation.ts";
import { phrasesFor } from "../text/phrases.ts";
import { quantityAt } from "../text/quantities.ts";
import { endsClause, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { as, count, either, many, matcher, NUMBER, optional, type Pattern, sequence, table, words } from "./pattern.ts";
import { type Period, periodAt, TIMES_A_MONTH } from "./periods.ts";
import { type Place, rule } from "./rule.ts";

export type Volume = "storageGiB" | "egressGiB" | "crossZoneGiB" | "logsGiB";

const VOLUMES = phrasesFor<Volume>({
  storageGiB: [
    ..."disk disks storage ssd volume volumes pv pvs pvc pvcs hdd nvme ebs gp3 data database db postgres postgresql mysql mariadb mongodb".split(
      " ",
    ),
    "disk space",
    "disk each",
    "persistent storage",
    "persistent disk",
    "persistent disks",
    "persistent volume",
    "persistent volumes",
    "block storage",
    "of data",
    "of disk",
    "persistent data",
    "ssd storage",
    "ssd disk",
    "database storage",
  ],
  egressGiB: [
    ..."egress traffic bandwidth outbound transfer downloads out outgoing".split(" "),
    "outbound traffic",
    "outbound data",
    "outgoing traffic",
    "data transfer",
    "data transfer out",
    "data out",
    "internet traffic",
    "internet egress",
    "egress traffic",
    "network traffic",
    "out to the internet",
    "to the internet",
    "monthly traffic",
    "traffic out",
  ],
  crossZoneGiB: [
    "cross zone",
    "cross zone traffic",
    "cross az",
    "cross az traffic",
    "inter zone",
    "inter zone traffic",
    "inter az",
    "inter az traffic",
    "between zones",
    "between azs",
    "traffic between zones",
    "traffic between azs",
    "traffic across zones",
  ],
  logsGiB: ["logs", "log", "logging", "log volume", "log data", "of logs", "log ingestion"],
});
const noun = table(VOLUMES);
/** Stores of data that keep what they are given: what each of them has is a disk. */
const KEEPERS = words(
  "broker|brokers|database|databases|db|dbs|postgres|postgresql|mysql|mongodb|mongo|elasticsearch|kafka|replica|replicas|shard|shards|statefulset|statefulsets|cassandra|nodes of elasticsearch|postgres instances|redis|service|services|pod|pods|app|apps|node|nodes",
);

/** Bytes with a unit, in GiB to two places. */
const bytes: Pattern<number> = matcher([NUMBER], (text, at) => {
  const quantity = quantityAt(text.tokens, at);
  return quantity?.kind === "bytes" ? { to: quantity.next, value: roundToCent(quantity.exactGib) } : null;
});
const period: Pattern<Period> = matcher(null, (text, at) => {
  const found = periodAt(text, at);
  return found === null ? null : { to: found.to, value: found.period };
});
const adjectives = many(
  words(
    "of|fast|persistent|block|ssd|nvme|public|outbound|monthly|internet|egress|network|disk|a|the|for|cloud|external|our|total|in|about",
  ),
  3,
);
const gap = many(
  words(
    ":|=|is|of|total|totals|totalling|in total|sum up to|about|around|roughly|at|~|approx|up|to|some|are|be|will|maybe|over|was|usually|like",
  ),
  4,
);

/** So much a month; what is kept has no period. */
const aMonth = (gib: number, volume: Volume, per: Period | null) =>
  volume === "storageGiB" || per === null
    ? gib
    : roundToCent(gib * (per === "week" ? WEEKS_A_MONTH : TIMES_A_MONTH[per]));
const WEEKS_A_MONTH = 365 / 12 / 7; // what is measured has no calendar

const slot = (volume: Volume, gib: number, per: Period | null): Slot[] => [
  { key: volume, value: aMonth(gib, volume, per) },
];

/** "each user downloads 50MB", "2 GB per image": one part of a total nobody named. */
const PARTS = wordSet("each every per");
const isOfEach = ({ text, to }: Place) => ENDINGS.has(wordAt(text, to)) && periodAt(text, to) === null;
const ENDINGS = wordSet("per each / every apiece");
const isShare = (place: Place) => isOfEach(place) || wordBefore(place.text, place.from, PARTS, 4) >= 0;

/** "5 TB egress", "200 gb disk", "100 GB a day of logs", "1.5 TB disk". */
const sizeFirst = rule({
  id: "volume",
  examples: ["5 TB egress", "200 gb disk", "10 GB logs per day", "500 GB gp3"],
  weight: 4,
  pattern: sequence(bytes, optional(period), adjectives, noun, optional(period)),
  gives([gib, before, , volume, after], place) {
    const { text, to } = place;
    // "30 TB out a month", but not "100 GB out of the box".
    if (wordAt(text, to - 1) === "out" && before === null && after === null && !endsClause(text, to)) return null;
    return isShare(place) ? null : slot(volume, gib, before ?? after);
  },
});

/** "traffic is about 2tb a month", "egress: 500 GB", "disk of 200 GB". */
const nounFirst = rule({
  id: "volume-labelled",
  examples: ["traffic is about 2tb a month", "egress: 500 GB", "postgres db 20GB"],
  weight: 2,
  pattern: sequence(noun, optional(table(VOLUMES)), gap, bytes, optional(period)),
  gives([volume, second, gaps, gib, per], place) {
    const { text, to } = place;
    // "logs 5 GB disk": the noun after the size is nearer than the one before.
    if (gaps.length === 0 && noun.match(text, to).length > 0 && !PREPOSED.has(wordAt(text, to))) return null;
    const isPart = isOfEach(place) || wordBefore(text, place.from, PARTS, 4) >= 0;
    return isPart ? null : slot(second ?? volume, gib, per);
  },
});
const PREPOSED = wordSet("out");

const VERBS = table(
  phrasesFor<Volume>({
    storageGiB: ["store", "storing", "stores", "keep", "we have stored"],
    egressGiB: [
      "serve",
      "serving",
      "serves",
      "stream",
      "streaming",
      "deliver",
      "delivering",
      "push out",
      "push",
      "send out",
      "send",
      "upload",
      "sends",
      "pushes",
    ],
  }),
);
/** "we store 2 TB of videos", "serving 30TB/month", "we push 300gb a day to the internet". */
const verbFirst = rule({
  id: "volume-verb",
  examples: ["we store 2 TB of videos", "serving 30TB/month", "we push 300gb a day to the internet"],
  weight: 2,
  pattern: sequence(VERBS, gap, bytes, optional(period), optional(words("to the internet|out|to users|to customers"))),
  gives: ([volume, , gib, per], place) => (isOfEach(place) ? null : slot(volume, gib, per)),
});

const NEGATED = wordSet("egress storage logs disk disks traffic volumes persistent");
/** "no egress", "without storage". "No data" says nothing of disks. */
const none = rule({
  id: "no-volume",
  examples: ["no egress", "without persistent storage"],
  pattern: sequence(words("no|without|zero|w/o"), optional(words("persistent")), noun),
  gives: ([, , volume], { text, from, to }) => {
    const ends = endsClause(text, to) || ["and", "to", "or", "at"].includes(wordAt(text, to));
    return NEGATED.has(wordAt(text, from + 1)) && ends ? [{ key: volume, value: 0 }] : null;
  },
});

/** Where one of several is said to have so much: "3 brokers with 1 TB each" have 3 TB. */
const multiplied = (gib: number, times: number): Slot[] => {
  const value = roundToCent(gib * times);
  return [
    { key: "storageGiB", value },
    { key: "note", says: `"{}" is read as ${value} GiB in all.` },
  ];
};

const eachOf = rule({
  id: "volume-each",
  examples: ["3 brokers with 1 TB each", "3 replicas with 200 GB disk each", "2 databases of 100 GB each"],
  weight: 20,
  pattern: sequence(
    count,
    KEEPERS,
    words("with|of|have|having|at|,|has|("),
    optional(words("a|an|about|~")),
    bytes,
    adjectives,
    optional(noun),
    words("each|apiece|per broker|per replica|per node|per pod|per service|per database"),
  ),
  gives: ([times, keeper, , , gib, , volume]) => {
    if (volume !== null && volume !== "storageGiB") return null;
    if (volume === null && VAGUE.has(keeper)) return [{ key: "question", asks: VAGUE_EACH }, ...countOf(times, keeper)];
    return [...multiplied(gib, times), ...countOf(times, keeper)];
  },
});
/** Of these a size may as well be memory. */
const VAGUE = wordSet("service services pod pods app apps node nodes redis");
const VAGUE_EACH = `"{}": is that disk or memory? Nothing is planned for it until you say so.`;

const countOf = (value: number, keeper: string): Slot[] => {
  if (/^(service|app)/.test(keeper)) return [{ key: "services", value }];
  if (/^pod/.test(keeper)) return [{ key: "pods", value }];
  return /^replica/.test(keeper) ? [{ key: "replicas", value }] : [];
};

/** "50 GB for each of 4 services", "persistent volumes of 50 GB for each of 4 services". */
const forEach = rule({
  id: "volume-for-each",
  examples: ["persistent volumes of 50 GB for each of 4 services", "20 GB disk for each of our 6 services"],
  weight: 20,
  pattern: sequence(
    optional(sequence(noun, words("of|with|at|:"))),
    bytes,
    adjectives,
    optional(noun),
    words("for each of|for every one of|for each of our|for each of the|per each of"),
    count,
    many(words("small|stateful"), 2),
    KEEPERS,
  ),
  gives: ([before, gib, , after, , times, , keeper]) =>
    before === null && after === null
      ? [{ key: "question", asks: VAGUE_EACH }, ...countOf(times, keeper)]
      : [...multiplied(gib, times), ...countOf(times, keeper)],
});

/** "each of 6 services has a 20GB pvc". */
const eachHas = rule({
  id: "volume-each-has",
  examples: ["each of 6 services has a 20GB pvc", "every one of the 4 pods needs 10 GB disk"],
  weight: 20,
  pattern: sequence(
    words("each of|every one of|each of our|each of the|every one of our|every one of the|all|all of"),
    count,
    KEEPERS,
    words("has|have|needs|need|gets|get|uses|use|with"),
    optional(words("a|an|about|one")),
    bytes,
    adjectives,
    optional(noun),
  ),
  gives: ([, times, keeper, , , gib, , volume]) => {
    if (volume === null && VAGUE.has(keeper)) return [{ key: "question", asks: VAGUE_EACH }, ...countOf(times, keeper)];
    return volume === null || volume === "storageGiB" ? [...multiplied(gib, times), ...countOf(times, keeper)] : null;
  },
});

/** "3 volumes of 100 GB", "2 x 500 GB disks". */
const countedDisks = rule({
  id: "disks",
  examples: ["3 volumes of 100 GB", "2 x 500 GB disks", "4 disks of 1 TB each"],
  weight: 10,
  pattern: either(
    as(
      sequence(
        count,
        words("volumes|disks|pvcs|pvs|ssds|persistent volumes|drives"),
        words("of|with|at|,|each"),
        bytes,
        optional(words("each|apiece")),
      ),
      ([times, , , gib]) => ({ times, gib }),
    ),
    as(
      sequence(count, words("x|×"), bytes, adjectives, words("volumes|disks|pvcs|pvs|disk|ssd|ssds|volume|pvc|drives")),
      ([times, , gib]) => ({ times, gib }),
    ),
  ),
  gives: ({ times, gib }) => multiplied(gib, times),
});

const balancer = words("load balancers|load balancer|lbs|lb|loadbalancers|loadbalancer|elbs|albs|alb|nlb|nlbs");
const balancerAdjective = many(words("x|public|internal|external|network|application|l4|l7|cloud|http|extra|more"), 2);

/** "2 load balancers", "a load balancer", "no load balancer", "load balancers: 2". */
const balancers = rule({
  id: "load-balancers",
  examples: ["2 load balancers", "a load balancer", "load balancers: 2"],
  pattern: either(
    as(sequence(count, balancerAdjective, balancer), ([value]) => value as number | null),
    as(sequence(balancer, words(":|="), count), ([, , value]) => value),
    as(sequence(optional(words("a|an|the")), balancerAdjective, balancer), () => null),
  ),
  gives(value, { text, from, to }) {
    const no = negationBefore(text, from);
    if (no >= 0) return { from: no, slots: [{ key: "loadBalancers", value: 0 }] };
    if (value !== null) return [{ key: "loadBalancers", value }];
    return /s$/.test(wordAt(text, to - 1)) ? null : [{ key: "loadBalancers", value: 1 }];
  },
});
/** "18 each and we have 9 of them": the balancers of the clause before. */
const ofThem = rule({
  id: "of-them",
  examples: ["the load balancers cost 18 each and we have 9 of them"],
  pattern: sequence(count, words("of them|of those|of these")),
  gives: ([value], { text, from }) =>
    wordBefore(text, from, wordSet("balancers lbs albs"), 14) < 0
      ? [{ key: "unread" }]
      : [{ key: "loadBalancers", value }],
});

export const VOLUME_RULES = [
  sizeFirst,
  nounFirst,
  verbFirst,
  none,
  eachOf,
  forEach,
  eachHas,
  countedDisks,
  balancers,
  ofThem,
];
