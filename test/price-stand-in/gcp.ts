import type { InstanceType, SkuPrice } from "../../src/core/catalog/catalog.ts";
import { familyFit } from "../../src/core/catalog/check/family-fit.ts";
import { groupBy } from "../../src/core/group-by.ts";
import type { Answer } from "./server.ts";

const UNITS = new Map([
  [" Ram", "GiBy.h"],
  [" Capacity", "GiBy.mo"],
  [" Snapshot", "GiBy.mo"],
]);

/** A SKU as the Cloud Billing Catalog lists it, in Iowa and South Carolina unless `regions` says else. */
export function gcpSku(
  description: string,
  price: number,
  usageType = "OnDemand",
  over: { free?: number; from?: string; regions?: string[] } = {},
) {
  const unit = [...UNITS].find(([word]) => description.includes(word))?.[1] ?? "h";
  const rate = (startUsageAmount: number, amount: number) => ({
    startUsageAmount,
    unitPrice: { currencyCode: "USD", units: String(Math.floor(amount)), nanos: Math.round((amount % 1) * 1e9) },
  });
  return {
    name: "services/6F81-5844-456A/skus/0000-0000-0000",
    skuId: "0000-0000-0000",
    description,
    category: {
      serviceDisplayName: "Compute Engine",
      resourceFamily: unit === "GiBy.mo" ? "Storage" : "Compute",
      resourceGroup: "CPU",
      usageType,
    },
    serviceRegions: over.regions ?? ["us-central1", "us-east1"],
    pricingInfo: [
      {
        summary: "",
        pricingExpression: {
          usageUnit: unit,
          displayQuantity: 1,
          tieredRates: over.free === undefined ? [rate(0, price)] : [rate(0, 0), rate(over.free, price)],
        },
        currencyConversionRate: 1,
        effectiveTime: over.from ?? "2026-11-01T00:00:00.000Z",
      },
    ],
    serviceProviderName: "Google",
  };
}
export type GcpSku = ReturnType<typeof gcpSku>;

/** Answers the list of SKUs, `pageSize` a page. */
export const gcpAnswer =
  (skus: readonly GcpSku[], pageSize: number) =>
  ({ searchParams }: URL): Answer => {
    const from = Number(searchParams.get("pageToken") ?? 0);
    const nextPageToken = from + pageSize < skus.length ? String(from + pageSize) : "";
    return { json: { skus: skus.slice(from, from + pageSize), nextPageToken } };
  };

const DISKS = new Map([
  ["pd-balanced", "Balanced PD Capacity"],
  ["pd-ssd", "SSD backed PD Capacity"],
  ["pd-standard", "Storage PD Capacity"],
  ["pd-snapshot", "Storage PD Snapshot"],
  ["hyperdisk-balanced", "Hyperdisk Balanced Capacity"],
]);

/**
 * What Google would list if its prices were the catalog's `rows`: those of parts that fit each series best. Where sizes are too
 * alike to tell the parts apart, as A2's are at some spot prices, nothing is listed.
 */
export function gcpSkus(rows: readonly SkuPrice[], machines: readonly InstanceType[]): GcpSku[] {
  const own = rows.filter(({ provider }) => provider === "gcp");
  const byId = new Map(machines.filter(({ provider }) => provider === "gcp").map((machine) => [machine.id, machine]));
  const disks = own.flatMap(({ skuId, regionId, listUnitPrice }) => {
    const description = DISKS.get(skuId);
    return description
      ? [gcpSku(`${description} in ${regionId}`, listUnitPrice, "OnDemand", { regions: [regionId] })]
      : [];
  });
  const whole = own.flatMap((row) => {
    const machine = byId.get(row.skuId);
    return machine === undefined || machine.id.startsWith("e2-m") || machine.id === "e2-small"
      ? []
      : [{ row, machine }];
  });
  const key = ({ row }: (typeof whole)[number]) => `${row.skuId.split("-")[0]} ${row.pricingCategory} ${row.regionId}`;
  const parts = [...groupBy(whole, key).values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const fit = familyFit(members.map(({ row, machine }) => ({ row, machine, hourly: row.listUnitPrice })));
    const priceOf = (vcpu: number, memoryGiB: number, gpus: number) =>
      fit({ row: first.row, hourly: 0, machine: { ...first.machine, vcpu, memoryGiB, gpus } });
    const parts = partSkus(first, priceOf);
    return parts.some(({ price }) => price < 0) ? [] : parts.map(({ sku }) => sku);
  });
  return [...disks, ...parts];
}

function partSkus(
  { row, machine }: { row: SkuPrice; machine: InstanceType },
  priceOf: (vcpu: number, memoryGiB: number, gpus: number) => number,
): { price: number; sku: GcpSku }[] {
  const series = row.skuId.split("-")[0]?.toUpperCase() ?? "";
  const gpu = (machine.gpuModel ?? "").replace(" 40GB", "");
  const named: Record<SkuPrice["pricingCategory"], [string, (part: string) => string, string]> = {
    standard: ["OnDemand", (part) => `${series} Instance ${part} running in X`, `Nvidia ${gpu} GPU running in X`],
    dynamic: [
      "Preemptible",
      (part) => `Spot Preemptible ${series} Instance ${part} running in X`,
      `Nvidia ${gpu} GPU attached to Spot Preemptible VMs running in X`,
    ],
    "committed-1y": [
      "Commit1Yr",
      (part) => `Commitment v1: ${series} ${part === "Core" ? "Cpu" : part} in X for 1 Year`,
      `Commitment v1: Nvidia ${gpu} GPU running in X for 1 Year`,
    ],
    "committed-3y": [
      "Commit3Yr",
      (part) => `Commitment v1: ${series} ${part === "Core" ? "Cpu" : part} in X for 3 Years`,
      `Commitment v1: Nvidia ${gpu} GPU running in X for 3 Years`,
    ],
  };
  const [usage, part, gpuName] = named[row.pricingCategory];
  const sku = (name: string, price: number) => ({
    price,
    sku: gcpSku(name, price, usage, { regions: [row.regionId] }),
  });
  return [
    sku(part("Core"), priceOf(1, 0, 0)),
    sku(part("Ram"), priceOf(0, 1, 0)),
    ...(machine.gpus > 0 ? [sku(gpuName, priceOf(0, 0, 1))] : []),
  ];
}
