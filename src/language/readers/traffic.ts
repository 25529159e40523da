import { roundToCent } from "../../core/units.ts";
import { amountAt } from "../text/numbers.ts";
import { type PhraseTable, phrasesFor } from "../text/phrases.ts";
import { quantityAt } from "../text/quantities.ts";
import {
  endsClause,
  freePhraseAt,
  isFree,
  learn,
  negationBefore,
  type Reading,
  wordAt,
  wordBefore,
} from "./reading.ts";

type Volume = "storageGiB" | "egressGiB" | "crossZoneGiB" | "logsGiB";

const VOLUMES: PhraseTable<Volume> = phrasesFor<Volume>({
  storageGiB: [
    "disk",
    "disks",
    "disk space",
    "storage",
    "ssd",
    "volume",
    "volumes",
    "persistent storage",
    "persistent volume",
    "persistent volumes",
    "block storage",
    "pv",
    "pvs",
    "pvc",
    "pvcs",
    "hdd",
    "nvme",
    "of data",
    "data",
    "database",
    "db",
    "postgres",
    "mysql",
  ],
  egressGiB: [
    "egress",
    "traffic",
    "bandwidth",
    "outbound",
    "outbound traffic",
    "outgoing traffic",
    "transfer",
    "data transfer",
    "data out",
    "internet traffic",
    "egress traffic",
    "network traffic",
    "downloads",
    "out to the internet",
    "out",
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
    "traffic between zones",
  ],
  logsGiB: ["logs", "log", "logging", "log volume", "log data"],
});
const BALANCERS = phrasesFor({
  each: ["load balancers", "load balancer", "lbs", "lb", "loadbalancers", "loadbalancer", "elbs", "albs"],
});
const ADJECTIVES = new Set(
  "of fast persistent block ssd nvme public outbound monthly internet egress network disk a the for cloud external".split(
    " ",
  ),
);
const LABEL_GAP = new Set([
  ":",
  "=",
  "is",
  "of",
  "about",
  "around",
  "roughly",
  "at",
  "~",
  "approx",
  "up",
  "to",
  "some",
  "are",
  "be",
  "will",
  "maybe",
  "over",
]);
/** Months in one of these; a month is a twelfth of a year. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ["day", 365 / 12],
  ["daily", 365 / 12],
  ["week", 52 / 12],
  ["weekly", 52 / 12],
  ["month", 1],
  ["monthly", 1],
  ["mo", 1],
  ["year", 1 / 12],
  ["yearly", 1 / 12],
]);

/** Disks, traffic, logs and load balancers: "5 TB egress", "traffic is about 2tb", "200 gb disk", "no load balancer". */
export function readTraffic(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    readVolumeFirst(r, at) || readVerb(r, at) || readLabelFirst(r, at) || readBalancers(r, at);
  }
}

function readVolumeFirst(r: Reading, at: number): boolean {
  const quantity = quantityAt(r.tokens, at);
  if (quantity?.kind !== "bytes") return false;
  const gap = periodAt(r, quantity.next);
  let next = gap?.next ?? quantity.next;
  for (let steps = 0; steps < 3 && freePhraseAt(r, VOLUMES, next) === null && ADJECTIVES.has(wordAt(r, next)); ) {
    next += 1;
    steps += 1;
  }
  const noun = freePhraseAt(r, VOLUMES, next);
  if (noun === null || !isFree(r, at, noun.next) || isShare(r, at, noun.next)) return false;
  const period = gap ?? periodAt(r, noun.next);
  // "30 TB out a month", but not "100 GB out of the box".
  if (wordAt(r, noun.next - 1) === "out" && period === null && !endsClause(r, noun.next)) return false;
  learn(r, at, Math.max(noun.next, period?.next ?? 0), noun.meaning, aMonth(quantity.gib, noun.meaning, period));
  return true;
}

const VERBS = phrasesFor<Volume>({
  storageGiB: ["store", "storing", "stores"],
  egressGiB: ["serve", "serving", "serves", "stream", "streaming", "deliver", "delivering", "push out", "send out"],
});

