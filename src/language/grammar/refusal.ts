import { negationBefore } from "../text/negation.ts";
import { phraseAt, phraseTable } from "../text/phrases.ts";
import { type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";

const LEAVING = wordSet("from off out leave leaving left quit quitting exit exiting ditch ditching abandon");
/** How far back a verb governs a name. */
export const REACH = 8;

/** The words that leave a name out, with it: "not on X", "anything but X", "X is not an option"; null where none do. */
export function exclusionOf(text: Text, from: number, to: number): { from: number; to: number } | null {
  const cue = wordBefore(text, from, LEAVING, REACH);
  const negation = negationBefore(text, from);
  if (negation >= 0 && cue < negation && !isInMention(text, negation, from)) return { from: negation, to };
  const except = exceptBefore(text, from);
  if (except >= 0) return { from: isAll(text, except - 1) ? except - 1 : except, to };
  const barred = phraseAt(BARRED, text.tokens, to);
  return barred === null ? null : { from, to: barred.next };
}

/** "Except X", "anything but the X", "ignore X": where that begins; -1 for nowhere. A "but" ends its clause for all other readers. */
function exceptBefore(text: Text, from: number): number {
  const at = wordAt(text, from - 1) === "the" ? from - 2 : from - 1;
  if (wordAt(text, at) === "but") return isAll(text, at - 1) ? at : -1;
  const except = wordBefore(text, from, EXCEPT, 4);
  return wordAt(text, except) !== "than" || isAll(text, except - 1) ? except : -1;
}
const EXCEPT = wordSet(
  "except exclude excluding excluded besides outside hate hates dislike ban banned forbid forbids than ignore forget sworn refuse refuses",
);
const ALL = wordSet(
  "anything anywhere everything everywhere anyone any all somewhere something elsewhere nothing other",
);
const isAll = (text: Text, at: number) => ALL.has(wordAt(text, at));

/** Verdicts on a name. */
const BARRED = phraseTable(
  ["is", "are"].flatMap((verb) =>
    [
      "not an option",
      "no option",
      "not allowed",
      "not possible",
      "out",
      "banned",
      "forbidden",
      "off the table",
      "excluded",
      "out of the question",
      "a no go",
      "no go",
      "a nogo",
      "not acceptable",
      "not an option for us",
    ].map((rest) => [`${verb} ${rest}`, true] as const),
  ),
);

/** "From", "off", "leaving" and "out of". */
export const isLeaving = (text: Text, at: number) =>
  LEAVING.has(wordAt(text, at)) && (wordAt(text, at) !== "out" || wordAt(text, at + 1) === "of");

/** Whether a cloud or platform is named from `from` up to `to`. */
export function isInMention(text: Text, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const named = text.mentionOver[at]?.named;
    if (named !== undefined && (named.cloud !== null || named.platforms.length > 0)) return true;
  }
  return false;
}
