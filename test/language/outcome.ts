import type { Heard } from "./reader.ts";

/**
 * How one thing that was said came out.
 * - `right`: the value said, or words quoted or asked about where that is the right answer.
 * - `asked`: another value or none, and a question or a refusal names the words.
 * - `quoted`: another value or none, and the words are quoted as not understood.
 * - `wrong`: another value or none, and nobody was told.
 */
export const OUTCOMES = ["right", "asked", "quoted", "wrong"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Mark {
  key: string;
  outcome: Outcome;
  /** What was expected, and what came, for whoever mends it. */
  note: string;
}

/** What a question refused with a sentence counts as: nothing was answered, so nothing was misread without a word. */
export const refusal = ({ code }: Heard): Outcome => (code === 2 ? "asked" : "wrong");

/** Words too common to tell by which phrase they were quoted. */
const COMMON = new Set(
  "a an the of to and or with for in on at by we i our is are it about per from my us be".split(" "),
);

/** How a person was told of some words: a question or a quotation that holds at least half of them, a refusal, or not at all. */
export function tellingOf(words: string, { told, code }: Heard): Outcome {
  const telling = told.find(({ text }) => mentions(text, words));
  return telling?.by ?? (code === 2 ? "asked" : "wrong");
}

function mentions(text: string, words: string): boolean {
  const [within, sought] = [text.toLowerCase(), words.toLowerCase()];
  if (within.includes(sought)) return true;
  const tokens = (from: string) => (from.match(/[\p{L}\p{N}]+/gu) ?? []).filter((token) => !COMMON.has(token));
  const [has, seeks] = [new Set(tokens(within)), tokens(sought)];
  return seeks.length > 0 && seeks.filter((token) => has.has(token)).length * 2 >= seeks.length;
}

/** Words that a person must be told of: no value is right for them. */
export function toldMark(words: string, heard: Heard): Mark {
  const isTold = tellingOf(words, heard) !== "wrong";
  return { key: "ask", outcome: isTold ? "right" : "wrong", note: `"${words}" should be asked about or quoted` };
}
