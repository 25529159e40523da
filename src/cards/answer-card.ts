import type { Estimate } from "../core/decision/estimate.ts";
import type { Card } from "./card.ts";
import type { Names } from "./names.ts";
import { withNearest } from "./nearest.ts";
import { questionsCard } from "./questions-card.ts";
import { type RecommendationView, recommendationCard } from "./recommendation-card.ts";

/** The card of an estimate: what it recommends, or what it has to know first. */
export function answerCard(estimate: Estimate, names: Names, view: RecommendationView): Card {
  return estimate.questions === undefined
    ? withNearest(recommendationCard(estimate, names, view), estimate, names)
    : questionsCard(estimate, estimate.questions, names, view);
}
