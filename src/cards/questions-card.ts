import type { Estimate } from "../core/decision/estimate.ts";
import { restsOn } from "./assumptions.ts";
import type { Card } from "./card.ts";
import { button } from "./card-actions.ts";
import { estimateFooter } from "./estimate-footer.ts";
import type { Names } from "./names.ts";
import type { RecommendationView } from "./recommendation-card.ts";

/** What has to be known before anything is recommended: the questions, what was understood so far, and the form. */
export function questionsCard(
  estimate: Estimate,
  questions: readonly string[],
  names: Names,
  { steps }: Pick<RecommendationView, "steps">,
): Card {
  const { id, understood } = estimate;
  const soFar = understood.length === 0 ? [] : restsOn(estimate, names, 0).slice(0, 1);
  return {
    title: "I need to know more before I recommend anything",
    tone: "neutral",
    fallback: questions.join(" "),
    sections: [
      { kind: "list", title: null, tone: "plain", items: [...questions] },
      ...(soFar.length === 0 ? [] : [{ kind: "list" as const, title: null, tone: "plain" as const, items: soFar }]),
      { kind: "text", text: "Say it in your own words, as in “3 services for a startup on AWS”, or use the form." },
      estimateFooter(estimate),
    ],
    actions: [
      button("change", "Answer", id, { style: "primary" }),
      ...steps.map(({ title, step }) => button("step", title, id, { value: String(step) })),
    ],
    files: [],
  };
}
