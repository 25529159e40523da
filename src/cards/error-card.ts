import type { Card } from "./card.ts";
import { clip } from "./clip.ts";

const MOST_TITLE = 150;

/**
 * What went wrong: a message and what to do about it for the asker, or for our own faults a reference to the log; both where
 * something we depend on fails.
 */
export type Problem = { message: string; hint: string; reference?: string } | { reference: string };

/** The problem as a card; nothing of our own faults is shown but the reference. */
export function errorCard(problem: Problem): Card {
  const { title, text } = problemWords(problem);
  const long = title.length > MOST_TITLE;
  return {
    title: long ? clip(title, MOST_TITLE) : title,
    tone: "warning",
    fallback: problemText(problem),
    sections: [...(long ? [{ kind: "text" as const, text: title }] : []), { kind: "text", text }],
    actions: [],
    files: [],
  };
}

/** The problem as one line of text, for where there is no room for a card. */
export function problemText(problem: Problem): string {
  const { title, text } = problemWords(problem);
  return `${title} ${text}`.trim();
}

/** What went wrong as a title, and as a text what to do about it. */
export const problemWords = (problem: Problem): { title: string; text: string } =>
  "message" in problem
    ? { title: problem.message, text: withReference(problem.hint, problem.reference) }
    : {
        title: "That did not work, and it is our fault.",
        text: `Please try again. If it happens once more, tell whoever runs this bot the reference ${problem.reference}.`,
      };

const withReference = (hint: string, reference: string | undefined) =>
  reference === undefined ? hint : `${hint} Reference: ${reference}.`;
