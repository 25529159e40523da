import { NEGOTIATED_SKU } from "../core/cost/discounts.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import type { FlatSection } from "./card.ts";

/** The day of the prices, what they are, and the id that finds the estimate again. */
export function estimateFooter({ asOf, catalog, id, ranking }: Estimate): FlatSection {
  const discounted = ranking.some(({ bill }) => bill.lines.some(({ skuId }) => skuId === NEGOTIATED_SKU));
  const prices = discounted ? "list prices less your discounts" : "list prices";
  return {
    kind: "footer",
    text: `Prices of ${asOf}, the newest read on ${catalog.newestAsOf} · ${prices}, before tax · estimate ${id}`,
  };
}
