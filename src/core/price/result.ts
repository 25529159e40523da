import type { Provider, Reading, SkuPrice } from "../catalog.ts";
import type { PriceResult } from "../price-answer.ts";
import type { PriceBook } from "../price-book.ts";
import type { Currency } from "../requirement.ts";
import { roundToCent } from "../units.ts";
import type { PriceQuery } from "./query.ts";

/** What every result of a question shares. */
export interface Asking {
  book: PriceBook;
  query: PriceQuery;
  currency: Currency;
}

const MONTHS: Record<PriceQuery["period"], number> = { hour: 0, month: 1, year: 12 };

/** Units of a price for `count` things that are there for the whole period: hours, or months. */
export function unitsFor(price: SkuPrice, provider: Provider, count: number, period: PriceQuery["period"]): number {
  if (price.pricingUnit === "month") return period === "hour" ? count / provider.hoursPerMonth : count * MONTHS[period];
  return period === "hour" ? count : count * provider.hoursPerMonth * MONTHS[period];
}

/** A result line from a price and a number of its units. */
export function result(
  { book, query, currency }: Asking,
  line: {
    provider: string;
    region: string;
    skuId: string;
    description: string;
    quantity: number;
    unit: string;
    listUnitPrice: number;
    listCurrency: Currency;
    reading: Reading;
  },
): PriceResult {
  const unitPrice = book.convert(line.listUnitPrice, line.listCurrency, currency);
  const { source, asOf, confidence } = line.reading;
  const foreign = line.listCurrency !== currency && line.listUnitPrice !== 0;
  return {
    provider: line.provider,
    region: line.region,
    skuId: line.skuId,
    description: foreign
      ? `${line.description} (list: ${line.listUnitPrice} ${line.listCurrency} per ${line.unit})`
      : line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice,
    currency,
    cost: roundToCent(line.quantity * unitPrice),
    period: query.period,
    source,
    asOf,
    confidence,
  };
}
