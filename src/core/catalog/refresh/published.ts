import type { InstanceType, PricingCategory, SkuPrice } from "../catalog.ts";

/** A price as its provider's API lists it, in the catalog's words: the same SKU, region, unit and currency. */
export type PublishedPrice = Pick<
  SkuPrice,
  "skuId" | "regionId" | "pricingCategory" | "pricingUnit" | "listUnitPrice" | "currency"
> & {
  /** Which of the provider's offers it is, where a category has several: "Savings plan, 1 year". */
  offer?: string;
};

/** Which prices of a provider its API lists; the others are kept by hand. */
export interface Listed {
  machines: readonly PricingCategory[]; // categories in which it prices machines
  services: readonly string[]; // SKUs that are not machines
  machinesByHand?: RegExp; // machines that it does not price all the same
}

/** Everything an API listed on a day. */
export interface PriceList {
  provider: string;
  day: string; // yyyy-mm-dd
  source: string; // the page or API where a person can check it
  via: string; // "Azure Retail Prices API"
  listed: Listed;
  prices: PublishedPrice[];
}

/** Whether an API that lists `listed` should have a price for this row. */
export function isListed(row: SkuPrice, machines: ReadonlyMap<string, InstanceType>, listed: Listed): boolean {
  if (row.customers !== "all") return false;
  if (!machines.has(row.skuId)) return listed.services.includes(row.skuId);
  return listed.machines.includes(row.pricingCategory) && !listed.machinesByHand?.test(row.skuId);
}

/** One text for the SKU, region and category of a price: what a provider has one price for. */
export const priceKey = ({
  skuId,
  regionId,
  pricingCategory,
}: Pick<PublishedPrice, "skuId" | "regionId" | "pricingCategory">): string => `${skuId} ${regionId} ${pricingCategory}`;
