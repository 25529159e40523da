import type { Estimate } from "../core/estimate.ts";
import { quotes } from "./assumptions.ts";
import type { Section } from "./card.ts";
import { clipSentences, fitting } from "./clip.ts";

const MOST_WARNING = 180;
const MOST_CHARACTERS = 420; // together, so that the card stays short

const notCounted = (unparsed: readonly string[]) => `Not understood, so not counted: ${quotes(unparsed)}.`;

/** What was typed and not understood, for a card that shows no other warning; nothing where all of it was. */
export const notUnderstood = ({ unparsed }: Estimate): Section[] =>
  unparsed.length === 0 ? [] : [{ kind: "list", title: null, tone: "warning", items: [notCounted(unparsed)] }];

/**
 * What the asker should know before acting on the answer: what was not understood, then at most `most` of the winner's own
 * warnings.
 */
export function warningList({ unparsed, ranking }: Estimate, most: number): Section[] {
  const own = ranking[0]?.warnings ?? [];
  const unread = unparsed.length === 0 ? [] : [notCounted(unparsed)];
  const room = MOST_CHARACTERS - unread.join("").length;
  const texts = own.slice(0, most).map((text) => clipSentences(text, MOST_WARNING));
  const shown = fitting(texts, room);
  const more = own.length - shown.length;
  const items = [...unread, ...shown, ...(more > 0 ? [`And ${more} more behind “Cost lines”.`] : [])];
  return items.length === 0 ? [] : [{ kind: "list", title: "Before you decide", tone: "warning", items }];
}
