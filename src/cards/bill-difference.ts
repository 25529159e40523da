import { money } from "../core/cost/money.ts";
import { COST_CATEGORIES, type RankedPlatform } from "../core/decision/estimate.ts";
import { categoryCost } from "../core/decision/evaluate.ts";
import { differenceText } from "./amount.ts";
import { partLabel } from "./bill-parts.ts";
import type { Section } from "./card.ts";
import type { Names } from "./names.ts";

/** Less than this apart, a part of two bills explains nothing. */
const NOTICEABLE = 0.5;

/** Why one bill is larger than the other, part by part, the largest difference first; none for bills that are alike. */
export function billDifference(a: RankedPlatform, b: RankedPlatform, names: Names): Section[] {
  const [more, less] = a.bill.total >= b.bill.total ? [a, b] : [b, a];
  const { currency } = more.bill;
  const parts = COST_CATEGORIES.map((category) => ({
    label: partLabel(category, names.platform(more.platform).kind),
    difference: categoryCost(more.bill, category) - categoryCost(less.bill, category),
  }))
    .filter(({ difference }) => Math.abs(difference) >= NOTICEABLE)
    .toSorted((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
  if (parts.length === 0) return [];
  const [dearer, cheaper] = [more, less].map(({ platform }) => names.platform(platform).name);
  return [
    {
      kind: "list",
      title: `Why ${dearer} costs ${money(more.bill.total - less.bill.total, currency)} a month more than ${cheaper}`,
      tone: "plain",
      items: parts.map(({ label, difference }) => `${label}: ${differenceText(difference)}`),
    },
  ];
}
