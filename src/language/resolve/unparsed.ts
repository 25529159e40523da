import { FILLER } from "../lexicon/filler.ts";
import type { Parse } from "../parse.ts";
import { negationBefore } from "../text/negation.ts";
import { endsClause, quote, type Text, wordAt, wordSet } from "../text/text.ts";

/** Every phrase of substance that no rule read, as typed and in order. Filler at its ends is left out. */
export function unparsedPhrases({ text, heard }: Parse): { at: number; text: string }[] {
  const phrases: { at: number; text: string }[] = [];
  let from = 0;
  for (let at = 0; at <= text.tokens.length; at += 1) {
    if (at < text.tokens.length && heard[at] !== true && !endsClause(text, at)) continue;
    const phrase = trimmed(text, from, at);
    if (phrase !== null) phrases.push(phrase);
    from = at + 1;
  }
  return phrases;
}

function trimmed(text: Text, from: number, to: number): { at: number; text: string } | null {
  let first = from;
  let end = to;
  while (first < end && !hasSubstance(text, first)) first += 1;
  while (end > first && !hasSubstance(text, end - 1) && !isCounted(text, end - 1)) end -= 1;
  if (end === first) return null;
  const no = negationBefore(text, first);
  if (no >= from) first = no;
  else if (end === first + 1) first = withContext(text, from, first);
  return { at: first, text: quote(text, first, end) };
}

/** "100 users" and "3 months" mean something only together. */
const isCounted = (text: Text, at: number) =>
  text.tokens[at]?.kind === "word" &&
  [1, 2, 3].some((back) => text.tokens[at - back]?.kind === "number") &&
  !BARE.has(wordAt(text, at));

/** A single word says more with the two before it: "next week", "cost is not important". */
function withContext(text: Text, from: number, first: number): number {
  let start = first;
  while (
    start > from &&
    start > first - 2 &&
    text.tokens[start - 1]?.kind === "word" &&
    !BARE.has(wordAt(text, start - 1))
  )
    start -= 1;
  return start;
}
const BARE = wordSet("a an the and or i we my our is are am im for of hi hey hello so but with in on at to you it per");

function hasSubstance(text: Text, at: number): boolean {
  const token = text.tokens[at];
  return token !== undefined && token.kind !== "mark" && !FILLER.has(wordAt(text, at));
}
