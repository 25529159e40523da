import type { CostLine } from "../decision/estimate.ts";
import { roundToCent, sumOfCents } from "../units.ts";
import { money } from "./money.ts";
import type { CostContext } from "./price-line.ts";

export const NEGOTIATED_SKU = "negotiated-discount";

/** What the team's negotiated discounts take off the lines of their provider: never more than there is to pay. */
export function discountLines(context: CostContext, lines: readonly CostLine[]): CostLine[] {
  const { candidate, provider } = context;
  const { book, region, requirement, terms } = candidate;
  const { currency } = requirement;
  let left = sumOfCents(lines.map((line) => line.cost));
  return terms.discounts
    .filter((discount) => discount.provider === provider)
    .map((discount) => {
      const fixed = "fixedUsd" in discount;
      const asked = fixed ? book.convert(discount.fixedUsd, "USD", currency) : (left * discount.percent) / 100;
      const off = roundToCent(Math.min(left, asked));
      left = sumOfCents([left, -off]);
      return {
        category: "discounts",
        description: fixed
          ? `Negotiated: ${money(asked, currency)} off a month`
          : `Negotiated: ${discount.percent} % off`,
        skuId: NEGOTIATED_SKU,
        region: region.id,
        quantity: 1,
        unit: "month",
        unitPrice: -off,
        cost: off === 0 ? 0 : -off,
        currency,
        source: book.provider(provider).source,
        asOf: book.asOf,
        confidence: "high",
      };
    });
}
