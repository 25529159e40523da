import { z } from "zod";
import type { InstanceType, PricingCategory } from "../../../core/catalog/catalog.ts";
import type { Listed, PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { CURRENCIES, type Currency } from "../../../core/question/choices.ts";

/** A SKU of the Cloud Billing Catalog; keys that are not used here may come and go. */
export const Sku = z.object({
  description: z.string(),
  category: z.object({ resourceFamily: z.string(), usageType: z.string() }),
  serviceRegions: z.array(z.string()),
  pricingInfo: z.array(
    z.object({
      effectiveTime: z.string(),
      pricingExpression: z.object({
        usageUnit: z.string(),
        tieredRates: z.array(
          z.object({
            startUsageAmount: z.number(),
            unitPrice: z.object({
              currencyCode: z.enum(CURRENCIES),
              units: z.string().regex(/^-?\d+$/),
              nanos: z.number(),
            }),
          }),
        ),
      }),
    }),
  ),
});
export type Sku = z.infer<typeof Sku>;

const DISKS: readonly { skuId: string; is: RegExp }[] = [
  { skuId: "pd-balanced", is: /^Balanced PD Capacity( in .+)?$/ },
  { skuId: "pd-ssd", is: /^SSD backed PD Capacity( in .+)?$/ },
  { skuId: "pd-standard", is: /^Storage PD Capacity( in .+)?$/ },
  { skuId: "pd-snapshot", is: /^Storage PD Snapshot( in .+)?$/ },
  { skuId: "hyperdisk-balanced", is: /^Hyperdisk Balanced Capacity( in .+)?$/ },
];

export const LISTED: Listed = {
  machines: ["standard", "committed-1y", "committed-3y", "dynamic"],
  services: DISKS.map(({ skuId }) => skuId),
  machinesByHand: /^(f1-|g1-|a3-|a2-ultragpu-|z3-)|lssd$/, // sold as a whole, or with local disks in their price
};

const USAGES: ReadonlyMap<string, PricingCategory> = new Map([
  ["OnDemand", "standard"],
  ["Preemptible", "dynamic"],
  ["Commit1Yr", "committed-1y"],
  ["Commit3Yr", "committed-3y"],
]);

/** "N2D AMD Instance Core running in Belgium"; with Custom, Sole Tenancy and the like before Instance it is no series. */
const RUNNING =
  /^(?:Spot Preemptible |Preemptible )?(.+?)(?: Predefined)?(?: AMD| Arm)?(?: Instance)? (Core|Ram) running in /;
/** "Commitment v1: N2D AMD Cpu in Belgium for 1 Year"; N1 has no name there. */
const COMMITTED = /^Commitment(?: v1)?:(?: (.+?))??(?: AMD| Arm)? (Cpu|Core|Ram)(?: running)? in .+ for [13] Years?$/;
const GPU = /^(?:Commitment v1: )?Nvidia (?:Tesla )?(.+?) GPU(?: attached to Spot Preemptible VMs)? running in /;

const OLD_NAMES: ReadonlyMap<string, string> = new Map([["Compute optimized", "c2"]]);
const SERIES = /^[A-Z]\d[A-Z]?$/;

/** What a SKU is a part of, as in "n2d core", "gpu L4"; null for what is no part of a machine. */
function partOf({ description, category }: Sku): string | null {
  const gpu = GPU.exec(description)?.[1];
  if (gpu !== undefined) return `gpu ${gpu}`;
  const isCommitted = category.usageType.startsWith("Commit");
  const found = (isCommitted ? COMMITTED : RUNNING).exec(description);
  if (found === null) return null;
  const [, name = "N1", part = ""] = found;
  const series = OLD_NAMES.get(name) ?? (SERIES.test(name) ? name.toLowerCase() : null);
  return series === null ? null : `${series} ${part === "Ram" ? "ram" : "core"}`;
}

interface Rate {
  perUnit: number;
  currency: Currency;
}

/** Of the prices in force on `day`, the one past what is free. */
function rateOf({ pricingInfo }: Sku, unit: string, day: string): Rate | null {
  const current = pricingInfo
    .filter(({ effectiveTime }) => effectiveTime.slice(0, 10) <= day)
    .sort((a, b) => (a.effectiveTime < b.effectiveTime ? -1 : 1))
    .at(-1)?.pricingExpression;
  if (current?.usageUnit !== unit) return null;
  const last = current.tieredRates.toSorted((a, b) => a.startUsageAmount - b.startUsageAmount).at(-1)?.unitPrice;
  return last === undefined ? null : { perUnit: Number(last.units) + last.nanos / 1e9, currency: last.currencyCode };
}

/** The prices of `machines`, made of those of their parts, and of disks. A machine of which a part has no price there has none. */
export function pricesOf(
  skus: readonly Sku[],
  { machines, regions, day }: { machines: readonly InstanceType[]; regions: readonly string[]; day: string },
): PublishedPrice[] {
  const parts = new Map<string, Rate>();
  const prices: PublishedPrice[] = [];
  for (const sku of skus) {
    const category = USAGES.get(sku.category.usageType);
    const here = sku.serviceRegions.filter((region) => regions.includes(region));
    if (category === undefined || here.length === 0) continue;
    const part = sku.category.resourceFamily === "Compute" ? partOf(sku) : null;
    const rate = part === null ? null : rateOf(sku, part.endsWith(" ram") ? "GiBy.h" : "h", day);
    if (rate !== null) for (const region of here) parts.set(`${part} ${category} ${region}`, rate);
    prices.push(...here.flatMap((regionId) => disk(sku, regionId, day)));
  }
  for (const machine of machines)
    for (const pricingCategory of LISTED.machines)
      for (const regionId of regions) {
        const sum = assembled(machine, (part) => parts.get(`${part} ${pricingCategory} ${regionId}`) ?? null);
        if (sum !== null)
          prices.push({
            skuId: machine.id,
            regionId,
            pricingCategory,
            pricingUnit: "hour",
            listUnitPrice: rounded(sum.perUnit),
            currency: sum.currency,
          });
      }
  return prices;
}

function disk(sku: Sku, regionId: string, day: string): PublishedPrice[] {
  if (sku.category.resourceFamily !== "Storage" || sku.category.usageType !== "OnDemand") return [];
  const skuId = DISKS.find(({ is }) => is.test(sku.description))?.skuId;
  const rate = rateOf(sku, "GiBy.mo", day);
  if (skuId === undefined || rate === null) return [];
  return [
    {
      skuId,
      regionId,
      pricingCategory: "standard",
      pricingUnit: "GiB-month",
      listUnitPrice: rounded(rate.perUnit),
      currency: rate.currency,
    },
  ];
}

/** Shared cores are billed in parts: https://cloud.google.com/compute/docs/general-purpose-machines#e2-shared-core */
const BILLED_VCPU: ReadonlyMap<string, number> = new Map([
  ["e2-micro", 0.25],
  ["e2-small", 0.5],
  ["e2-medium", 1],
]);

function assembled(
  { id, vcpu, memoryGiB, gpus, gpuModel }: InstanceType,
  rate: (part: string) => Rate | null,
): Rate | null {
  if (LISTED.machinesByHand?.test(id)) return null;
  const series = id.split("-")[0] ?? "";
  const core = rate(`${series} core`);
  const ram = rate(`${series} ram`);
  const gpu = gpus === 0 ? null : rate(`gpu ${(gpuModel ?? "").replace(/ 40GB$/, "")}`);
  if (core === null || ram === null || (gpus > 0 && gpu === null)) return null;
  const perUnit = (BILLED_VCPU.get(id) ?? vcpu) * core.perUnit + memoryGiB * ram.perUnit + gpus * (gpu?.perUnit ?? 0);
  return { perUnit, currency: core.currency };
}

const rounded = (price: number) => Number(price.toFixed(6));
