import { money } from "../core/cost/money.ts";
import type { Estimate, Nearest } from "../core/decision/estimate.ts";
import type { Card, RichText } from "./card.ts";
import { button } from "./card-actions.ts";
import { clip, clipSentences } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_TITLE = 150;
const MOST_LACK = 220;

/** The card with what comes nearest where nothing fits: each with what it lacks, its bill, and a button that accepts it. */
export function withNearest(card: Card, estimate: Estimate, names: Names): Card {
  const { nearest = [], ranking, id } = estimate;
  const [first] = nearest;
  const [verdict, ...rest] = card.sections;
  if (first === undefined || verdict === undefined) return card;
  const title = `Nothing fits as asked; ${names.platform(first.platform).name} comes nearest: ${billOf(first)}`;
  const items = nearest.map((each) => itemOf(each, names));
  return {
    ...card,
    title: ranking.length === 0 ? clip(title, MOST_TITLE) : card.title,
    sections: [verdict, { kind: "list", title: "What comes nearest", tone: "plain", items }, ...rest],
    actions: [...nearest.map(({ label }, i) => button("accept", label, id, { value: String(i + 1) })), ...card.actions],
  };
}

const billOf = ({ bill, currency }: Nearest) => `${money(bill, currency)} a month`;

/** "Amazon EKS, 226.47 USD a month: it promises 99.95 %; you asked for 99.99 %. Accept 99.95 %" */
const itemOf = (nearest: Nearest, names: Names): RichText => [
  { text: `${names.platform(nearest.platform).name}, ${billOf(nearest)}`, mark: "strong" },
  `: ${clipSentences(nearest.lacks, MOST_LACK)} → ${nearest.label}`,
];
