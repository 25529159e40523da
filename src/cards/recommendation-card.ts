import type { Estimate, RankedPlatform } from "../core/estimate.ts";
import { money } from "../core/money.ts";
import { assumedWorkload, restsOn } from "./assumptions.ts";
import { billChart } from "./bill-chart.ts";
import { billTable } from "./bill-parts.ts";
import type { Action, Card, Section } from "./card.ts";
import { button, platformMenu, whyNotMenu } from "./card-actions.ts";
import { sectionLength } from "./card-length.ts";
import { clip, clipSentences } from "./clip.ts";
import { clusterLine } from "./cluster-line.ts";
import { estimateFooter } from "./estimate-footer.ts";
import { glossary } from "./glossary.ts";
import type { Names } from "./names.ts";

import { fillFact } from "./node-fill.ts";
import { notHere } from "./not-here.ts";
import { runnersUp } from "./runners-up.ts";
import { spendToday } from "./spend-today.ts";
import { trueCostFacts } from "./true-cost.ts";
import { warningList } from "./warnings.ts";
import { whyList } from "./why-list.ts";

const MOST_TITLE = 150;
const MOST_VERDICT = 900;
const MOST_TEXT = 3_800; // characters, so that every chat platform shows the card as one message
/** How much of each list is shown: where there is room, and the longer other parts of the card are, the less. */
const DENSITIES = [
  { flips: 2, assumptions: 9, warnings: 4, runnersUp: 4 },
  { flips: 1, assumptions: 3, warnings: 4, runnersUp: 4 },
  { flips: 1, assumptions: 1, warnings: 2, runnersUp: 2 },
] as const;
type Density = (typeof DENSITIES)[number];

/** What a recommendation shows beside its estimate. */
export interface RecommendationView {
  /** A draft is the asker's alone and offers to share; votes belong to what is shared. */
  shared: boolean;
  /** Titles of form steps to offer as buttons, for where a form opens a step at a time; empty elsewhere. */
  steps: readonly { title: string; step: number }[];
}

/** The answer to "where should this run": verdict, cluster, reasons, bill, true cost, runners-up, what would change it. */
export function recommendationCard(estimate: Estimate, names: Names, view: RecommendationView): Card {
  const title = clip(verdictTitle(estimate, names), MOST_TITLE);
  return {
    title,
    tone: estimate.ranking.length === 0 || isOverBudget(estimate, names) ? "warning" : "good",
    fallback: estimate.verdict.reason,
    sections: fittingSections(estimate, names, MOST_TEXT - title.length),
    actions: actions(estimate, names, view),
    files: [],
  };
}

/** A group of sections that is shown whole or not at all; of two, the one with the lower rank stays the longer. */
interface Part {
  rank: number;
  sections: Section[];
}

/** The parts of the card in so many characters: ever shorter lists, and at the last without what matters least. */
function fittingSections(estimate: Estimate, names: Names, most: number): Section[] {
  for (const density of DENSITIES) {
    const parts = partsOf(estimate, names, density);
    if (partsLength(parts) <= most) return parts.flatMap(({ sections }) => sections);
  }
  return withoutLeast(partsOf(estimate, names, DENSITIES[DENSITIES.length - 1] as Density), most);
}

const partsLength = (parts: readonly Part[]) =>
  parts.flatMap(({ sections }) => sections).reduce((sum, section) => sum + sectionLength(section), 0);

const LEFT_OUT: Section = { kind: "text", text: "More of it stands behind “Compare all” and “Cost lines”." };

function withoutLeast(parts: readonly Part[], most: number): Section[] {
  let room = most - sectionLength(LEFT_OUT);
  const kept = new Set<Part>();
  for (const part of parts.toSorted((a, b) => a.rank - b.rank)) {
    const length = partsLength([part]);
    if (length > room) continue;
    room -= length;
    kept.add(part);
  }
  const shown = parts.filter((part) => kept.has(part)).flatMap(({ sections }) => sections);
  return [...shown.slice(0, -1), LEFT_OUT, ...shown.slice(-1)];
}

function partsOf(estimate: Estimate, names: Names, most: Density): Part[] {
  const { ranking, verdict } = estimate;
  const [winner] = ranking;
  return [
    {
      rank: 1,
      sections: [{ kind: "text", text: clipSentences(verdict.reason, MOST_VERDICT) }, ...spendToday(estimate, names)],
    },
    { rank: 0, sections: readFromFiles(estimate) },
    { rank: 3, sections: winner === undefined ? [] : winnerSections(estimate, winner, names) },
    { rank: 4, sections: runnersUp(estimate, names, most.runnersUp) },
    { rank: 7, sections: notHere(estimate, names) },
    { rank: 5, sections: flipList(estimate, most.flips) },
    { rank: 2, sections: warningList(estimate, most.warnings) },
    { rank: 6, sections: restsOnList(estimate, names, most.assumptions) },
    { rank: 0, sections: [estimateFooter(estimate)] },
  ];
}

/** How the files that were handed in were read: every sentence, in full. */
const readFromFiles = ({ fromFiles = [] }: Estimate): Section[] =>
  fromFiles.length === 0 ? [] : [{ kind: "list", title: "Read from your files", tone: "plain", items: fromFiles }];

/** "DigitalOcean Kubernetes: 87.70 USD a month (3 services assumed)". */
export const verdictTitle = (estimate: Estimate, names: Names): string =>
  `${verdictWithBill(estimate, names)}${assumedWorkload(estimate)}`;

function verdictWithBill(estimate: Estimate, names: Names): string {
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
  const fill = fillFact(winner);
  return [
    {
      kind: "facts",
      facts: [
        { label: "Cluster", value: clusterLine(winner, estimate.requirement.clusters, names) },
        ...(fill === null ? [] : [fill]),
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
