import type { Suggestion } from "../core/price/query.ts";
import type { Parse } from "./parse.ts";
import { closeNames } from "./text/spelling.ts";

/** So many unknown names get suggestions, and so many each. */
const MOST_UNKNOWN = 3;
const MOST_CLOSE = 5;

/** The words that look like ids, letters and digits mixed, and that no rule read, each with what is close to it. */
export function suggestionsFor({ text, heard }: Parse): Suggestion[] {
  const unknown = text.tokens.filter(
    ({ kind, word }, at) => kind === "word" && heard[at] !== true && /\d/.test(word) && word.length > 2,
  );
  return unknown.slice(0, MOST_UNKNOWN).map(({ start, end, word }) => ({
    typed: text.typed.slice(start, end),
    close: closeNames(word, text.vocabulary, MOST_CLOSE),
  }));
}
