import type { Estimate } from "../core/decision/estimate.ts";
import type { Card } from "./card.ts";
import { listed } from "./clip.ts";
import { changedKeys } from "./difference-card.ts";
import type { Names } from "./names.ts";
import { changeWords } from "./offer-card.ts";

/** The card with what is to be said about the words that asked for it, right after its verdict. */
export function remarked(card: Card, remarks: readonly string[]): Card {
  const [verdict, ...rest] = card.sections;
  if (remarks.length === 0 || verdict === undefined) return card;
  const about = { kind: "list" as const, title: "About what you wrote", tone: "plain" as const, items: [...remarks] };
  return { ...card, sections: [verdict, about, ...rest] };
}

/** What a card says that could have gone on with an earlier question and did not. */
export const NEW_QUESTION = "A new question: nothing of the one before is in it.";

/** What a card says that goes on with an earlier question. */
export function changeRemark(before: Estimate, after: Estimate, names: Names): string {
  const changes = changeWords(before.requirement, after.requirement, changedKeys(before, after), names);
  const changed = changes.length === 0 ? "Your question as before" : `Your question before, now ${listed(changes)}`;
  return `${changed}. “New question” starts afresh.`;
}
