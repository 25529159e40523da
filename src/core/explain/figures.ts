import type { PricingCategory, Region, SkuPrice } from "../catalog/catalog.ts";
import type { Platform, Tier } from "../catalog/platform.ts";
import { GLOBAL_REGION, type PriceBook } from "../catalog/price-book.ts";
import { money } from "../cost/money.ts";
import { groupBy } from "../group-by.ts";
import { nearest } from "../price/place.ts";
import type { Currency } from "../question/choices.ts";
import type { PricingUnit } from "../units.ts";
import type { Figure } from "./topic.ts";

const PER: Record<PricingUnit, string> = {
  hour: "an hour",
  month: "a month",
  "vCPU-hour": "a vCPU-hour",
  "GiB-hour": "a GiB-hour",
  "GiB-month": "a GiB-month",
  GiB: "a GiB",
};
const UNIT_PRICE = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 7 });

/** "0.0445 USD": as many decimals as the list has, two at least. */
export const unitPrice = (amount: number, currency: Currency) => `${UNIT_PRICE.format(amount)} ${currency}`;

/** A price and the region it was found in: that of usual questions where it is known there, else the nearest to it. */
export function priceNear(
  book: PriceBook,
  provider: string,
  skuId: string,
  category: PricingCategory = "standard",
): { price: SkuPrice; region: Region } | null {
  const near = nearest(book, provider, null, (region) => book.price(provider, skuId, region.id, { category }));
  return near === null ? null : { price: near.found, region: near.region };
}

/** What something costs that is there all month, in its own currency. */
export const monthly = (book: PriceBook, { provider, pricingUnit, listUnitPrice }: SkuPrice) =>
  pricingUnit === "hour" ? listUnitPrice * book.provider(provider).hoursPerMonth : listUnitPrice;

/** "0.10 USD an hour, 73.00 USD a month", or "free". */
export function priceText(book: PriceBook, price: SkuPrice): string {
  if (price.listUnitPrice === 0) return "free";
  const text = `${unitPrice(price.listUnitPrice, price.currency)} ${PER[price.pricingUnit]}`;
  return price.pricingUnit === "hour" ? `${text}, ${money(monthly(book, price), price.currency)} a month` : text;
}

/** "in Frankfurt", or nothing where the price holds everywhere. */
export const placeText = (price: SkuPrice, region: Region) =>
  price.regionId === GLOBAL_REGION ? "" : ` in ${region.place}`;

/** One SKU's price; none where no region has one. Without a label it is the provider's name and the SKU's. */
export function priceFigure(book: PriceBook, provider: string, skuId: string, label?: string): Figure[] {
  const near = priceNear(book, provider, skuId);
  if (near === null) return [];
  const { price, region } = near;
  const name = `${book.provider(provider).name}: ${book.service(provider, skuId)?.name ?? skuId}`;
  return [
    {
      label: label ?? name,
      value: `${priceText(book, price)}${placeText(price, region)}`,
      source: price.reading.source,
      asOf: price.reading.asOf,
    },
  ];
}

/** The fee of each tier that `keep` keeps, by platform. */
export function feeFigures(book: PriceBook, keep: (platform: Platform, tier: Tier) => boolean): Figure[] {
  return book.platforms.flatMap((platform) =>
    platform.tiers
      .filter((tier) => platform.provider !== null && keep(platform, tier))
      .flatMap((tier) => feeFigure(book, platform, tier)),
  );
}

function feeFigure(book: PriceBook, { name, provider }: Platform, tier: Tier): Figure[] {
  const label = `${name}, ${tier.name}`;
  const [fee] = priceFigure(book, provider ?? "", tier.feeSku, label);
  const surcharge = tier.surchargeSku === null ? [] : priceFigure(book, provider ?? "", tier.surchargeSku, label);
  if (fee === undefined) return [];
  return [{ ...fee, value: [fee, ...surcharge].map(({ value }) => value).join(", and on top ") }];
}

/** How a platform stands to `feature`, in the catalog's own words, for every platform whose row `keep` keeps. */
export function featureFigures(
  book: PriceBook,
  feature: keyof Platform["features"],
  keep: (platform: Platform) => boolean = () => true,
): Figure[] {
  return book.platforms.filter(keep).flatMap(({ name, features }) => {
    const support = features[feature];
    return support === undefined ? [] : [{ label: name, value: support.says, source: support.source, asOf: null }];
  });
}

/** Figures that say the same of several things as one, with all their labels. */
export function merged(figures: readonly Figure[]): Figure[] {
  const alike = groupBy(figures, ({ value, source }) => `${value} ${source}`);
  return [...alike.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    return [{ ...first, label: [...new Set([first, ...rest].map(({ label }) => label))].join("; ") }];
  });
}

/** The first of those alike in `keyOf`, in their order. */
export function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}
