import { z } from "zod";
import type { PricingCategory } from "../../../core/catalog/catalog.ts";
import { GLOBAL_REGION } from "../../../core/catalog/price-book.ts";
import type { Listed, PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { CURRENCIES, type Currency } from "../../../core/question/choices.ts";
import { HOURS_PER_MONTH, type PricingUnit } from "../../../core/units.ts";

/** A meter as the API lists it; keys that are not used here may come and go. */
export const Meter = z.object({
  currencyCode: z.enum(CURRENCIES),
  tierMinimumUnits: z.number(),
  retailPrice: z.number(),
  armRegionName: z.string(),
  effectiveStartDate: z.string(),
  effectiveEndDate: z.string().optional(),
  meterName: z.string(),
  productName: z.string(),
  skuName: z.string(),
  serviceName: z.string(),
  unitOfMeasure: z.string(),
  type: z.string(), // Consumption, Reservation, DevTestConsumption
  isPrimaryMeterRegion: z.boolean(),
  armSkuName: z.string(),
  reservationTerm: z.string().optional(),
  savingsPlan: z.array(z.object({ term: z.string(), retailPrice: z.number() })).optional(),
});
export type Meter = z.infer<typeof Meter>;

const TERMS: ReadonlyMap<string, { category: PricingCategory; hours: number }> = new Map([
  ["1 Year", { category: "committed-1y", hours: 8_760 }],
  ["3 Years", { category: "committed-3y", hours: 26_280 }],
]);

/** What a unit of the API is in the catalog, and how many of the catalog's units one of its own is. */
const UNITS: ReadonlyMap<string, { unit: PricingUnit; times: number }> = new Map<
  string,
  { unit: PricingUnit; times: number }
>([
  ["1 Hour", { unit: "hour", times: 1 }],
  ["1/Month", { unit: "month", times: 1 }],
  ["1 GB", { unit: "GiB", times: 1 }],
  ["1 GB/Month", { unit: "GiB-month", times: 1 }],
  ["1 GiB/Hour", { unit: "GiB-month", times: HOURS_PER_MONTH }],
]);

/** The meters of what is not a machine, each by service, product and meter: the names of disks come with mounts and operations. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ["Azure Kubernetes Service|Azure Kubernetes Service|Standard Uptime SLA", "aks-standard"],
  ["Azure Kubernetes Service|Azure Kubernetes Service|Standard Long Term Support", "aks-premium"],
  ["Load Balancer|Load Balancer|Standard Included LB Rules and Outbound Rules", "load-balancer-first5"],
  ["Load Balancer|Load Balancer|Standard Overage LB Rules and Outbound Rules", "load-balancer-extra-rule"],
  ["Load Balancer|Load Balancer|Standard Data Processed", "load-balancer-data"],
  ["NAT Gateway|NAT Gateway|Standard Gateway", "nat-gateway"],
  ["NAT Gateway|NAT Gateway|Standard Data Processed", "nat-gateway-data"],
  ["Virtual Network|IP Addresses|Standard IPv4 Static Public IP", "public-ipv4"],
  ...["p6", "p10", "p15", "p20", "p30"].map((size): [string, string] => [
    `Storage|Premium SSD Managed Disks|${size.toUpperCase()} LRS Disk`,
    `premium-ssd-${size}`,
  ]),
  ...["e6", "e10", "e15"].map((size): [string, string] => [
    `Storage|Standard SSD Managed Disks|${size.toUpperCase()} LRS Disk`,
    `standard-ssd-${size}`,
  ]),
  ["Storage|Azure Premium SSD v2|Premium LRS Provisioned Capacity", "premium-ssd-v2"],
  ["Storage|Standard HDD Managed Disks|LRS Snapshots", "disk-snapshot"],
]);

/** What is asked for beside machines, each once. */
export const PRODUCTS = [...new Set([...SERVICES.keys()].map((key) => key.slice(0, key.lastIndexOf("|"))))].map(
  (key) => {
    const [serviceName = "", productName = ""] = key.split("|");
    return { serviceName, productName };
  },
);

export const LISTED: Listed = {
  machines: ["standard", "committed-1y", "committed-3y", "dynamic"],
  services: [...SERVICES.values()],
};

/** The prices that the meters hold on `day` in `regions`. A commitment is the reservation's; a savings plan's where there is none. */
export function pricesOf(meters: readonly Meter[], regions: readonly string[], day: string): PublishedPrice[] {
  const wanted = new Set(regions);
  const current = meters.filter((meter) => holdsOn(meter, day) && meter.tierMinimumUnits === 0);
  const machines = current.filter((meter) => isLinuxMachine(meter) && wanted.has(meter.armRegionName));
  const reserved = machines.flatMap(reservation);
  const isReserved = new Set(reserved.map(committedKey));
  const plans = machines.flatMap(savingsPlans).filter((price) => !isReserved.has(committedKey(price)));
  return [
    ...machines.flatMap(onDemandOrSpot),
    ...reserved,
    ...plans,
    ...current.flatMap((meter) => service(meter, wanted)),
  ];
}

const committedKey = ({ skuId, regionId, pricingCategory }: PublishedPrice) =>
  `${skuId} ${regionId} ${pricingCategory}`;

/** A meter can be announced before it begins, and stays listed for a while after its end. */
const holdsOn = ({ effectiveStartDate, effectiveEndDate, isPrimaryMeterRegion }: Meter, day: string) =>
  isPrimaryMeterRegion &&
  effectiveStartDate.slice(0, 10) <= day &&
  (effectiveEndDate === undefined || effectiveEndDate.slice(0, 10) > day);

/** Neither Windows nor the machines of Cloud Services, which bear the same names; nor hosts, nor the retired low priority. */
const isLinuxMachine = ({ serviceName, productName, skuName, meterName, armSkuName }: Meter) =>
  serviceName === "Virtual Machines" &&
  armSkuName.startsWith("Standard_") &&
  !/Windows|Cloud ?Services|Dedicated Host/i.test(productName) &&
  !/Low Priority|Expired/i.test(`${skuName} ${meterName}`);

function machinePrice(meter: Meter, pricingCategory: PricingCategory, price: number, offer?: string): PublishedPrice[] {
  const unit = UNITS.get(meter.unitOfMeasure);
  if (unit === undefined) return [];
  return [
    {
      skuId: meter.armSkuName,
      regionId: meter.armRegionName,
      pricingCategory,
      pricingUnit: unit.unit,
      listUnitPrice: rounded(price),
      currency: meter.currencyCode,
      ...(offer === undefined ? {} : { offer }),
    },
  ];
}

function onDemandOrSpot(meter: Meter): PublishedPrice[] {
  if (meter.type !== "Consumption") return [];
  const isSpot = /\bSpot\b/.test(meter.skuName) || /\bSpot\b/.test(meter.meterName);
  return machinePrice(meter, isSpot ? "dynamic" : "standard", meter.retailPrice);
}

/** Listed as the price of the whole term, though the unit says an hour. */
function reservation(meter: Meter): PublishedPrice[] {
  const term = TERMS.get(meter.reservationTerm ?? "");
  if (meter.type !== "Reservation" || term === undefined) return [];
  return machinePrice(meter, term.category, meter.retailPrice / term.hours, `Reservation, ${meter.reservationTerm}`);
}

function savingsPlans(meter: Meter): PublishedPrice[] {
  if (meter.type !== "Consumption") return [];
  return (meter.savingsPlan ?? []).flatMap(({ term, retailPrice }) => {
    const category = TERMS.get(term)?.category;
    return category === undefined ? [] : machinePrice(meter, category, retailPrice, `Savings plan, ${term}`);
  });
}

/** Balancers and gateways are listed once for all regions, as "Global" or without a name. */
function service(meter: Meter, wanted: ReadonlySet<string>): PublishedPrice[] {
  const skuId = SERVICES.get(`${meter.serviceName}|${meter.productName}|${meter.meterName}`);
  const unit = UNITS.get(meter.unitOfMeasure);
  const isGlobal = /^(global)?$/i.test(meter.armRegionName);
  if (meter.type !== "Consumption" || skuId === undefined || unit === undefined) return [];
  if (!isGlobal && !wanted.has(meter.armRegionName)) return [];
  const regionId = isGlobal ? GLOBAL_REGION : meter.armRegionName;
  const currency: Currency = meter.currencyCode;
  const listUnitPrice = rounded(meter.retailPrice * unit.times);
  return [{ skuId, regionId, pricingCategory: "standard", pricingUnit: unit.unit, listUnitPrice, currency }];
}

/** Computed prices have no more digits than the ones that are listed. */
const rounded = (price: number) => Number(price.toFixed(6));
