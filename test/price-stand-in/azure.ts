import type { SkuPrice } from "../../src/core/catalog/catalog.ts";
import type { Answer } from "./server.ts";

/** A meter of the API, as the documentation shows it. */
export type AzureMeter = Record<string, unknown> & { serviceName: string; productName: string; armRegionName: string };

const HOST = "https://prices.azure.com:443"; // what its links name, whoever is asked

/** Answers a query of the Retail Prices API from `meters`, `pageSize` a page. */
export function azureAnswer(meters: readonly AzureMeter[], pageSize = 1_000): (url: URL) => Answer {
  return (url) => {
    if (url.pathname !== "/api/retail/prices") return { status: 404 };
    const wanted = [...(url.searchParams.get("$filter") ?? "").matchAll(/(\w+) eq '([^']*)'/g)];
    const found = meters.filter((meter) => wanted.every(([, key = "", value]) => meter[key] === value));
    const skip = Number(url.searchParams.get("$skip") ?? 0);
    const next = new URL(url.pathname + url.search, HOST);
    next.searchParams.set("$skip", String(skip + pageSize));
    return {
      json: {
        BillingCurrency: "USD",
        CustomerEntityId: "Default",
        CustomerEntityType: "Retail",
        Items: found.slice(skip, skip + pageSize),
        NextPageLink: skip + pageSize < found.length ? `${HOST}${next.pathname}${next.search}` : null,
        Count: Math.min(pageSize, found.length - skip),
      },
    };
  };
}

/** A meter with the keys that every one has. */
export const azureMeter = (over: Partial<AzureMeter>): AzureMeter => ({
  currencyCode: "USD",
  tierMinimumUnits: 0,
  retailPrice: 0,
  unitPrice: 0,
  armRegionName: "eastus",
  location: "US East",
  effectiveStartDate: "2024-01-01T00:00:00Z",
  meterId: "000a794b-bdb0-58be-a0cd-0c3a0f222923",
  meterName: "",
  productId: "DZH318Z0BQPS",
  skuId: "DZH318Z0BQPS/00TG",
  productName: "",
  skuName: "",
  serviceName: "Virtual Machines",
  serviceId: "DZH313Z7MMC8",
  serviceFamily: "Compute",
  unitOfMeasure: "1 Hour",
  type: "Consumption",
  isPrimaryMeterRegion: true,
  armSkuName: "",
  ...over,
});

/** Everything that Azure lists under the name of one machine in one region, for its on-demand price. */
export function machineMeters(armSkuName: string, armRegionName: string, price: number): AzureMeter[] {
  const short = armSkuName.replace("Standard_", "").replaceAll("_", " ");
  const productName = `Virtual Machines ${short.replace(/\d+/, "")} Series`;
  const meter = (over: Partial<AzureMeter>) =>
    azureMeter({
      armSkuName,
      armRegionName,
      productName,
      skuName: short,
      meterName: short,
      retailPrice: price,
      ...over,
    });
  const named = (suffix: string) => ({ skuName: `${short} ${suffix}`, meterName: `${short} ${suffix}` });
  return [
    meter({ retailPrice: price * 1.9, productName: `${productName} Windows` }),
    meter({ retailPrice: price * 0.9, ...named("Low Priority") }),
    meter({ retailPrice: price * 1.2, productName: `${short} Series Cloud Services` }),
    meter({ retailPrice: price * 0.8, type: "DevTestConsumption" }),
    meter({ retailPrice: price * 1.1, isPrimaryMeterRegion: false }),
    meter({ retailPrice: price * 1.3, effectiveStartDate: "2030-01-01T00:00:00Z" }),
    meter({ retailPrice: price * 1.4, effectiveEndDate: "2025-12-31T00:00:00Z" }),
    meter({
      savingsPlan: [
        { unitPrice: price * 0.5, retailPrice: price * 0.5, term: "3 Years" },
        { unitPrice: price * 0.7, retailPrice: price * 0.7, term: "1 Year" },
      ],
    }),
  ];
}

