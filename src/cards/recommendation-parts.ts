import { money } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { COST_CATEGORIES } from "../core/decision/estimate.ts";
import { sumOfCents } from "../core/units.ts";
import { amountText } from "./amount.ts";
import { restsOn } from "./assumptions.ts";
import { billTable, partLabel } from "./bill-parts.ts";
import type { FlatSection, Fold, RichText } from "./card.ts";
import { button } from "./card-actions.ts";
import { sectionLength } from "./card-length.ts";
import { clip, clipSentences, counted, lowerFirst, upperFirst } from "./clip.ts";
import { clusterLine } from "./cluster-line.ts";
import { glossary } from "./glossary.ts";
import type { Names } from "./names.ts";
import { fillFact } from "./node-fill.ts";
import { runnersUp, whyBehind } from "./runners-up.ts";
import { trueCostFacts } from "./true-cost.ts";
import { monthText } from "./verdict-title.ts";
import { ownWarnings } from "./warnings.ts";
import { whyList } from "./why-list.ts";

/** The parts of a recommendation that are folded away. */
export const PARTS = ["bill", "runners-up", "changes"] as const;
export type PartName = (typeof PARTS)[number];

const MOST_SUMMARY = 150;
const MOST_PART = 2_900; // characters: one part alone is a message on every chat platform
/** How much of each list is shown; the longer the lists are, the less. */
const DENSITIES = [
  { flips: 6, assumptions: 40, warnings: 8 },
  { flips: 3, assumptions: 12, warnings: 6 },
  { flips: 2, assumptions: 6, warnings: 3 },
] as const;
const MOST_VERDICT = 900;
const MOST_FLIP = 220;
const MOST_RUNNERS_UP = 5;
const SHOWN_COSTS = 3;
const SHOWN_OTHERS = 2;

/** What a recommendation rests on, folded: the bill, the runners-up and why they lost, what would change the answer. */
export function recommendationParts(estimate: Estimate, names: Names): Fold[] {
  const [winner] = estimate.ranking;
  return [
    ...(winner === undefined ? [] : [billPart(estimate, winner, names)]),
    ...runnersUpPart(estimate, names),
    changesPart(estimate, names),
  ];
}

/** The part of that name, or null where the answer has none. */
export const recommendationPart = (estimate: Estimate, name: string, names: Names): Fold | null =>
  recommendationParts(estimate, names).find(({ open }) => open.value === name) ?? null;

function fold(name: PartName, title: string, summary: string, sections: FlatSection[], { id }: Estimate): Fold {
  const open = button("show-part", title, id, { value: name });
  return { kind: "fold", title, summary: clip(summary, MOST_SUMMARY), sections, open };
}

function billPart(estimate: Estimate, winner: RankedPlatform, names: Names): Fold {
  const { name, kind, summary } = names.platform(winner.platform);
  const terms = glossary(winner, names);
  const fill = fillFact(winner);
  const sections: FlatSection[] = [
    { kind: "table", table: billTable(winner.bill, kind) },
    trueCostFacts(winner, names),
    {
      kind: "facts",
      facts: [
        { label: "Cluster", value: clusterLine(winner, estimate.requirement.clusters, names) },
        ...(fill === null ? [] : [fill]),
        { label: name, value: summary },
        ...(terms === null ? [] : [{ label: "In plain words", value: terms }]),
      ],
    },
  ];
  return fold("bill", "The bill", billSummary(winner, kind), sections, estimate);
}

/** "111.70 USD a month: nodes 96.00, load balancers 12.00, volumes 2.00 and 2 more". */
function billSummary({ bill }: RankedPlatform, kind: Parameters<typeof partLabel>[1]): string {
  const costs = COST_CATEGORIES.map((category) => ({
    label: lowerFirst(partLabel(category, kind)),
    cost: sumOfCents(bill.lines.filter((line) => line.category === category).map(({ cost }) => cost)),
  })).filter(({ cost }) => cost !== 0);
  const largest = costs.toSorted((a, b) => Math.abs(b.cost) - Math.abs(a.cost)).slice(0, SHOWN_COSTS);
  const more = costs.length - largest.length;
  const told = largest.map(({ label, cost }) => `${label} ${amountText(cost)}`).join(", ");
  return `${money(bill.total, bill.currency)} a month${told === "" ? "" : `: ${told}`}${more > 0 ? ` and ${more} more` : ""}`;
}

function runnersUpPart(estimate: Estimate, names: Names): Fold[] {
  const { ranking, rejected, verdict } = estimate;
  const [winner, ...others] = ranking;
  const sections: FlatSection[] = [
    ...(winner === undefined
      ? []
      : [{ kind: "text" as const, text: clipSentences(verdict.reason, MOST_VERDICT) }, whyList(estimate, winner)]),
    ...runnersUp(estimate, names, MOST_RUNNERS_UP),
  ];
  if (sections.length === 0) return [];
  const next = others
    .slice(0, SHOWN_OTHERS)
    .map(
      (other) =>
        `${names.platform(other.platform).short} ${monthText(other)} (${winner === undefined ? "" : whyBehind(other, winner, estimate)})`,
    );
  const out = rejected.length === 0 ? [] : [`${rejected.length} ruled out`];
  const more = others.length > next.length ? [`${others.length - next.length} more`] : [];
  return [fold("runners-up", "Runners-up and why not", [...next, ...more, ...out].join(", "), sections, estimate)];
}

function changesPart(estimate: Estimate, names: Names): Fold {
  const warnings = estimate.ranking[0]?.warnings.length ?? 0;
  const [flip] = estimate.flips;
  const title = warnings === 0 ? "What would change it" : `What would change it, and ${counted(warnings, "warning")}`;
  const summary = flip?.text ?? `${upperFirst(counted(estimate.assumed.length, "assumption"))} behind it`;
  const drawn = DENSITIES.map((most) => changesSections(estimate, names, most));
  const length = (sections: FlatSection[]) => sections.reduce((sum, section) => sum + sectionLength(section), 0);
  const sections = drawn.find((each) => length(each) <= MOST_PART) ?? drawn.at(-1) ?? [];
  return fold("changes", title, summary, sections, estimate);
}

function changesSections(estimate: Estimate, names: Names, most: (typeof DENSITIES)[number]): FlatSection[] {
  const list = (title: string, items: RichText[]): FlatSection[] =>
    items.length === 0 ? [] : [{ kind: "list", title, tone: "plain", items }];
  return [
    ...list("Read from your files", estimate.fromFiles ?? []),
    ...list(
      "What would change the answer",
      estimate.flips.slice(0, most.flips).map(({ text }) => clipSentences(text, MOST_FLIP)),
    ),
    ...ownWarnings(estimate, most.warnings),
    ...list("What this rests on", restsOn(estimate, names, most.assumptions)),
  ];
}
