import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { moneyAt } from "./money.ts";
import { endsClause, freePhraseAt, isFree, learn, type Reading, take, wordAt, wordBefore } from "./reading.ts";

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
    if (r.taken[at] === true) continue;
    readFactor(r, at) || readDoubled(r, at) || readInHalf(r, at) || readBy(r, at) || readTo(r, at);
    if (r.taken[at] !== true) readAddedMoney(r, at) || readStep(r, at) || readInstead(r, at);
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
  // "3x nodes" may be a count: only "3x the nodes" and "3 times the nodes" multiply. Traffic is not counted.
  const noun = freePhraseAt(r, MEASURES, amount.next + 1)?.meaning;
  const uncounted = noun === "budgetUsd" || noun?.endsWith("GiB") === true;
  const times = sign === "times" || (sign === "x" && glued && (uncounted || BETWEEN.has(wordAt(r, amount.next + 1))));
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

/** "cut the budget in half". */
function readInHalf(r: Reading, at: number): boolean {
  const noun = freePhraseAt(r, MEASURES, at);
  const inHalf = noun !== null && wordAt(r, noun.next) === "in" && wordAt(r, noun.next + 1) === "half";
  if (!inHalf || noun === null) return false;
  const from = wordAt(r, at - 1) === "the" || wordAt(r, at - 1) === "our" ? at - 1 : at;
  const verb = VERBS.has(wordAt(r, from - 1)) ? from - 1 : from;
  return relate(r, verb, noun.next + 2, { measure: noun.meaning, times: 0.5, plus: 0 });
}

const DOWN = new Set([
  "cut",
  "reduce",
  "lower",
  "decrease",
  "shrink",
  "down",
  "less",
  "drop",
  "drops",
  "shrinks",
  "falls",
  "minus",
]);
const VERBS = new Set([
  ...DOWN,
  ..."raise increase increases increased rises bump up grow grows grew scale set change".split(" "),
]);

/** "raise the budget by 50", "traffic up by 20%": how much, not how far. */
function readBy(r: Reading, at: number): boolean {
  const noun = freePhraseAt(r, MEASURES, at);
  if (noun === null) return false;
  const by = VERBS.has(wordAt(r, noun.next)) ? noun.next + 1 : noun.next;
  const money = wordAt(r, by) === "by" ? moneyAt(r, by + 1) : null;
  if (money === null) return false;
  const share = ["%", "percent"].includes(wordAt(r, money.to));
  const to = share ? money.to + 1 : money.to;
  const down = wordBefore(r, by, DOWN, 4) >= 0;
  const plus = share ? 0 : down ? -money.amount : money.amount;
  const times = share ? 1 + ((down ? -1 : 1) * money.amount) / 100 : 1;
  return relate(r, verbBefore(r, at), to, { measure: noun.meaning, times, plus });
}

/** "reduce the services to 4": of what is counted only; sums and volumes say what they are. */
function readTo(r: Reading, at: number): boolean {
  const noun = freePhraseAt(r, MEASURES, at);
  if (noun === null || noun.meaning === "budgetUsd" || noun.meaning.endsWith("GiB")) return false;
  const down = VERBS.has(wordAt(r, noun.next)) ? noun.next + 1 : noun.next;
  const amount = wordAt(r, down) === "to" ? amountAt(r.tokens, down + 1) : null;
  if (amount === null || !endsClause(r, amount.next)) return false;
  return relate(r, verbBefore(r, at), amount.next, { measure: noun.meaning, times: 0, plus: amount.value });
}

/** Where a change begins: at its verb, with "the" or "our" in between. */
function verbBefore(r: Reading, at: number): number {
  const from = BETWEEN.has(wordAt(r, at - 1)) ? at - 1 : at;
  return VERBS.has(wordAt(r, from - 1)) ? from - 1 : at;
}

/** "add $100 to the budget", "$50 more budget". */
function readAddedMoney(r: Reading, at: number): boolean {
  const adds = wordAt(r, at) === "add" || wordAt(r, at) === "plus";
  const money = moneyAt(r, adds ? at + 1 : at);
  if (money === null) return false;
  const [more, less] = [MORE.has(wordAt(r, money.to)), LESS.has(wordAt(r, money.to))];
  if (!adds && !more && !less) return false;
  let next = more || less ? money.to + 1 : money.to;
  for (const link of ["to", "the", "our"]) if (wordAt(r, next) === link) next += 1;
  const budget = wordAt(r, next) === "budget";
  if (!budget && money.currency === null) return false;
  const plus = less ? -money.amount : money.amount;
  return relate(r, at, budget ? next + 1 : next, { measure: "budgetUsd", times: 1, plus });
}

/** "10 services instead of 3": what it was is no news. */
function readInstead(r: Reading, at: number): boolean {
  if (wordAt(r, at) !== "instead" || wordAt(r, at + 1) !== "of") return false;
  const amount = amountAt(r.tokens, at + 2);
  if (amount === null) return false;
  take(r, at, freePhraseAt(r, MEASURES, amount.next)?.next ?? amount.next);
  return true;
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
