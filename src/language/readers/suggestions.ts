import type { Suggestion } from "../../core/price/query.ts";
import { closeNames } from "../text/spelling.ts";
import type { Reading } from "./reading.ts";

/** So many unknown names get suggestions, and so many each. */
const MOST_UNKNOWN = 3;
const MOST_CLOSE = 5;

/** The words of `r` that look like ids, letters and digits mixed, and that nothing was made of. */
export function suggestionsFor(r: Reading): Suggestion[] {
  const suggestions: Suggestion[] = [];
  r.tokens.forEach((token, at) => {
    const unknown = token.kind === "word" && r.taken[at] !== true && /\d/.test(token.word) && token.word.length > 2;
    if (!unknown || suggestions.length >= MOST_UNKNOWN) return;
    const typed = r.text.slice(token.start, token.end);
    suggestions.push({ typed, close: closeNames(token.word, r.vocabulary, MOST_CLOSE) });
  });
  return suggestions;
}
