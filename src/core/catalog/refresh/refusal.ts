import type { SkuPrice } from "../catalog.ts";
import type { PublishedPrice } from "./published.ts";

/** Why a published price is not taken. `final`: not even when somebody accepts what is odd. */
export interface Refusal {
  price: PublishedPrice;
  before: SkuPrice | null; // the catalog's price that stays
  why: string;
  final: boolean;
}

/** Past this factor, either way, a person looks first. Spot prices follow demand, and may move further. */
const MOST_MOVE = { list: 1.5, dynamic: 5 };
const HOURS_OF_A_MONTH = { fewest: 600, most: 750 }; // 624 h to 744 h: what a month of an hourly price costs

/** What is odd about `price` beside the catalog's `before`, in the provider's own `currency`; null for nothing. */
export function oddity(
  price: PublishedPrice,
  before: SkuPrice | null,
  { isMachine, currency }: { isMachine: boolean; currency: string },
): Omit<Refusal, "price" | "before"> | null {
  if (price.listUnitPrice < 0) return { why: `a price of ${price.listUnitPrice}`, final: true };
  if (price.listUnitPrice === 0 && (isMachine || (before?.listUnitPrice ?? 0) > 0))
    return { why: "a price of 0", final: isMachine };
  if (before === null)
    return price.currency === currency ? null : { why: `in ${price.currency}, not in ${currency}`, final: false };
  if (price.pricingUnit !== before.pricingUnit)
    return { why: `priced by the ${price.pricingUnit}, where it was by the ${before.pricingUnit}`, final: true };
  if (price.currency !== before.currency)
    return price.currency === currency
      ? null
      : { why: `in ${price.currency}, where it was in ${before.currency}`, final: false };
  return jump(price.listUnitPrice, before);
}

function jump(now: number, { listUnitPrice, pricingCategory }: SkuPrice): Omit<Refusal, "price" | "before"> | null {
  if (listUnitPrice === 0) return { why: `${now}, where it was free`, final: false };
  const factor = Math.max(now / listUnitPrice, listUnitPrice / now);
  const most = pricingCategory === "dynamic" ? MOST_MOVE.dynamic : MOST_MOVE.list;
  if (factor <= most) return null;
  const hint =
    factor >= HOURS_OF_A_MONTH.fewest && factor <= HOURS_OF_A_MONTH.most ? ": an hour taken for a month?" : "";
  const times = factor >= 10 ? Math.round(factor) : Number(factor.toFixed(1));
  return { why: `${times} times ${now > listUnitPrice ? "dearer" : "cheaper"}${hint}`, final: false };
}
