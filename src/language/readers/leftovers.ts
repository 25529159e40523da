import { FILLER } from "../lexicon/filler.ts";
import { endsClause, negationBefore, quote, type Reading, wordAt } from "./reading.ts";

/** Every phrase of substance that nothing was made of, as typed and in order. Filler at its ends is left out. */
export function leftovers(r: Reading): string[] {
  const phrases: string[] = [];
  let from = 0;
  for (let at = 0; at <= r.tokens.length; at += 1) {
    if (at < r.tokens.length && r.taken[at] !== true && !endsClause(r, at)) continue;
    const phrase = trimmed(r, from, at);
    if (phrase !== null) phrases.push(phrase);
    from = at + 1;
  }
  return phrases;
}

function trimmed(r: Reading, from: number, to: number): string | null {
  let first = from;
  let end = to;
  while (first < end && !hasSubstance(r, first)) first += 1;
  while (end > first && !hasSubstance(r, end - 1) && !isCounted(r, end - 1)) end -= 1;
  if (end === first) return null;
  const no = negationBefore(r, first);
  if (no >= from) first = no;
  else if (end === first + 1) first = withContext(r, from, first);
  return quote(r, first, end);
}

/** "100 users" and "3 months" mean something only together. */
const isCounted = (r: Reading, at: number) =>
  r.tokens[at]?.kind === "word" &&
  [1, 2, 3].some((back) => r.tokens[at - back]?.kind === "number") &&
  !BARE.has(wordAt(r, at));

/** A single word says more with the two before it: "next week", "cost is not important". */
function withContext(r: Reading, from: number, first: number): number {
  let start = first;
  while (start > from && start > first - 2 && r.tokens[start - 1]?.kind === "word" && !BARE.has(wordAt(r, start - 1)))
    start -= 1;
  return start;
}
const BARE = new Set(
  "a an the and or i we my our is are am im for of hi hey hello so but with in on at to you it per".split(" "),
);

function hasSubstance(r: Reading, at: number): boolean {
  const token = r.tokens[at];
  return token !== undefined && token.kind !== "mark" && !FILLER.has(wordAt(r, at));
}
