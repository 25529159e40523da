import { roundToCent } from "../../core/units.ts";
import type { Slot } from "../slots.ts";
import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { quantityAt } from "../text/quantities.ts";
import { endsClause, type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { many, matcher, NUMBER, optional, type Pattern, sequence, table, words } from "./pattern.ts";
import { type Period, periodAt, TIMES_A_MONTH } from "./periods.ts";
import { type Place, rule } from "./rule.ts";

export type Volume = "storageGiB" | "egressGiB" | "crossZoneGiB" | "logsGiB";

const VOLUMES = phrasesFor<Volume>({
  storageGiB: [
    ..."disk disks storage ssd volume volumes pv pvs pvc pvcs hdd nvme ebs gp3 data database db postgres postgresql mysql mariadb mongodb elasticsearch elastic opensearch cassandra clickhouse prometheus loki timescaledb timescale influxdb mongo kafka".split(
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
    "on disk",
    "on disks",
    "usable",
    "of usable space",
    "of space",
    "of files",
    "of state",
    "nfs",
    "nfs share",
    "file share",
    "shared storage",
    "longhorn",
    "ceph",
    "rook",
    "openebs",
    "minio",
    "efs",
    "claims",
    "volume claims",
    "dataset",
    "database size",
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
    "outgoing data",
    "transferred data",
    "data sent",
    "data transferred",
    "data served",
    "outbound bandwidth",
    "egress bandwidth",
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
    "cross az replication",
    "cross zone replication",
    "replication across azs",
    "replication across zones",
    "replication between zones",
    "replication between azs",
    "across azs",
    "across zones",
    "across availability zones",
    "between availability zones",
    "zone to zone",
    "between zones",
    "between azs",
    "traffic between zones",
    "traffic between azs",
    "traffic across zones",
  ],
  logsGiB: ["logs", "log", "logging", "log volume", "log data", "of logs", "log ingestion"],
});
export const volumeNoun = table(VOLUMES);
const noun = volumeNoun;

/** Bytes with a unit, in GiB, unrounded: rates are multiplied first. */
export const bytes: Pattern<number> = matcher([NUMBER], (text, at) => {
  const quantity = quantityAt(text.tokens, at);
  return quantity?.kind === "bytes" ? { to: quantity.next, value: quantity.exactGib } : null;
});
/** The same with the GiB of one of its units: "10, 50 and 200 GB". */
export const bytesWithUnit: Pattern<{ gib: number; unit: number }> = matcher([NUMBER], (text, at) => {
  const quantity = quantityAt(text.tokens, at);
  const figure = amountAt(text.tokens, at)?.value ?? 0;
  return quantity?.kind === "bytes" && figure > 0
    ? { to: quantity.next, value: { gib: quantity.exactGib, unit: quantity.exactGib / figure } }
    : null;
});
const period: Pattern<Period> = matcher(null, (text, at) => {
  const found = periodAt(text, at);
  return found === null ? null : { to: found.to, value: found.period };
});
export const adjectives = many(
  words(
    "of|fast|persistent|block|ssd|nvme|public|outbound|monthly|internet|egress|network|disk|a|the|for|cloud|external|our|total|in|about",
  ),
  3,
);
const gap = many(
  words(
    ":|=|,|with|needs|need|takes|take|uses|use|has|holds|hold|requires|require|wants|grew to|grows to|goes|grows|drops|becomes|averages|average|rather|now|actually|went|could|might|should|would|more|closer|something|reaches|stays|moves|sends|currently|today|maybe|say|call it|well|is|of|total|totals|totalling|in total|sum up to|about|around|roughly|at|~|approx|up|to|some|are|be|will|maybe|over|was|usually|like",
  ),
  4,
);

/** So much a month; what is kept has no period. */
const aMonth = (gib: number, volume: Volume, per: Period | null) =>
  volume === "storageGiB" || per === null
    ? roundToCent(gib)
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

/** "2 GB of logs per day per node": an amount that leaves its rate behind is another. */
const isCutShort = (text: Text, to: number) => periodAt(text, to) !== null;

/** "12 TB in S3": kept outside the cluster. */
const isElsewhere = (text: Text, to: number) =>
  ["in", "on", "at", "to"].includes(wordAt(text, to)) &&
  [1, 2, 3].some((next) => ELSEWHERE.has(wordAt(text, to + next)));
const ELSEWHERE = wordSet(
  "s3 object blob bucket buckets gcs b2 backblaze glacier r2 wasabi nas spaces rds aurora dropbox drive",
);

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
    if (after === null && isCutShort(text, to)) return null;
    if (volume === "storageGiB" && isElsewhere(text, to)) return [{ key: "unread" }];
    return isShare(place) ? null : slot(volume, gib, before ?? after);
  },
});

