import { z } from "zod";
import { GLOBAL_REGION } from "../../../core/catalog/price-book.ts";
import type { Listed, PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { CURRENCIES } from "../../../core/question/choices.ts";
import type { PricingUnit } from "../../../core/units.ts";

const Net = z.object({ net: z.string().regex(/^\d+(\.\d+)?$/) }); // and gross, which the catalog never has
const Located = z.object({
  name: z.string(),
  prices: z.array(z.object({ location: z.string(), price_monthly: Net })),
});

/** The answer to GET /pricing; keys that are not used here may come and go. */
export const Pricing = z.object({
  pricing: z.object({
    currency: z.enum(CURRENCIES),
    server_types: z.array(Located),
    load_balancer_types: z.array(Located),
    primary_ips: z.array(Located.omit({ name: true }).extend({ type: z.string() })),
    volume: z.object({ price_per_gb_month: Net }),
    image: z.object({ price_per_gb_month: Net }),
  }),
});

export const LISTED: Listed = { machines: ["standard"], services: ["primary-ipv4", "lb11", "volume", "snapshot"] };

/** Net prices for new orders, by the month: the most that a server costs in one. A GB is taken for a GiB. */
export function pricesOf({ pricing }: z.infer<typeof Pricing>, regions: readonly string[]): PublishedPrice[] {
  const { currency, server_types, load_balancer_types, primary_ips, volume, image } = pricing;
  const price = (skuId: string, regionId: string, pricingUnit: PricingUnit, { net }: z.infer<typeof Net>) =>
    ({ skuId, regionId, pricingCategory: "standard", pricingUnit, listUnitPrice: Number(net), currency }) as const;
  const located = (skuId: string, prices: z.infer<typeof Located>["prices"]) =>
    prices
      .filter(({ location }) => regions.includes(location))
      .map(({ location, price_monthly }) => price(skuId, location, "month", price_monthly));
  return [
    ...server_types.flatMap(({ name, prices }) => located(name, prices)),
    ...load_balancer_types.filter(({ name }) => name === "lb11").flatMap(({ name, prices }) => located(name, prices)),
    ...primary_ips.filter(({ type }) => type === "ipv4").flatMap(({ prices }) => located("primary-ipv4", prices)),
    price("volume", GLOBAL_REGION, "GiB-month", volume.price_per_gb_month),
    price("snapshot", GLOBAL_REGION, "GiB-month", image.price_per_gb_month),
  ];
}