/** "we store 2 TB of videos", "serving 30TB/month". */
function readVerb(r: Reading, at: number): boolean {
  const verb = freePhraseAt(r, VERBS, at);
  if (verb === null) return false;
  const next = LABEL_GAP.has(wordAt(r, verb.next)) ? verb.next + 1 : verb.next;
  const quantity = quantityAt(r.tokens, next);
  if (quantity?.kind !== "bytes" || !isFree(r, at, quantity.next)) return false;
  const period = periodAt(r, quantity.next);
  learn(r, at, period?.next ?? quantity.next, verb.meaning, aMonth(quantity.gib, verb.meaning, period));
  return true;
}

/** "each user downloads 50MB": one part of a total nobody named. */
function isShare(r: Reading, at: number, next: number): boolean {
  const each = new Set(["each", "every", "per"]);
  return wordBefore(r, at, each, 4) >= 0 || (wordAt(r, next) === "per" && periodAt(r, next) === null);
}

function readLabelFirst(r: Reading, at: number): boolean {
  const noun = freePhraseAt(r, VOLUMES, at);
  if (noun === null) return false;
  let next = noun.next;
  while (next < noun.next + 4 && LABEL_GAP.has(wordAt(r, next))) next += 1;
  const quantity = quantityAt(r.tokens, next);
  if (quantity?.kind !== "bytes" || !isFree(r, at, quantity.next) || isShare(r, at, quantity.next))
    return negatedVolume(r, at, noun);
  // "logs 5 GB disk": the noun after the size is nearer than the one before.
  if (next === noun.next && freePhraseAt(r, VOLUMES, quantity.next) !== null) return false;
  const period = periodAt(r, quantity.next);
  learn(r, at, period?.next ?? quantity.next, noun.meaning, aMonth(quantity.gib, noun.meaning, period));
  return true;
}

/** "no egress", "without storage". "No data" or "no database" says nothing of disks. */
function negatedVolume(r: Reading, at: number, noun: { meaning: Volume; next: number }): boolean {
  const no = negationBefore(r, at);
  if (
    no < 0 ||
    no !== at - 1 ||
    !["egress", "storage", "logs", "disk", "disks", "traffic", "volumes"].includes(wordAt(r, at))
  )
    return false;
  if (!endsClause(r, noun.next) && wordAt(r, noun.next) !== "and") return false;
  learn(r, no, noun.next, noun.meaning, 0);
  return true;
}

function aMonth(gib: number, volume: Volume, period: { months: number } | null): number {
  return volume === "storageGiB" || period === null ? gib : roundToCent(gib * period.months);
}

/** "per month", "a day", "/month", "monthly". */
export function periodAt(r: Reading, at: number): { months: number; next: number } | null {
  const lead = wordAt(r, at) === "/" || ["per", "a", "each", "every", "p"].includes(wordAt(r, at));
  const months = PERIODS.get(wordAt(r, lead ? at + 1 : at));
  if (months === undefined || (!lead && !/ly$|^mo$/.test(wordAt(r, at)))) return null;
  return { months, next: lead ? at + 2 : at + 1 };
}

function readBalancers(r: Reading, at: number): boolean {
  const noun = freePhraseAt(r, BALANCERS, at);
  if (noun === null) return readCountedBalancers(r, at);
  const no = negationBefore(r, at);
  if (no >= 0) learn(r, no, noun.next, "loadBalancers", 0);
  else if (wordAt(r, noun.next) === ":") return readLabelledBalancers(r, at, noun.next + 1);
  else if (!/s$/.test(wordAt(r, noun.next - 1)))
    learn(r, ["a", "one"].includes(wordAt(r, at - 1)) ? at - 1 : at, noun.next, "loadBalancers", 1);
  return true;
}

function readLabelledBalancers(r: Reading, at: number, from: number): boolean {
  const amount = amountAt(r.tokens, from);
  if (amount === null || !Number.isInteger(amount.value)) return false;
  learn(r, at, amount.next, "loadBalancers", amount.value);
  return true;
}

function readCountedBalancers(r: Reading, at: number): boolean {
  const amount = amountAt(r.tokens, at);
  if (amount === null || !Number.isInteger(amount.value)) return false;
  const next = wordAt(r, amount.next) === "x" || ADJECTIVES.has(wordAt(r, amount.next)) ? amount.next + 1 : amount.next;
  const noun = freePhraseAt(r, BALANCERS, next);
  if (noun === null) return false;
  learn(r, at, noun.next, "loadBalancers", amount.value);
  return true;
}
