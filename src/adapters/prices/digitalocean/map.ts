import { z } from "zod";
import { GLOBAL_REGION } from "../../../core/catalog/price-book.ts";
import type { Listed, PublishedPrice } from "../../../core/catalog/refresh/published.ts";

/** A Droplet size; keys that are not used here may come and go. */
export const Size = z.object({
  slug: z.string(),
  price_monthly: z.number(),
  regions: z.array(z.string()),
});

export const LISTED: Listed = { machines: ["standard", "dynamic"], services: [] };

/** Prices by the month, the most that one costs. They are the same everywhere, but what is interruptible is sold in few places. */
export const pricesOf = (sizes: readonly z.infer<typeof Size>[], regions: readonly string[]): PublishedPrice[] =>
  sizes.flatMap((size): PublishedPrice[] => {
    const price = {
      skuId: size.slug,
      pricingUnit: "month",
      listUnitPrice: size.price_monthly,
      currency: "USD",
    } as const;
    if (!size.slug.endsWith("-spot")) return [{ ...price, regionId: GLOBAL_REGION, pricingCategory: "standard" }];
    return size.regions
      .filter((region) => regions.includes(region))
      .map((regionId) => ({ ...price, regionId, pricingCategory: "dynamic" }));
  });
