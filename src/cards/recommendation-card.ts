import type { Estimate, RankedPlatform } from "../core/estimate.ts";
import { money } from "../core/money.ts";
import { restsOn } from "./assumptions.ts";
import { billChart } from "./bill-chart.ts";
import { billTable } from "./bill-parts.ts";
import type { Action, Card, Section } from "./card.ts";
import { button, platformMenu, whyNotMenu } from "./card-actions.ts";
import { clip } from "./clip.ts";
import { clusterLine } from "./cluster-line.ts";
import { estimateFooter } from "./estimate-footer.ts";
import { glossary } from "./glossary.ts";
import type { Names } from "./names.ts";
import { notHere } from "./not-here.ts";
import { runnersUp } from "./runners-up.ts";
import { trueCostFacts } from "./true-cost.ts";
import { warningList } from "./warnings.ts";
import { whyList } from "./why-list.ts";

const MOST_TITLE = 150;
const MOST_TEXT = 3_700; // characters, so that every chat platform shows the card as one message
/** How much of two lists is shown: where there is room, and where other parts of the card are long. */
const ROOMY = { flips: 2, assumptions: 9 };
const CLOSE = { flips: 1, assumptions: 3 };

/** What a recommendation shows beside its estimate. */
export interface RecommendationView {
  /** A draft is the asker's alone and offers to share; votes belong to what is shared. */
  shared: boolean;
  /** Titles of form steps to offer as buttons, for where a form opens a step at a time; empty elsewhere. */
  steps: readonly { title: string; step: number }[];
}

/** The answer to "where should this run": verdict, cluster, reasons, bill, true cost, runners-up, what would change it. */
export function recommendationCard(estimate: Estimate, names: Names, view: RecommendationView): Card {
  const card = cardOf(estimate, names, view, ROOMY);
  return textLength(card.sections) <= MOST_TEXT ? card : cardOf(estimate, names, view, CLOSE);
}

/** Characters of all texts in it. */
const textLength = (part: unknown): number =>
  typeof part === "string"
    ? part.length
    : typeof part === "object" && part !== null
      ? Object.values(part).reduce((sum: number, each) => sum + textLength(each), 0)
      : 0;

function cardOf(estimate: Estimate, names: Names, view: RecommendationView, most: typeof ROOMY): Card {
  const { ranking, verdict } = estimate;
  const [winner] = ranking;
  return {
    title: clip(verdictTitle(estimate, names), MOST_TITLE),
    tone: winner === undefined || isOverBudget(estimate, names) ? "warning" : "good",
    fallback: verdict.reason,
    sections: [
      { kind: "text", text: verdict.reason },
      ...(winner === undefined ? [] : winnerSections(estimate, winner, names)),
      ...runnersUp(estimate, names),
      ...notHere(estimate, names),
      ...flipList(estimate, most.flips),
      ...warningList(estimate),
      ...restsOnList(estimate, names, most.assumptions),
      estimateFooter(estimate),
    ],
    actions: actions(estimate, names, view),
    files: [],
  };
}

/** "DigitalOcean Kubernetes: 87.70 USD a month". */
export function verdictTitle(estimate: Estimate, names: Names): string {
  const [winner] = estimate.ranking;
  if (winner === undefined) return "No platform fits";
  const { name } = names.platform(winner.platform);
  const bill = `${money(winner.bill.total, winner.bill.currency)} a month`;
  if (isOverBudget(estimate, names)) return `Over your budget: ${name}, ${bill}`;
  return estimate.requirement.running === winner.platform ? `Stay on ${name}: ${bill}` : `${name}: ${bill}`;
}

function isOverBudget({ requirement, ranking }: Estimate, names: Names): boolean {
  const [winner] = ranking;
  const { budgetUsd, currency } = requirement;
  return winner !== undefined && budgetUsd !== null && winner.bill.total > names.fromUsd(budgetUsd, currency);
}

function winnerSections(estimate: Estimate, winner: RankedPlatform, names: Names): Section[] {
  const chart = billChart(estimate.ranking, names);
  const terms = glossary(winner, names);
  return [
    {
      kind: "facts",
      facts: [
        { label: "Cluster", value: clusterLine(winner, estimate.requirement.clusters, names) },
        { label: "What it is", value: names.platform(winner.platform).summary },
        ...(terms === null ? [] : [{ label: "In plain words", value: terms }]),
      ],
    },
    whyList(estimate, winner),
    { kind: "table", table: billTable(winner.bill, names.platform(winner.platform).kind) },
    ...(chart === null ? [] : [{ kind: "chart" as const, chart }]),
    trueCostFacts(winner, names),
  ];
}

function flipList({ flips }: Estimate, most: number): Section[] {
  const items = flips.slice(0, most).map(({ text }) => text);
  return items.length === 0 ? [] : [{ kind: "list", title: "What would change the answer", tone: "plain", items }];
}

function restsOnList(estimate: Estimate, names: Names, most: number): Section[] {
  const items = restsOn(estimate, names, most);
  return items.length === 0 ? [] : [{ kind: "list", title: "What this rests on", tone: "plain", items }];
}

function actions(estimate: Estimate, names: Names, { shared, steps }: RecommendationView): Action[] {
  const { id, ranking } = estimate;
  const [winner] = ranking;
  const ranked = ranking.map(({ platform }) => platform);
  return [
    ...(shared ? [] : [button("share", "Share", id, { style: "primary" })]),
    button("change", "Change answers", id),
    ...steps.map(({ title, step }) => button("step", title, id, { value: String(step) })),
    button("compare", "Compare all", id),
    ...(winner === undefined ? [] : [button("cost-lines", "Cost lines", id, { value: winner.platform })]),
    ...(winner === undefined ? [] : [button("decide", "Record decision", id)]),
    ...whyNotMenu(estimate, names),
    ...(shared ? platformMenu("vote", "Vote…", id, ranked, names) : []),
  ];
}
