import type { PricingCategory, Provider, Reading, SkuPrice } from "../catalog/catalog.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import type { Currency } from "../question/choices.ts";
import { roundToCent, roundUnitPrice } from "../units.ts";
import type { PriceResult } from "./price-answer.ts";
import type { PriceQuery } from "./query.ts";

/** What every result of a question shares. */
export interface Asking {
  book: PriceBook;
  query: PriceQuery;
  currency: Currency;
}

/** The rate a question is about: spot, committed or on demand. */
export const categoryOf = ({ spot, commitment }: PriceQuery): PricingCategory =>
  spot ? "dynamic" : commitment === "none" ? "standard" : `committed-${commitment}`;

const PERIODS_A_MONTH = { hour: 0, month: 1, year: 1 / 12 };

/** Hours asked about, of a provider whose month has `hoursPerMonth`: a month sold whole is never charged for more than itself. */
function hoursOf({ span, period }: PriceQuery, hoursPerMonth: number): number {
  if (span !== null) return span.isMonthly && period === "year" ? span.hours * 12 : span.hours;
  return period === "hour" ? 1 : hoursPerMonth / PERIODS_A_MONTH[period];
}

/** Hours of a month that something runs in the time asked about: what is priced by the hour alone runs for that hour. */
export function hoursInMonth({ span, period }: PriceQuery, { hoursPerMonth }: Provider): number {
  if (span !== null) return Math.min(span.hours, hoursPerMonth);
  return period === "hour" ? 1 : hoursPerMonth;
}

/** Units of a price for `count` things that are there for all the time asked about: hours, or months. */
export function unitsFor(price: SkuPrice, provider: Provider, count: number, query: PriceQuery): number {
  const hours = hoursOf(query, provider.hoursPerMonth);
  return price.pricingUnit === "month" ? (count * hours) / provider.hoursPerMonth : count * hours;
}

/** Amounts that are asked by the month: a year is twelve of them, and less than a month pays for its share of what is kept. */
export function amountFor(
  amount: number,
  price: Pick<SkuPrice, "pricingUnit">,
  provider: Provider,
  query: PriceQuery,
): number {
  const { span, period } = query;
  if (span !== null && !span.isMonthly)
    return price.pricingUnit === "GiB-month" ? (amount * span.hours) / provider.hoursPerMonth : amount;
  return period === "year" ? amount * 12 : amount;
}

/** What a cost is for: "month", or the time asked about, "3 hours". */
export const timeOf = ({ span, period }: PriceQuery): string => (span === null || span.isMonthly ? period : span.says);

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
  const unitPrice = roundUnitPrice(book.convert(line.listUnitPrice, line.listCurrency, currency));
  const { source, asOf, confidence } = line.reading;
  return {
    provider: line.provider,
    region: line.region,
    skuId: line.skuId,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice,
    currency,
    listUnitPrice: roundUnitPrice(line.listUnitPrice),
    listCurrency: line.listCurrency,
    cost: roundToCent(line.quantity * unitPrice),
    period: timeOf(query),
    source,
    asOf,
    confidence,
  };
}
