import type { Estimate } from "../core/decision/estimate.ts";
import type { Card } from "./card.ts";
import { button, whyNotMenu } from "./card-actions.ts";
import { clip } from "./clip.ts";
import { estimateFooter } from "./estimate-footer.ts";
import type { Names } from "./names.ts";
import { recommendationPart } from "./recommendation-parts.ts";
import { verdictTitle } from "./verdict-title.ts";

const MOST_TITLE = 150;

/** One folded part of a recommendation as a card of its own; null for a part that the answer does not have. */
export function partCard(estimate: Estimate, name: string, names: Names): Card | null {
  const part = recommendationPart(estimate, name, names);
  if (part === null) return null;
  const title = `${part.title} · ${verdictTitle(estimate, names)}`;
  return {
    title: clip(title, MOST_TITLE),
    tone: "neutral",
    fallback: title,
    sections: [...part.sections, estimateFooter(estimate)],
    actions: [
      ...(name === "bill" ? [button("cost-lines", "Cost lines", estimate.id)] : []),
      ...(name === "runners-up" ? [button("compare", "Compare all", estimate.id), ...whyNotMenu(estimate, names)] : []),
      ...(name === "changes" ? [button("change", "Change answers", estimate.id)] : []),
    ],
    files: [],
  };
}
