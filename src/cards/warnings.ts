import type { Estimate } from "../core/decision/estimate.ts";
import { quotes } from "./assumptions.ts";
import type { FlatSection } from "./card.ts";
import { clipSentences, fitting } from "./clip.ts";

const MOST_WARNING = 180;
const MOST_CHARACTERS = 420; // together, where they stand unfolded
const MOST_OWN_CHARACTERS = 1_400; // together, folded away

/** "Not understood, so not counted: “purple”." */
export const notCounted = (unparsed: readonly string[]) => `Not understood, so not counted: ${quotes(unparsed)}.`;

/** What was typed and not understood, for a card that shows no other warning; nothing where all of it was. */
export const notUnderstood = ({ unparsed }: Estimate): FlatSection[] =>
  unparsed.length === 0 ? [] : [{ kind: "list", title: null, tone: "warning", items: [notCounted(unparsed)] }];

/**
 * What the asker should know before acting on the answer: what was not understood, then at most `most` of the winner's own
 * warnings.
 */
export function warningList(estimate: Estimate, most: number): FlatSection[] {
  const unread = estimate.unparsed.length === 0 ? [] : [notCounted(estimate.unparsed)];
  const items = [...unread, ...ownTexts(estimate, most, MOST_CHARACTERS - unread.join("").length)];
  return items.length === 0 ? [] : [beforeYouDecide(items)];
}

/** The winner's own warnings, at most `most` of them; nothing where it has none. */
export function ownWarnings(estimate: Estimate, most: number): FlatSection[] {
  const items = ownTexts(estimate, most, MOST_OWN_CHARACTERS);
  return items.length === 0 ? [] : [beforeYouDecide(items)];
}

const beforeYouDecide = (items: string[]): FlatSection => ({
  kind: "list",
  title: "Before you decide",
  tone: "warning",
  items,
});

function ownTexts({ ranking }: Estimate, most: number, mostCharacters: number): string[] {
  const own = ranking[0]?.warnings ?? [];
  const texts = own.slice(0, most).map((text) => clipSentences(text, MOST_WARNING));
  const shown = fitting(texts, mostCharacters);
  const more = own.length - shown.length;
  return [...shown, ...(more > 0 ? [`And ${more} more behind “Cost lines”.`] : [])];
}