/** A spot meter, and one of the same machine with Windows. */
export function spotMeters(armSkuName: string, armRegionName: string, price: number): AzureMeter[] {
  const short = armSkuName.replace("Standard_", "").replaceAll("_", " ");
  const productName = `Virtual Machines ${short.replace(/\d+/, "")} Series`;
  const spot = { armSkuName, armRegionName, skuName: `${short} Spot`, meterName: `${short} Spot` };
  return [
    azureMeter({ ...spot, productName: `${productName} Windows`, retailPrice: price * 2 }),
    azureMeter({ ...spot, productName, retailPrice: price }),
  ];
}

const SERVICES: Readonly<Record<string, [service: string, product: string, meter: string, unit: string]>> =
  Object.fromEntries([
    ["aks-standard", ["Azure Kubernetes Service", "Azure Kubernetes Service", "Standard Uptime SLA", "1 Hour"]],
    ["aks-premium", ["Azure Kubernetes Service", "Azure Kubernetes Service", "Standard Long Term Support", "1 Hour"]],
    [
      "load-balancer-first5",
      ["Load Balancer", "Load Balancer", "Standard Included LB Rules and Outbound Rules", "1 Hour"],
    ],
    [
      "load-balancer-extra-rule",
      ["Load Balancer", "Load Balancer", "Standard Overage LB Rules and Outbound Rules", "1 Hour"],
    ],
    ["load-balancer-data", ["Load Balancer", "Load Balancer", "Standard Data Processed", "1 GB"]],
    ["nat-gateway", ["NAT Gateway", "NAT Gateway", "Standard Gateway", "1 Hour"]],
    ["nat-gateway-data", ["NAT Gateway", "NAT Gateway", "Standard Data Processed", "1 GB"]],
    ["public-ipv4", ["Virtual Network", "IP Addresses", "Standard IPv4 Static Public IP", "1 Hour"]],
    ["premium-ssd-v2", ["Storage", "Azure Premium SSD v2", "Premium LRS Provisioned Capacity", "1 GiB/Hour"]],
    ["disk-snapshot", ["Storage", "Standard HDD Managed Disks", "LRS Snapshots", "1 GB/Month"]],
    ...["P6", "P10", "P15", "P20", "P30"].map((size) => [
      `premium-ssd-${size.toLowerCase()}`,
      ["Storage", "Premium SSD Managed Disks", `${size} LRS Disk`, "1/Month"],
    ]),
    ...["E6", "E10", "E15"].map((size) => [
      `standard-ssd-${size.toLowerCase()}`,
      ["Storage", "Standard SSD Managed Disks", `${size} LRS Disk`, "1/Month"],
    ]),
  ]);

/** The meters behind a service of the catalog, with the ones that bear nearly the same name. */
export function serviceMeters(row: Pick<SkuPrice, "skuId" | "regionId" | "listUnitPrice">): AzureMeter[] {
  const [serviceName, productName, meterName, unitOfMeasure] = SERVICES[row.skuId] ?? [];
  if (serviceName === undefined || productName === undefined || meterName === undefined) return [];
  const retailPrice = unitOfMeasure === "1 GiB/Hour" ? row.listUnitPrice / 730 : row.listUnitPrice;
  const armRegionName = row.regionId === "global" ? "Global" : row.regionId;
  const meter = (over: Partial<AzureMeter>) =>
    azureMeter({ serviceName, productName, meterName, unitOfMeasure, armRegionName, retailPrice, ...over });
  return [
    meter({}),
    meter({ meterName: `${meterName} Mount`, retailPrice: retailPrice * 0.05 }),
    meter({ meterName: `${meterName} Operations`, unitOfMeasure: "10K", retailPrice: 0.002 }),
  ];
}

/** What Azure would list if its prices were the catalog's `rows`. */
export function azureMeters(rows: readonly SkuPrice[]): AzureMeter[] {
  return rows
    .filter(({ provider, currency }) => provider === "azure" && currency === "USD")
    .flatMap((row) => {
      if (!row.skuId.startsWith("Standard_")) return serviceMeters(row);
      if (row.pricingCategory === "dynamic") return spotMeters(row.skuId, row.regionId, row.listUnitPrice);
      return row.pricingCategory === "standard" ? machineMeters(row.skuId, row.regionId, row.listUnitPrice) : [];
    });
}
