import { amountAt } from "./numbers.ts";
import { phrasesFor } from "./phrases.ts";
import { freePhraseAt, isFree, learn, type Reading, wordAt } from "./reading.ts";

/** What can grow or shrink. */
export type Measure =
  | "services"
  | "replicas"
  | "nodes"
  | "budgetUsd"
  | "egressGiB"
  | "storageGiB"
  | "logsGiB"
  | "engineers"
  | "clusters"
  | "loadBalancers";

/** A change relative to the earlier requirement: the measure times `times`, plus `plus`. */
export interface Relative {
  measure: Measure;
  times: number;
  plus: number;
}

const MEASURES = phrasesFor<Measure>({
  services: ["services", "service", "microservices", "apps", "pods"],
  replicas: ["replicas", "replica", "copies"],
  nodes: ["nodes", "node", "machines", "machine", "servers", "server", "vms", "vm", "workers"],
  budgetUsd: ["budget"],
  egressGiB: ["traffic", "egress", "bandwidth", "transfer"],
  storageGiB: ["storage", "disk", "disks"],
  logsGiB: ["logs"],
  engineers: ["engineers", "engineer", "people", "person", "devs", "dev", "developers", "developer", "team"],
  clusters: ["clusters", "cluster"],
  loadBalancers: ["load balancers", "load balancer", "lbs", "lb"],
});
const FACTORS: ReadonlyMap<string, number> = new Map([
  ["double", 2],
  ["doubling", 2],
  ["doubled", 2],
  ["doubles", 2],
  ["twice", 2],
  ["triple", 3],
  ["tripled", 3],
  ["triples", 3],
  ["thrice", 3],
  ["quadruple", 4],
  ["half", 0.5],
  ["halve", 0.5],
  ["halved", 0.5],
  ["halving", 0.5],
]);
const BETWEEN = new Set([
  "the",
  "our",
  "as",
  "many",
  "much",
  "of",
  "number",
  "amount",
  "my",
  "is",
  "was",
  "were",
  "are",
  "gets",
  "got",
  "monthly",
  "data",
]);
const MORE = new Set(["more", "additional", "extra", "another"]);
const LESS = new Set(["less", "fewer"]);

/** Changes relative to an earlier requirement: "double the services", "2 more nodes", "10x the traffic", "50% less budget". */
export function readRelative(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] !== true) readFactor(r, at) || readDoubled(r, at) || readStep(r, at);
  }
}

function readFactor(r: Reading, at: number): boolean {
  const factor = factorAt(r, at);
  const noun = factor && measureFrom(r, factor.next);
  return (
    factor !== null &&
    noun !== null &&
    relate(r, at, noun.next, { measure: noun.meaning, times: factor.times, plus: 0 })
  );
}

function factorAt(r: Reading, at: number): { times: number; next: number } | null {
  const named = FACTORS.get(wordAt(r, at));
  if (named !== undefined) return { times: named, next: at + 1 };
  const amount = amountAt(r.tokens, at);
  if (amount === null) return null;
  const sign = wordAt(r, amount.next);
  const glued = r.tokens[amount.next]?.glued === true;
  // "3x nodes" may be a count: only "3x the nodes" and "3 times the nodes" multiply.
  const times = sign === "times" || (sign === "x" && glued && BETWEEN.has(wordAt(r, amount.next + 1)));
  if (times) return { times: amount.value, next: amount.next + 1 };
  if (sign !== "%" && sign !== "percent") return null;
  const [more, less] = [MORE.has(wordAt(r, amount.next + 1)), LESS.has(wordAt(r, amount.next + 1))];
  return more || less ? { times: 1 + ((more ? 1 : -1) * amount.value) / 100, next: amount.next + 2 } : null;
}

/** "the budget doubles", "if traffic doubled". */
function readDoubled(r: Reading, at: number): boolean {
  const noun = freePhraseAt(r, MEASURES, at);
  if (noun === null) return false;
  const next = BETWEEN.has(wordAt(r, noun.next)) ? noun.next + 1 : noun.next;
  const times = FACTORS.get(wordAt(r, next));
  return times !== undefined && relate(r, at, next + 1, { measure: noun.meaning, times, plus: 0 });
}

/** "2 more nodes", "another node", "add 2 services", "one node less", "remove 3 nodes". */
function readStep(r: Reading, at: number): boolean {
  const adds = wordAt(r, at) === "add" || wordAt(r, at) === "plus";
  const removes = wordAt(r, at) === "remove" || wordAt(r, at) === "minus";
  const another = wordAt(r, at) === "another";
  const from = adds || removes ? at + 1 : at;
  const amount = amountAt(r.tokens, from) ?? (another ? { value: 1, next: from } : null);
  if (amount === null) return false;
  const sign = wordAt(r, amount.next);
  const worded = MORE.has(sign) || LESS.has(sign);
  const noun = freePhraseAt(r, MEASURES, worded ? amount.next + 1 : amount.next);
  if (noun === null) return false;
  const after = wordAt(r, noun.next);
  const trailing = !worded && (after === "more" || LESS.has(after));
  if (!(adds || removes || worded || trailing)) return false;
  const less = removes || LESS.has(sign) || (trailing && after !== "more");
  const plus = less ? -amount.value : amount.value;
  return relate(r, at, trailing ? noun.next + 1 : noun.next, { measure: noun.meaning, times: 1, plus });
}

function measureFrom(r: Reading, at: number): { meaning: Measure; next: number } | null {
  let next = at;
  while (next < at + 4 && BETWEEN.has(wordAt(r, next))) next += 1;
  return freePhraseAt(r, MEASURES, next);
}

function relate(r: Reading, from: number, to: number, relative: Relative): boolean {
  if (!isFree(r, from, to)) return false;
  learn(r, from, to, "relative", relative);
  return true;
}
