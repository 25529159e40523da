import { z } from "zod";
import { GLOBAL_REGION } from "../../../core/catalog/price-book.ts";
import type { Listed, PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { CURRENCIES } from "../../../core/question/choices.ts";
import { HOURS_PER_MONTH, type PricingUnit } from "../../../core/units.ts";

/** The public order catalog; keys that are not used here may come and go. */
export const Catalog = z.object({
  locale: z.object({ currencyCode: z.enum(CURRENCIES) }),
  addons: z.array(
    z.object({
      planCode: z.string(),
      pricings: z.array(z.object({ capacities: z.array(z.string()), intervalUnit: z.string(), price: z.number() })),
    }),
  ),
});

const SERVICES: ReadonlyMap<string, { skuId: string; unit: PricingUnit; times: number }> = new Map<
  string,
  { skuId: string; unit: PricingUnit; times: number }
>([["volume.classic", { skuId: "block-storage", unit: "GiB-month", times: HOURS_PER_MONTH }]]);

export const LISTED: Listed = {
  machines: ["standard"],
  services: [...SERVICES.values()].map(({ skuId }) => skuId),
};

const PER_UNIT = 100_000_000; // prices are whole numbers of a hundred-millionth
const DIGITS = 4; // the catalog's, of what is computed

/** What is billed by use, before tax, and the same in every region of Europe; local zones have plans of their own. */
export function pricesOf({ locale, addons }: z.infer<typeof Catalog>): PublishedPrice[] {
  return addons.flatMap(({ planCode, pricings }): PublishedPrice[] => {
    const name = /^(.+)\.consumption$/.exec(planCode)?.[1];
    const pricing = pricings.find(({ capacities }) => capacities.includes("consumption"));
    if (name === undefined || name.startsWith("win-") || pricing === undefined) return [];
    const service = SERVICES.get(name);
    const price = pricing.price / PER_UNIT;
    return [
      {
        skuId: service?.skuId ?? name,
        regionId: GLOBAL_REGION,
        pricingCategory: "standard",
        pricingUnit: service?.unit ?? (pricing.intervalUnit === "month" ? "month" : "hour"),
        listUnitPrice: service === undefined ? price : Number((price * service.times).toFixed(DIGITS)),
        currency: locale.currencyCode,
      },
    ];
  });
}
