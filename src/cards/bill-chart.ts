import type { Bill, CostCategory, RankedPlatform } from "../core/decision/estimate.ts";
import { sumOfCents } from "../core/units.ts";
import { amountText } from "./amount.ts";
import type { Chart } from "./card.ts";
import { listed } from "./clip.ts";
import type { Names } from "./names.ts";

/** Bands of a bar, at most six so that every chat platform draws them all. */
const BANDS: readonly { name: string; categories: readonly CostCategory[] }[] = [
  { name: "Control plane", categories: ["control-plane"] },
  { name: "Nodes", categories: ["nodes"] },
  { name: "Disks and backups", categories: ["os-disks", "storage", "backups"] },
  { name: "Load balancers", categories: ["load-balancers"] },
  { name: "Network", categories: ["nat", "public-ipv4", "egress", "cross-zone"] },
  { name: "Logs", categories: ["logs"] },
];

/** Every ranked platform's bill as a stacked bar, cheapest first; null where there is nothing to compare. */
export function billChart(ranking: readonly RankedPlatform[], names: Names): Chart | null {
  const cheapestFirst = ranking.toSorted((a, b) => a.bill.total - b.bill.total);
  const [cheapest] = cheapestFirst;
  if (cheapest === undefined || cheapestFirst.length < 2) return null;
  const bands = cheapestFirst.map(({ bill }) => bandCosts(bill));
  const { currency } = cheapest.bill;
  const bars = cheapestFirst.map(({ platform }) => names.platform(platform).name);
  const totals = cheapestFirst.map(({ bill }, i) => `${bars[i]} ${amountText(bill.total)}`);
  return {
    title: "Monthly bill by platform",
    alt: `Monthly bills in ${currency}, cheapest first: ${listed(totals)}.`,
    currency,
    bars,
    series: BANDS.map(({ name }, i) => ({ name, values: bands.map((costs) => costs[i] ?? 0) })).filter(({ values }) =>
      values.some((value) => value > 0),
    ),
  };
}

/** The bill in bands, none below 0: what is credited comes off the first bands that have something to take it from. */
function bandCosts(bill: Bill): number[] {
  const costOf = (categories: readonly CostCategory[]) =>
    sumOfCents(bill.lines.filter(({ category }) => categories.includes(category)).map(({ cost }) => cost));
  let credit = -costOf(["credits", "discounts"]);
  return BANDS.map(({ categories }) => {
    const cost = costOf(categories);
    const taken = Math.min(Math.max(0, cost), credit);
    credit -= taken;
    return sumOfCents([cost, -taken]);
  });
}
