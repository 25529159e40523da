import type { Estimate } from "../core/decision/estimate.ts";
import { askedLine } from "./asked-line.ts";
import type { Action, Card, Inline } from "./card.ts";
import { button, menuItem, platformMenu } from "./card-actions.ts";
import { clip } from "./clip.ts";
import { dayText } from "./day-text.ts";
import { estimateFooter } from "./estimate-footer.ts";
import type { Names } from "./names.ts";
import { recommendationParts } from "./recommendation-parts.ts";
import { totalCostChart } from "./total-cost-chart.ts";
import { isOverBudget, verdictTitle } from "./verdict-title.ts";
import { verdictWords } from "./verdict-words.ts";
import { type Tally, votesLine } from "./votes.ts";

const MOST_TITLE = 150;
const MOST_NAME = 40;

/** What a recommendation shows beside its estimate. */
export interface RecommendationView {
  /** A draft is the asker's alone and offers to share; votes belong to what is shared. */
  shared: boolean;
  /** Titles of form steps to offer as buttons, for where a form opens a step at a time; empty elsewhere. */
  steps: readonly { title: string; step: number }[];
  /** How the votes on it stand, and what was decided; left out where nobody can have voted yet. */
  tally?: Tally;
  /** Whether it answers somebody's words in public, who can take it back. */
  mayTakeBack?: boolean;
  decision?: { platform: string; by: { name: string }; at: string } | null;
}

/** The answer to "where should this run", brief: what, why, for what, what it costs beside the others; all else is folded away. */
export function recommendationCard(estimate: Estimate, names: Names, view: RecommendationView): Card {
  const title = clip(verdictTitle(estimate, names), MOST_TITLE);
  const chart = totalCostChart(estimate.ranking, names);
  return {
    title,
    tone: estimate.ranking.length === 0 || isOverBudget(estimate, names) ? "warning" : "good",
    fallback: title,
    sections: [
      { kind: "text", text: [...decidedWords(view, names), ...verdictWords(estimate, names)] },
      askedLine(estimate, names),
      ...(chart === null ? [] : [{ kind: "chart" as const, chart }]),
      ...recommendationParts(estimate, names),
      ...(view.tally === undefined ? [] : votesLine(view.tally, names)),
      estimateFooter(estimate),
    ],
    actions: actions(estimate, names, view),
    files: [],
  };
}

/** "✅ Decided: DOKS, Carol, 27 Nov" on a line of its own. */
function decidedWords({ decision }: RecommendationView, names: Names): Inline[] {
  if (!decision) return [];
  const { platform, by, at } = decision;
  return [
    {
      text: `✅ Decided: ${names.platform(platform).short}, ${clip(by.name, MOST_NAME)}, ${dayText(at)}`,
      mark: "strong",
    },
    "\n",
  ];
}

function actions(estimate: Estimate, names: Names, view: RecommendationView): Action[] {
  const { shared, steps } = view;
  const isOpen = !view.decision;
  const { id, ranking, rejected } = estimate;
  const [winner] = ranking;
  const ranked = ranking.map(({ platform }) => platform);
  return [
    ...(shared ? [] : [button("share", "Share", id, { style: "primary" })]),
    button("ask", "Ask", id),
    ...(shared && isOpen ? platformMenu("vote", "Vote…", id, ranked, names) : []),
    ...(winner === undefined || !isOpen ? [] : [button("decide", "Record decision", id)]),
    menuItem("compare", "Compare all", id),
    ...(winner === undefined ? [] : [menuItem("cost-lines", "Cost lines", id, { value: winner.platform })]),
    ...(ranking.length < 2 && rejected.length === 0 ? [] : [menuItem("why-not", "Why not…", id)]),
    ...(view.mayTakeBack ? [menuItem("take-back", "Take this answer back", id)] : []),
    ...steps.map(({ title, step }) => menuItem("step", title, id, { value: String(step) })),
  ];
}
