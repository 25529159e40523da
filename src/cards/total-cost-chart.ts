import type { RankedPlatform } from "../core/decision/estimate.ts";
import { amountText } from "./amount.ts";
import type { Chart } from "./card.ts";
import { listed } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_BARS = 5;

/** What each platform costs in all, bill and work apart: the recommended one first and marked, then the others in their order; null where there is nothing to compare. */
export function totalCostChart(ranking: readonly RankedPlatform[], names: Names): Chart | null {
  const [winner] = ranking;
  if (winner === undefined || ranking.length < 2) return null;
  const shown = ranking.slice(0, MOST_BARS);
  const { currency } = winner.bill;
  const totals = shown.map(({ platform, trueCost }) => `${names.platform(platform).short} ${amountText(trueCost)}`);
  const series = [
    { name: "Bill", values: shown.map(({ bill }) => Math.max(0, bill.total)) },
    { name: "Work", values: shown.map(({ labour }) => labour.cost) },
    { name: "Outages", values: shown.map(({ risk }) => risk) },
  ];
  return {
    title: "Total cost a month: bill and work",
    alt: `Total cost a month in ${currency}, the recommended first: ${listed(totals)}.`,
    currency,
    bars: shown.map(({ platform }, at) =>
      at === 0 ? `★ ${names.platform(platform).short}` : names.platform(platform).short,
    ),
    series: series.filter(({ values }) => values.some((value) => value > 0)),
  };
}
