import { z } from "zod";
import type { Listed, PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { CURRENCIES } from "../../../core/question/choices.ts";

/** A product of the public catalog; keys that are not used here may come and go. */
export const Product = z.object({
  sku: z.string(),
  status: z.string(),
  locality: z.object({ zone: z.string().nullish() }).nullish(),
  price: z
    .object({
      retail_price: z.object({ currency_code: z.enum(CURRENCIES), units: z.number(), nanos: z.number() }).nullish(),
    })
    .nullish(),
  properties: z.object({ instance: z.object({ offer_id: z.string() }).nullish() }).nullish(),
  unit_of_measure: z.object({ unit: z.string(), size: z.number().positive() }).nullish(),
});
export type Product = z.infer<typeof Product>;

export const LISTED: Listed = { machines: ["standard"], services: [] };

const HOURS: ReadonlyMap<string, number> = new Map([
  ["hour", 1],
  ["minute", 1 / 60],
]);

/** Hourly prices in `regions`. A region has several zones: where they differ, its first one that sells the machine counts. */
export function pricesOf(products: readonly Product[], regions: readonly string[]): PublishedPrice[] {
  const first = new Map<string, { zone: string; price: PublishedPrice }>();
  for (const product of products)
    for (const { zone, price } of priceOf(product)) {
      const key = `${price.skuId} ${price.regionId}`;
      const known = first.get(key);
      if (regions.includes(price.regionId) && (known === undefined || zone < known.zone))
        first.set(key, { zone, price });
    }
  return [...first.values()].map(({ price }) => price);
}

function priceOf(product: Product): { zone: string; price: PublishedPrice }[] {
  const { sku, status, locality, price, properties, unit_of_measure: measure } = product;
  const [zone, skuId, retail] = [locality?.zone, properties?.instance?.offer_id, price?.retail_price];
  const hours = HOURS.get(measure?.unit ?? "");
  const isSold = status !== "retired" && status !== "end_of_life";
  if (!isSold || !zone || !skuId || !retail || !measure || hours === undefined || !/\/run_[\w-]+$/.test(sku)) return [];
  const perHour = (retail.units + retail.nanos / 1e9) / (measure.size * hours);
  return [
    {
      zone,
      price: {
        skuId,
        regionId: zone.replace(/-\d+$/, ""),
        pricingCategory: "standard",
        pricingUnit: "hour",
        listUnitPrice: Number(perHour.toFixed(6)),
        currency: retail.currency_code,
      },
    },
  ];
}
