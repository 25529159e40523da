import type { InstanceType, PricingCategory } from "../catalog/catalog.ts";
import { sustainedUseShare, sustainedUseText } from "../catalog/sustained-use.ts";
import type { CostLine } from "../decision/estimate.ts";
import { roundToCent, roundUnitPrice } from "../units.ts";
import type { CostContext } from "./price-line.ts";

/** What running `hours` of the month takes off a line of such machines by itself; none where the provider gives nothing for it. */
export function sustainedUseLines(
  { candidate: { book }, provider }: CostContext,
  machines: CostLine,
  { machine, pricing, hours }: { machine: InstanceType; pricing: PricingCategory; hours: number },
): CostLine[] {
  const rule = pricing === "standard" ? book.sustainedUse(machine) : null;
  const share = sustainedUseShare(rule, hours, book.provider(provider));
  if (rule === null || share === 0) return [];
  const { source, asOf, confidence } = rule.reading;
  const unitPrice = roundUnitPrice(-machines.unitPrice * share);
  return [
    {
      ...machines,
      category: "discounts",
      description: `${machine.id}: ${sustainedUseText(share, hours, book.provider(provider))}`,
      unitPrice,
      cost: roundToCent(machines.quantity * unitPrice),
      source,
      asOf,
      confidence,
    },
  ];
}
