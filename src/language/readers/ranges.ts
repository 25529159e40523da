import { amountAt } from "../text/numbers.ts";
import { type Fact, isFree, quote, type Reading, take, wordAt } from "./reading.ts";

const LINKS = new Set(["-", "–", "to", "or"]);
const COUNTED = new Set([
  ..."services replicas nodes engineers operators people clusters egressGiB storageGiB logsGiB loadBalancers".split(
    " ",
  ),
]);

/** "30-40 services": where the number before a fact's own is the lower end, it is taken and a note says how the range was read. */
export function readRanges(r: Reading): void {
  for (const fact of r.facts) {
    if (!COUNTED.has(fact.key) || amountAt(r.tokens, fact.from) === null) continue;
    const from = lowerEnd(r, fact);
    if (from < 0) continue;
    take(r, from, fact.from);
    fact.from = from;
    r.notes.push(`"${quote(r, from, fact.to)}" is read as ${String(fact.value)}.`);
  }
}

/** Where the lower end of the range begins; -1 where there is none. */
function lowerEnd(r: Reading, { from }: Fact): number {
  const own = amountAt(r.tokens, from);
  for (let at = Math.max(0, from - 3); at < from - 1; at += 1) {
    const lower = amountAt(r.tokens, at);
    if (lower === null || lower.next !== from - 1 || own === null || lower.value >= own.value) continue;
    const between = wordAt(r, at - 1) === "between" && wordAt(r, lower.next) === "and";
    const start = between ? at - 1 : at;
    if ((between || LINKS.has(wordAt(r, lower.next))) && isFree(r, start, from)) return start;
  }
  return -1;
}
