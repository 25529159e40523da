import { z } from "zod";
import type { PricingCategory } from "../../../core/catalog/catalog.ts";
import type { Listed, PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { CURRENCIES, type Currency } from "../../../core/question/choices.ts";
import type { PricingUnit } from "../../../core/units.ts";

const Amounts = z.partialRecord(z.enum(CURRENCIES), z.string().regex(/^\d+(\.\d+)?$/)); // one currency, in our experience

/** A product of an offer file; keys that are not used here may come and go. */
export const Product = z.object({
  productFamily: z.string().optional(),
  attributes: z.record(z.string(), z.string()),
});
/** The on-demand terms of one product, by their codes. */
export const Terms = z.record(
  z.string(),
  z.object({
    effectiveDate: z.string(),
    priceDimensions: z.record(
      z.string(),
      z.object({ unit: z.string(), beginRange: z.string().optional(), pricePerUnit: Amounts }),
    ),
  }),
);
/** What a savings plan sells. */
export const Plan = z.object({
  sku: z.string(),
  productFamily: z.string(),
  attributes: z.object({ purchaseOption: z.string(), purchaseTerm: z.string() }).loose(),
});
/** The rates of a savings plan. */
export const PlanTerm = z.object({
  sku: z.string(),
  rates: z.array(
    z.object({
      discountedUsageType: z.string(),
      discountedOperation: z.string(),
      discountedServiceCode: z.string(),
      unit: z.string(),
      discountedRate: z.object({ price: z.string(), currency: z.enum(CURRENCIES) }),
    }),
  ),
});
/** The feed behind the spot price page. */
export const SpotFeed = z.object({
  config: z.object({
    regions: z.array(
      z.object({
        region: z.string(),
        instanceTypes: z.array(
          z.object({
            sizes: z.array(
              z.object({
                size: z.string(),
                valueColumns: z.array(z.object({ name: z.string(), prices: z.record(z.string(), z.string()) })),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
});

interface Selector {
  skuId: string;
  usage: RegExp; // of the usage type without its region's prefix
  operation?: string;
  unit: PricingUnit;
}

/** What is read of each offer beside machines. Usage types have a prefix for the region, but in us-east-1. */
export const OFFERS: ReadonlyMap<string, readonly Selector[]> = new Map<string, Selector[]>([
  [
    "AmazonEC2",
    [
      { skuId: "nat-gateway", usage: /^NatGateway-Hours$/, operation: "NatGateway", unit: "hour" },
      { skuId: "nat-gateway-data", usage: /^NatGateway-Bytes$/, operation: "NatGateway", unit: "GiB" },
      { skuId: "ebs-gp3", usage: /^EBS:VolumeUsage\.gp3$/, unit: "GiB-month" },
      { skuId: "ebs-snapshot", usage: /^EBS:SnapshotUsage$/, unit: "GiB-month" },
    ],
  ],
  [
    "AWSELB",
    [
      { skuId: "alb", usage: /^LoadBalancerUsage$/, operation: "LoadBalancing:Application", unit: "hour" },
      { skuId: "alb-lcu", usage: /^LCUUsage$/, operation: "LoadBalancing:Application", unit: "GiB" },
      { skuId: "nlb", usage: /^LoadBalancerUsage$/, operation: "LoadBalancing:Network", unit: "hour" },
      { skuId: "nlb-nlcu", usage: /^LCUUsage$/, operation: "LoadBalancing:Network", unit: "GiB" },
    ],
  ],
  [
    "AmazonVPC",
    [
      { skuId: "public-ipv4", usage: /^PublicIPv4:InUseAddress$/, unit: "hour" },
      { skuId: "interface-endpoint", usage: /^VpcEndpoint-Hours$/, operation: "VpcEndpoint", unit: "hour" },
    ],
  ],
  [
    "AmazonECS",
    [
      { skuId: "fargate-vcpu", usage: /^Fargate-vCPU-Hours:perCPU$/, unit: "vCPU-hour" },
      { skuId: "fargate-memory", usage: /^Fargate-GB-Hours$/, unit: "GiB-hour" },
      { skuId: "fargate-ephemeral", usage: /^Fargate-EphemeralStorage-GB-Hours$/, unit: "GiB-hour" },
    ],
  ],
  [
    "AmazonEKS",
    [
      { skuId: "eks-cluster", usage: /^AmazonEKS-Hours:perCluster$/, unit: "hour" },
      { skuId: "eks-cluster-extended", usage: /^AmazonEKS-Hours:extendedSupport$/, unit: "hour" },
    ],
  ],
]);

export const LISTED: Listed = {
  machines: ["standard", "committed-1y", "committed-3y", "dynamic"],
  services: [...OFFERS.values()].flatMap((selectors) => selectors.map(({ skuId }) => skuId)),
};

/** What a product of the offer is in the catalog; null for what is not read. */
export function wanted(offer: string, { productFamily, attributes }: z.infer<typeof Product>) {
  const usage = (attributes["usagetype"] ?? "").replace(/^[A-Z]{2,4}\d?-/, "");
  if (
    offer === "AmazonEC2" &&
    productFamily === "Compute Instance" &&
    isPlainLinux(attributes) &&
    /^BoxUsage:/.test(usage)
  )
    return { skuId: attributes["instanceType"] ?? "", unit: "hour" as PricingUnit };
  const selector = OFFERS.get(offer)?.find(
    (each) =>
      each.usage.test(usage) && (each.operation === undefined || each.operation === (attributes["operation"] ?? "")),
  );
  return selector === undefined ? null : { skuId: selector.skuId, unit: selector.unit };
}

/** A name has some sixty products: other systems, software, tenancies, unused reservations, capacity blocks at 0. */
const isPlainLinux = (attributes: Record<string, string>) =>
  attributes["operatingSystem"] === "Linux" &&
  attributes["tenancy"] === "Shared" &&
  attributes["preInstalledSw"] === "NA" &&
  attributes["capacitystatus"] === "Used" &&
  attributes["operation"] === "RunInstances" &&
  (attributes["marketoption"] ?? "OnDemand") === "OnDemand";

/** The price in force on `day` of what `wanted` found. None where nothing is in force. */
export function onDemand(
  { skuId, unit }: { skuId: string; unit: PricingUnit },
  regionId: string,
  terms: z.infer<typeof Terms>,
  day: string,
): PublishedPrice[] {
  const current = Object.values(terms)
    .filter(({ effectiveDate }) => effectiveDate.slice(0, 10) <= day)
    .sort((a, b) => (a.effectiveDate < b.effectiveDate ? 1 : -1))[0];
  const first = Object.values(current?.priceDimensions ?? {}).find(({ beginRange = "0" }) => Number(beginRange) === 0);
  if (first === undefined) return [];
  return Object.entries(first.pricePerUnit).map(([currency, price]) => ({
    skuId,
    regionId,
    pricingCategory: "standard",
    pricingUnit: unit === "hour" ? hourOrMonth(first.unit) : unit,
    listUnitPrice: Number(price),
    currency: currency as Currency,
  }));
}

const hourOrMonth = (unit: string): PricingUnit => (/mo/i.test(unit) ? "month" : "hour");

/** What runs out of standard support costs the fee and, listed apart, what is added to it. */
export function withWholeFee(prices: readonly PublishedPrice[]): PublishedPrice[] {
  const fee = (regionId: string) =>
    prices.find((price) => price.skuId === "eks-cluster" && price.regionId === regionId);
  return prices.flatMap((price) => {
    if (price.skuId !== "eks-cluster-extended") return [price];
    const standard = fee(price.regionId);
    const sum = price.listUnitPrice + (standard?.listUnitPrice ?? 0);
    return standard === undefined ? [] : [{ ...price, listUnitPrice: Number(sum.toFixed(6)) }];
  });
}

const PLANS: ReadonlyMap<string, { category: PricingCategory; offer: string }> = new Map([
  ["1yr", { category: "committed-1y", offer: "Compute Savings Plan, 1 year, nothing upfront" }],
  ["3yr", { category: "committed-3y", offer: "Compute Savings Plan, 3 years, nothing upfront" }],
]);

/** The category of the plans that are read: those for any machine, with nothing upfront. */
export const planOf = ({ productFamily, attributes: { purchaseOption, purchaseTerm } }: z.infer<typeof Plan>) =>
  productFamily === "ComputeSavingsPlans" && purchaseOption === "No Upfront" ? (PLANS.get(purchaseTerm) ?? null) : null;

/** A plan's hourly rates for machines with Linux, of shared tenancy. */
export function planRates(
  { category, offer }: { category: PricingCategory; offer: string },
  regionId: string,
  { rates }: z.infer<typeof PlanTerm>,
): PublishedPrice[] {
  return rates.flatMap((rate) => {
    const skuId = /(?:^|-)BoxUsage:(.+)$/.exec(rate.discountedUsageType)?.[1];
    const isLinux = rate.discountedServiceCode === "AmazonEC2" && rate.discountedOperation === "RunInstances";
    if (skuId === undefined || !isLinux) return [];
    const { price, currency } = rate.discountedRate;
    return [
      {
        skuId,
        regionId,
        pricingCategory: category,
        pricingUnit: hourOrMonth(rate.unit),
        listUnitPrice: Number(price),
        currency,
        offer,
      },
    ];
  });
}

/** Names of the first regions in the feed. */
const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ["us-east", "us-east-1"],
  ["us-west", "us-west-1"],
  ["eu-ireland", "eu-west-1"],
  ["apac-sin", "ap-southeast-1"],
  ["apac-syd", "ap-southeast-2"],
  ["apac-tokyo", "ap-northeast-1"],
]);

/** Spot prices of Linux in `regions`. Machines without a price have text in its place, as in "N/A*". */
export function spotPrices({ config }: z.infer<typeof SpotFeed>, regions: readonly string[]): PublishedPrice[] {
  return config.regions.flatMap(({ region, instanceTypes }) => {
    const regionId = OLD_NAMES.get(region) ?? region;
    if (!regions.includes(regionId)) return [];
    return instanceTypes
      .flatMap(({ sizes }) => sizes)
      .flatMap(({ size: skuId, valueColumns }): PublishedPrice[] => {
        const price = Number(valueColumns.find(({ name }) => name === "linux")?.prices["USD"] ?? "");
        if (!(price > 0)) return [];
        return [
          { skuId, regionId, pricingCategory: "dynamic", pricingUnit: "hour", listUnitPrice: price, currency: "USD" },
        ];
      });
  });
}
