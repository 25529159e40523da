import type { Card } from "./card.ts";

/** The card with what is to be said about the words that asked for it, right after its verdict. */
export function remarked(card: Card, remarks: readonly string[]): Card {
  const [verdict, ...rest] = card.sections;
  if (remarks.length === 0 || verdict === undefined) return card;
  const about = { kind: "list" as const, title: "About what you wrote", tone: "plain" as const, items: [...remarks] };
  return { ...card, sections: [verdict, about, ...rest] };
}
