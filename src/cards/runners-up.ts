import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { weighing } from "../core/question/priorities.ts";
import { amountText } from "./amount.ts";
import type { FlatSection, RichText } from "./card.ts";
import { clipSentences, counted } from "./clip.ts";
import type { Names } from "./names.ts";

/** The platforms that came next, so many in one table, and a sentence on those that are not in it. */
export function runnersUp(estimate: Estimate, names: Names, most: number): FlatSection[] {
  const { ranking, rejected } = estimate;
  const [winner, ...others] = ranking;
  const more = Math.max(0, others.length - most);
  const notShown = [
    ...(more > 0 ? [`${more} more behind “Compare all”`] : []),
    ...(rejected.length > 0 ? [`${counted(rejected.length, "platform")} ruled out: “Why not…” says why`] : []),
  ];
  const shown = ranking.slice(0, 1 + most);
  const costsRise = shown.every((each, i) => each.trueCost >= (shown[i - 1]?.trueCost ?? 0));
  const notes = [
    ...(costsRise ? [] : ["The order weighs what counts most here, not true cost alone."]),
    ...(notShown.length === 0 ? [] : [`${notShown.join("; ")}.`]),
  ];
  const rest: FlatSection[] = [
    ...ruledOut(rejected, most - others.length, names),
    ...(notes.length === 0 ? [] : [{ kind: "text" as const, text: notes.join(" ") }]),
  ];
  if (winner === undefined || others.length === 0) return rest;
  const risky = ranking.some(({ risk }) => risk !== 0);
  const rows = others.slice(0, most).map((other) => {
    const { bill, labour, risk, trueCost, platform } = other;
    return [
      names.platform(platform).name,
      amountText(bill.total),
      amountText(labour.cost),
      ...(risky ? [amountText(risk)] : []),
      amountText(trueCost),
      whyBehind(other, winner, estimate),
    ];
  });
  return [
    {
      kind: "table",
      table: {
        title: `Runners-up, ${winner.bill.currency} a month`,
        columns: [
          { name: "Platform", align: "left" },
          { name: "Bill", align: "right" },
          { name: "Work", align: "right" },
          ...(risky ? [{ name: "Outages", align: "right" as const }] : []),
          { name: "True cost", align: "right" },
          { name: "Why not first", align: "left" },
        ],
        rows,
        total: null,
      },
    },
    ...rest,
  ];
}

/** Rules whose reason tells nothing that the question did not say. */
const OBVIOUS = new Set(["laptop", "region"]);
const MOST_REASON = 150;

/** Where few platforms are left, why others are not among them: so many of them, each with its deciding reason. */
function ruledOut(rejected: Estimate["rejected"], most: number, names: Names): FlatSection[] {
  const told = rejected.filter(({ rule }) => !OBVIOUS.has(rule)).slice(0, Math.max(0, most));
  if (told.length === 0) return [];
  const items = told.map(
    ({ platform, reason }): RichText => [
      { text: `${names.platform(platform).name}: `, mark: "strong" },
      clipSentences(reason, MOST_REASON),
    ],
  );
  return [{ kind: "list", title: "Ruled out", tone: "plain", items }];
}

/** "dearer, more work": where it loses against the winner, in a few words. */
export function whyBehind(other: RankedPlatform, winner: RankedPlatform, { requirement }: Estimate): string {
  const bill = other.bill.total - winner.bill.total;
  const work = other.labour.cost - winner.labour.cost;
  const risk = other.risk - winner.risk;
  if (risk > Math.max(0, bill, work)) return "outages would cost more";
  if (bill > 0 && work > 0) return "dearer, more work";
  if (bill > 0) return work < 0 ? "less work, but dearer" : "dearer";
  if (work > 0) return bill < 0 ? "cheaper, but more work" : "more work";
  const control = weighing(requirement).priorities.includes("control");
  return control && other.triangle.control < winner.triangle.control ? "less you can change" : "prices less certain";
}
