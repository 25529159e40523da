import { amountAt } from "../text/numbers.ts";
import { isFree, learn, negationBefore, type Reading, take, wordAt } from "./reading.ts";

const PERCENT = new Set(["%", "percent", "pct"]);
const LINKS = new Set([
  "of",
  "the",
  "our",
  "nodes",
  "workload",
  "workloads",
  "capacity",
  "pods",
  "on",
  "for",
  "instances",
  "spot",
  "in",
  "to",
]);
const SHARES: ReadonlyMap<string, number> = new Map([
  ["all", 100],
  ["everything", 100],
  ["entirely", 100],
  ["half", 50],
]);
const SPOT = new Set(["spot", "preemptible", "preemptibles"]);

/** The share on machines that may be taken back: "70% spot", "70 percent of nodes on spot", "spot for 70%". */
export function readSpot(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    const amount = amountAt(r.tokens, at);
    if (amount !== null && PERCENT.has(wordAt(r, amount.next))) readShare(r, at, amount.value, amount.next + 1);
    const share = SHARES.get(wordAt(r, at));
    if (share !== undefined && negationBefore(r, at) < 0) readShare(r, at, share, at + 1);
  }
}

function readShare(r: Reading, from: number, value: number, next: number): void {
  if (value > 100) return;
  const after = spotFrom(r, next, 1);
  const before = spotFrom(r, from - 1, -1);
  const start = before >= 0 && after < 0 ? before : from;
  const end = after >= 0 ? after + 1 : next;
  if ((after < 0 && before < 0) || !isFree(r, start, end)) return;
  learn(r, start, end, "spotPercent", value);
  if (wordAt(r, end) === "instances" || wordAt(r, end) === "nodes") take(r, end, end + 1);
}

/** Where "spot" stands at most five linking words away, looking in `step`'s direction; -1 for nowhere. */
function spotFrom(r: Reading, at: number, step: 1 | -1): number {
  for (let i = at; Math.abs(i - at) <= 5; i += step) {
    if (SPOT.has(wordAt(r, i))) return i;
    if (!LINKS.has(wordAt(r, i))) return -1;
  }
  return -1;
}
