import type { PricingCategory } from "./catalog.ts";
import type { PriceBook } from "./price-book.ts";

/** Somebody else's figure for a SKU in a region, in the currency and unit that the provider publishes. */
export interface OtherPrice {
  provider: string;
  skuId: string;
  regionId: string;
  pricingCategory: PricingCategory;
  price: number;
}

export interface PriceDifference extends OtherPrice {
  ours: number;
  percent: number; // theirs above ours
  asOf: string; // the day ours was read
}

/** Where the catalog and somebody else's figures differ, by more than rounding, and what it does not have. */
export interface Comparison {
  equal: number;
  differences: PriceDifference[]; // largest first, either way
  missing: OtherPrice[]; // no such price in the catalog
}

const ROUNDING = 1e-4; // lists are published to four or five digits

/** Each of `others` set beside the catalog's price that holds on the book's day. */
export function compared(others: readonly OtherPrice[], book: PriceBook): Comparison {
  const comparison: Comparison = { equal: 0, differences: [], missing: [] };
  for (const other of others) {
    const { provider, skuId, regionId, pricingCategory: category, price } = other;
    const ours = book.price(provider, skuId, regionId, { category });
    if (ours === null) comparison.missing.push(other);
    else if (Math.abs(price - ours.listUnitPrice) <= Math.abs(ours.listUnitPrice) * ROUNDING) comparison.equal++;
    else {
      const percent = 100 * (price / ours.listUnitPrice - 1);
      comparison.differences.push({ ...other, ours: ours.listUnitPrice, percent, asOf: ours.reading.asOf });
    }
  }
  comparison.differences.sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
  return comparison;
}