/** "traffic is about 2tb a month", "egress: 500 GB", "disk of 200 GB". */
const nounFirst = rule({
  id: "volume-labelled",
  examples: [
    "traffic is about 2tb a month",
    "egress: 500 GB",
    "postgres db 20GB",
    "logs, 20 GB a day",
    "outbound averages 12 GB/h",
    "NFS share of 1.2 TB",
  ],
  weight: 2,
  pattern: sequence(noun, optional(table(VOLUMES)), gap, bytes, optional(period)),
  gives([volume, second, gaps, gib, per], place) {
    const { text, to } = place;
    // "logs 5 GB disk": the noun after the size is nearer than the one before.
    if (gaps.length === 0 && noun.match(text, to).length > 0 && !PREPOSED.has(wordAt(text, to))) return null;
    if (per === null && isCutShort(text, to)) return null;
    if (isElsewhere(text, to)) return [{ key: "unread" }];
    if (wordAt(text, place.from) === "data" && INBOUND.has(wordAt(text, place.from - 1))) return null;
    // "postgres with 16 GB ram" tells of memory, and "egress for 3 services with 2 GB" of neither.
    if (
      MEMORY.has(wordAt(text, to)) ||
      (DATABASES.has(wordAt(text, place.from)) && gaps.includes("with") && per !== null)
    )
      return null;
    const isPart = isOfEach(place) || wordBefore(text, place.from, PARTS, 4) >= 0;
    if (isPart) return null;
    const keeper = wordAt(text, place.from);
    return [
      ...slot(second ?? volume, gib, per),
      ...(DATABASES.has(keeper) ? [{ key: "database" } as const] : []),
      ...(STORES.has(keeper) ? [{ key: "feature", value: "stateful" } as const] : []),
    ];
  },
});
const PREPOSED = wordSet("out");
const MEMORY = wordSet("ram memory mem heap vram");
const DATABASES = wordSet("postgres postgresql mysql mariadb mongodb mongo db database");
/** What keeps its data in the cluster wherever it is named. */
const STORES = wordSet(
  "elasticsearch elastic opensearch cassandra clickhouse prometheus loki timescaledb timescale influxdb kafka longhorn ceph rook openebs minio",
);
const INBOUND = wordSet("incoming inbound ingress ingested mobile log user test");

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
      "ship",
      "ships",
      "shipping",
      "pump out",
      "pump",
      "hand out",
      "send to users",
      "transfer out",
      "transfer",
      "broadcast",
      "streams",
      "delivers",
      "upload",
      "egress",
    ],
  }),
);
/** "we store 2 TB of videos", "serving 30TB/month", "we push 300gb a day to the internet". */
const verbFirst = rule({
  id: "volume-verb",
  examples: [
    "we store 2 TB of videos",
    "serving 30TB/month",
    "we push 300gb a day to the internet",
    "we ship 7 TB to end users per month",
  ],
  weight: 2,
  pattern: sequence(
    VERBS,
    gap,
    bytes,
    optional(period),
    optional(
      words(
        "to the internet|out|to users|to customers|to end users|to our users|to our customers|to viewers|to clients|to the world|to players",
      ),
    ),
    optional(period),
  ),
  gives: ([volume, , gib, per, , later], place) => (isOfEach(place) ? null : slot(volume, gib, per ?? later)),
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

export const VOLUME_RULES = [sizeFirst, nounFirst, verbFirst, none];
