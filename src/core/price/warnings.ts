import { daysBetween } from "../catalog/as-of.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import { SPOT_DAYS } from "../catalog/spot.ts";
import type { PriceResult } from "./price-answer.ts";
import type { PriceQuery } from "./query.ts";

/** What to check before relying on prices that were read longer ago than their provider's limit, or than a spot price lasts. */
export function ageWarnings(results: readonly PriceResult[], query: PriceQuery, book: PriceBook): string[] {
  const age = ({ asOf }: PriceResult) => daysBetween(asOf, book.asOf);
  const spot = query.spot ? results.filter((each) => age(each) > SPOT_DAYS) : [];
  const limits = [...new Set(results.map(({ provider }) => provider))].map((id) => book.provider(id));
  const old = limits.flatMap(({ id, priceLimitDays }) => {
    const past = results.filter((each) => each.provider === id && !spot.includes(each) && age(each) > priceLimitDays);
    return past.length === 0 ? [] : [`${readings(past)} more than ${priceLimitDays} days ago: check before you buy.`];
  });
  const moved = `more than ${SPOT_DAYS} days ago, and spot prices move daily: a hint of the saving, not a price to plan with.`;
  return spot.length === 0 ? old : [`${readings(spot)} ${moved}`, ...old];
}

/** "The price read on 2024-08-09 was read", "3 prices, the oldest of 2024-08-09, were read". */
function readings(results: readonly PriceResult[]): string {
  const oldest = results.map(({ asOf }) => asOf).sort()[0] ?? "";
  return results.length === 1
    ? `The price of ${results[0]?.skuId} was read on ${oldest},`
    : `${results.length} prices, the oldest of ${oldest}, were read`;
}
