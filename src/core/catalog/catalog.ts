import { z } from "zod";
import { CURRENCIES, GEOGRAPHIES, type Geography } from "../question/choices.ts";
import { PRICING_UNITS } from "../units.ts";
import { AdvicePolicy } from "./advice-policy.ts";
import { LabourTable } from "./labour-table.ts";
import { Platform } from "./platform.ts";

/** How sure a figure is, from read at its source to computed. */
export const CONFIDENCES = ["high", "medium", "low", "derived"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a figure was read, so that a reader can check it. Many rows share one. */
export const Reading = z.strictObject({
  source: z.url(), // the provider's own page or API, where a person can check it
  via: z.string().min(1), // the data set or note it was read from
  asOf: z.iso.date(),
  confidence: z.enum(CONFIDENCES),
});
export type Reading = z.infer<typeof Reading>;

/** FOCUS pricing categories, with the term of a commitment. People read "on-demand", "1 year", "3 years", "spot". */
export const PRICING_CATEGORIES = ["standard", "committed-1y", "committed-3y", "dynamic"] as const;
export type PricingCategory = (typeof PRICING_CATEGORIES)[number];

/** One SKU's published price in one region. */
export const SkuPrice = z.strictObject({
  provider: z.string().min(1),
  skuId: z.string().min(1), // the provider's own id where it has one: "m7i.xlarge"
  regionId: z.string().min(1), // "eu-west-1", or "global" where one price holds everywhere
  pricingCategory: z.enum(PRICING_CATEGORIES),
  pricingUnit: z.enum(PRICING_UNITS),
  listUnitPrice: z.number(), // per pricingUnit, before tax and discounts; negative only for credits
  currency: z.enum(CURRENCIES),
  from: z.iso.date(), // first day this price is known to hold; the reading's date where no history is known
  customers: z.enum(["all", "existing"]), // "existing": only for machines ordered before the next price began
  reading: Reading,
});
export type SkuPrice = z.infer<typeof SkuPrice>;

/** A price that falls with volume, as published: `tiers[i].from` counts from 0 after the free allowance. */
export const TieredPrice = z.strictObject({
  provider: z.string().min(1),
  skuId: z.string().min(1),
  regionId: z.string().min(1),
  pricingUnit: z.enum(PRICING_UNITS),
  currency: z.enum(CURRENCIES),
  free: z.number().nonnegative(), // units a month at no charge, once per account
  tiers: z.array(z.strictObject({ from: z.number().nonnegative(), listUnitPrice: z.number().nonnegative() })).min(1),
  reading: Reading,
});
export type TieredPrice = z.infer<typeof TieredPrice>;

/** What a SKU that is not a machine is: for card text and price questions. */
export const Service = z.strictObject({
  provider: z.string().min(1),
  skuId: z.string().min(1),
  name: z.string().min(1), // "NAT gateway, per hour"
  kind: z.enum([
    "control-plane",
    "pod-vcpu",
    "pod-memory",
    "disk",
    "snapshot",
    "load-balancer",
    "load-balancer-data",
    "nat",
    "nat-data",
    "ipv4",
    "egress",
    "cross-zone",
    "logs",
    "credit",
    "backup",
    "other",
  ]),
});
export type Service = z.infer<typeof Service>;

/** Whether a machine could be ordered when somebody last looked. */
export const Stock = z.strictObject({
  orderable: z.boolean(),
  seen: z.iso.date(), // the last time somebody looked
  since: z.iso.date().optional(), // the first time it was seen so; left out: `seen`
  says: z.string().min(1),
  source: z.url(),
});
export type Stock = z.infer<typeof Stock>;

/** A machine that can be rented, the same in every region that prices it. */
export const InstanceType = z.strictObject({
  provider: z.string().min(1),
  id: z.string().min(1),
  family: z.string().min(1),
  familyName: z.string().min(1), // "general purpose, Arm"
  vcpu: z.number().positive(),
  memoryGiB: z.number().positive(),
  architecture: z.enum(["amd64", "arm64"]),
  cpu: z.enum(["dedicated", "shared", "burstable"]),
  baselinePercent: z.number().positive().max(100).nullable(), // of each vCPU, what it may use all the time; null: all of it, or unknown
  gpus: z.int().nonnegative(),
  gpuModel: z.string().nullable(),
  gpuMemoryGB: z.number().positive().nullable(), // of one GPU, as its maker counts it
  maxPods: z.int().positive().nullable(), // where the provider's network sets it by machine; null: the platform's rule
  localDiskGiB: z.number().nonnegative().nullable(), // included in the price; null unknown
  stock: Stock.nullable(), // null: nothing known against it
  reading: Reading.omit({ asOf: true, confidence: true }),
});
export type InstanceType = z.infer<typeof InstanceType>;

/** A machine that people still name and nobody should order: without a price here, and read as its nearest successor. */
export const RetiredType = z.strictObject({
  provider: z.string().min(1),
  id: z.string().min(1),
  successor: z.string().min(1), // a machine of the same provider, at least as large
  source: z.url(),
});
export type RetiredType = z.infer<typeof RetiredType>;

/** What a provider takes off by itself from machines that run for much of a month: nothing to sign, and never on top of a commitment or spot. */
export const SustainedUse = z.strictObject({
  provider: z.string().min(1),
  families: z.array(z.string().min(1)).min(1),
  percentOff: z.array(z.number().min(0).max(100)).min(1), // in each equal part of a month: [0, 20, 40, 60] for its quarters
  reading: Reading,
});
export type SustainedUse = z.infer<typeof SustainedUse>;

/** Transfer that comes with a machine in a region. A machine without a row has an unknown allowance. */
export const IncludedTransfer = z.strictObject({
  provider: z.string().min(1),
  skuId: z.string().min(1),
  regionId: z.string().min(1),
  includedGiB: z.number().nonnegative(),
  reading: Reading,
});
export type IncludedTransfer = z.infer<typeof IncludedTransfer>;

/** A provider's region, and the geography it serves. */
export const Region = z.strictObject({
  provider: z.string().min(1),
  id: z.string().min(1),
  geography: z.enum(GEOGRAPHIES),
  place: z.string().min(1), // "Frankfurt"
  country: z.string().length(2), // ISO 3166-1 alpha-2
  preferred: z.boolean(), // the one taken when only the geography is named
});
export type Region = z.infer<typeof Region>;

/** Units of a currency for one US dollar, on a day. */
export const FxRate = z.strictObject({
  currency: z.enum(CURRENCIES),
  unitsPerUsd: z.number().positive(),
  asOf: z.iso.date(), // the day, or the last day of the month averaged
  basis: z.enum(["day", "month average"]),
  source: z.url(),
});
export type FxRate = z.infer<typeof FxRate>;

/** Who sends the bill, and how its month is counted. */
export const Provider = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).optional(), // what else people call it
  cloud: z.string().min(1), // the `existingCloud` it answers to
  currency: z.enum(CURRENCIES),
  hoursPerMonth: z.number().positive(), // hours of the provider's month, or the most it bills
  capped: z.boolean(), // true: longer months cost no more
  priceLimitDays: z.int().positive(), // rows older than this make the card say so
  sellsCommitments: z.boolean().default(true), // false: machines cost the same to whoever commits
  ownedIn: z.string().length(2), // country of the company that owns it
  hosts: z.array(z.string().min(1)).min(1), // where its own pages stand, subdomains with them: prices have no other source
  source: z.url(),
});
export type Provider = z.infer<typeof Provider>;

/** Names people use for places: "frankfurt" → eu-central. */
export const Place = z.strictObject({ name: z.string().min(1), geography: z.enum(GEOGRAPHIES) });
export type Place = z.infer<typeof Place>;

/** Where the machines of a geography stand, for distances: degrees north and east. */
export const Centre = z.strictObject({
  geography: z.enum(GEOGRAPHIES),
  place: z.string().min(1),
  at: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]),
});
export type Centre = z.infer<typeof Centre>;

/** Everything read from `pricing/`, checked as a whole. */
export const CatalogData = z.strictObject({
  version: z.string().min(1), // short hash of the files
  providers: z.array(Provider),
  regions: z.array(Region),
  places: z.array(Place),
  centres: z.array(Centre),
  instanceTypes: z.array(InstanceType),
  retiredTypes: z.array(RetiredType),
  services: z.array(Service),
  prices: z.array(SkuPrice),
  tieredPrices: z.array(TieredPrice),
  includedTransfers: z.array(IncludedTransfer),
  sustainedUse: z.array(SustainedUse),
  platforms: z.array(Platform),
  fx: z.array(FxRate),
  labour: LabourTable,
  policy: AdvicePolicy,
});
export type CatalogData = z.infer<typeof CatalogData>;

export type { Geography };
