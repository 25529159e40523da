import { MIB_PER_GIB } from "../../core/units.ts";
import { shapeAt } from "../text/quantities.ts";
import { MACHINE_NOUNS } from "./machines.ts";
import { isFree, learn, type Reading, take, wordAfter, wordAt, wordBefore } from "./reading.ts";

const EACH = new Set(["each", "per", "every", "apiece"]);
/** What each of them takes is no request of a pod. */
const VISITORS = new Set([
  "user",
  "visitor",
  "customer",
  "client",
  "request",
  "download",
  "day",
  "month",
  "hour",
  "week",
]);
const TOTAL = new Set(["total", "altogether", "overall", "combined", "totally"]);
const ASKING = new Set([
  "requests",
  "request",
  "need",
  "needs",
  "using",
  "uses",
  "use",
  "takes",
  "take",
  "requiring",
  "requires",
]);

/**
 * What each copy of a service asks for, or all of them together: "each needs 0.5 cpu and 1gb", "8 vcpu and 32 GB in total".
 * Sizes with neither an "each" nor services in the text are left alone.
 */
export function readRequests(r: Reading): void {
  const follows = r.facts.some((fact) => fact.key === "services" || fact.key === "replicas");
  const sized = r.facts.some((fact) => fact.key === "nodes");
  for (let at = 0; at < r.tokens.length; at += 1) {
    const shape = r.taken[at] === true ? null : shapeAt(r.tokens, at);
    if (shape === null || !isFree(r, at, shape.next)) continue;
    const both = shape.vcpu !== null && shape.memoryGiB !== null;
    const asking = wordBefore(r, at, ASKING, 3) >= 0;
    const saysTotal = wordAfter(r, shape.next, TOTAL, 3) >= 0 || wordBefore(r, at, TOTAL, 3) >= 0;
    const eachAt = Math.max(wordAfter(r, shape.next, EACH, 2), wordBefore(r, at, EACH, 4));
    const each = eachAt >= 0 && !VISITORS.has(wordAt(r, eachAt + 1));
    const total = saysTotal || (!each && asking && both && !follows && !sized && !isLabelled(r, at));
    const named = isMemoryOrCpu(r, at, shape.next) || asking;
    if (!each && !total && !(follows && (both || named)) && !isLabelled(r, at)) continue;
    learnRequests(r, at, shape.next, shape, total);
    at = shape.next - 1;
  }
}

/** "requests: 250m/512Mi": what a manifest says is of one copy. */
const isLabelled = (r: Reading, at: number) =>
  wordAt(r, at - 1) === ":" && ["requests", "request"].includes(wordAt(r, at - 2));

/** A lone "4gb" may be anything; "4gb ram" and "0.5 cpu" are not. */
function isMemoryOrCpu(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/^(ram|memory|mem|v?cpus?|v?cores?|m)$/.test(wordAt(r, i))) return true;
  return false;
}

function learnRequests(
  r: Reading,
  from: number,
  next: number,
  shape: { vcpu: number | null; memoryGiB: number | null },
  total: boolean,
): void {
  const suffix = total ? wordAfter(r, next, TOTAL, 3) + 1 : eachEnd(r, next);
  const to = Math.max(next, suffix);
  if (!total && wordAfter(r, next, MACHINE_NOUNS, 2) >= 0) {
    if (shape.vcpu !== null) learn(r, from, to, "vcpu", shape.vcpu);
    if (shape.memoryGiB !== null) learn(r, from, to, "memoryGiB", shape.memoryGiB);
    return;
  }
  const kind = total ? "total" : "request";
  if (shape.vcpu !== null) learn(r, from, to, `${kind}CpuMillicores`, Math.round(shape.vcpu * 1000));
  if (shape.memoryGiB !== null) learn(r, from, to, `${kind}MemoryMiB`, Math.round(shape.memoryGiB * MIB_PER_GIB));
  take(r, from, to);
}

function eachEnd(r: Reading, next: number): number {
  const each = wordAfter(r, next, EACH, 2);
  if (each < 0) return next;
  return wordAt(r, each) === "per" || wordAt(r, each) === "every" ? each + 2 : each + 1;
}
