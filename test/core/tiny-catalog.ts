import type { CatalogData, InstanceType, Reading, SkuPrice, TieredPrice } from "../../src/core/catalog/catalog.ts";
import type { Platform } from "../../src/core/catalog/platform.ts";

const SOURCE = "https://example.com/prices";

export const aReading = (changes: Partial<Reading> = {}): Reading => ({
  source: SOURCE,
  via: "made up",
  asOf: "2026-06-15",
  confidence: "high",
  ...changes,
});

export const aPrice = (changes: Partial<SkuPrice> = {}): SkuPrice => ({
  provider: "acme",
  skuId: "m2",
  regionId: "fra",
  pricingCategory: "standard",
  pricingUnit: "hour",
  listUnitPrice: 0.1,
  currency: "EUR",
  from: "2026-06-15",
  customers: "all",
  reading: aReading(),
  ...changes,
});

export const aTieredPrice = (changes: Partial<TieredPrice> = {}): TieredPrice => ({
  provider: "acme",
  skuId: "egress",
  regionId: "global",
  pricingUnit: "GiB",
  currency: "EUR",
  free: 100,
  tiers: [
    { from: 0, listUnitPrice: 0.09 },
    { from: 10_240, listUnitPrice: 0.085 },
  ],
  reading: aReading(),
  ...changes,
});

export const aMachine = (changes: Partial<InstanceType> = {}): InstanceType => ({
  provider: "acme",
  id: "m2",
  family: "m",
  familyName: "general purpose",
  vcpu: 2,
  memoryGiB: 8,
  architecture: "amd64",
  cpu: "dedicated",
  baselinePercent: null,
  gpus: 0,
  gpuModel: null,
  gpuMemoryGB: null,
  maxPods: null,
  localDiskGiB: null,
  stock: null,
  reading: { source: SOURCE, via: "made up" },
  ...changes,
});

export const aPlatform = (changes: Partial<Platform> = {}): Platform => ({
  id: "acme-vm",
  name: "Acme machine",
  provider: "acme",
  kind: "machine",
  summary: "One machine.",
  zones: { most: 1, always: false, perZoneCounts: false },
  tiers: [
    {
      id: "only",
      name: "only",
      feeSku: "no-fee",
      surchargeSku: null,
      sla: null,
      servers: null,
      extendedSupport: false,
      production: true,
    },
  ],
  compute: { kind: "machine", overhead: { cpuMillicores: 0, memoryMiB: 0, pods: 0 }, source: SOURCE },
  billing: {
    feeCredit: null,
    storageSku: "disk",
    backup: { kind: "per-gib", skuId: "disk" },
    loadBalancer: { kind: "each", skuId: "balancer", dataSku: null, ipv4Each: 0, always: 0 },
    nat: { kind: "none", why: "the machine has an address" },
    nodeIpv4: "none",
    ipv4Sku: null,
    egress: { skuId: "egress", pooled: false },
    crossZone: null,
    logs: { kind: "disk", skuId: "disk" },
  },
  labourProfile: "any",
  control: 3,
  controlGapHours: 0,
  features: {},
  strengths: { cost: "cheap", control: "some", operations: "little" },
  notes: [],
  ...changes,
});

const hours = { none: 4, beginner: 3, intermediate: 2, expert: 1 };

/** A sound catalog, small enough to know by heart: five machines, three regions, €0.05 a vCPU in Frankfurt. */
export function tinyCatalog(changes: Partial<CatalogData> = {}): CatalogData {
  const sizes = [2, 4, 8, 16, 32];
  const service = { provider: "acme", kind: "other" as const };
  return {
    version: "0123456789ab",
    providers: [
      {
        id: "acme",
        name: "Acme",
        cloud: "other",
        currency: "EUR",
        hoursPerMonth: 624,
        capped: true,
        priceLimitDays: 90,
        sellsCommitments: true,
        ownedIn: "DE",
        hosts: ["example.com"],
        source: SOURCE,
      },
    ],
    regions: [
      { provider: "acme", id: "fra", geography: "eu-central", place: "Frankfurt", country: "DE", preferred: true },
      { provider: "acme", id: "muc", geography: "eu-central", place: "Munich", country: "DE", preferred: false },
      { provider: "acme", id: "nyc", geography: "us-east", place: "New York", country: "US", preferred: true },
    ],
    retiredTypes: [],
    places: [{ name: "berlin", geography: "eu-central" }],
    centres: [],
    instanceTypes: sizes.map((vcpu) => aMachine({ id: `m${vcpu}`, vcpu, memoryGiB: vcpu * 4 })),
    services: [
      { ...service, skuId: "egress", name: "egress" },
      { ...service, skuId: "disk", name: "disk" },
      { ...service, skuId: "balancer", name: "load balancer" },
      { ...service, skuId: "no-fee", name: "no control plane" },
      { ...service, skuId: "credit", name: "credit", kind: "credit" },
    ],
    prices: [
      ...["fra", "muc", "nyc"].flatMap((regionId) =>
        sizes.map((vcpu) => aPrice({ skuId: `m${vcpu}`, regionId, listUnitPrice: vcpu * 0.05 })),
      ),
      aPrice({ skuId: "m4", pricingCategory: "committed-1y", listUnitPrice: 0.15 }),
      aPrice({ skuId: "disk", regionId: "global", pricingUnit: "GiB-month", listUnitPrice: 0.08 }),
      aPrice({ skuId: "balancer", regionId: "global", pricingUnit: "month", listUnitPrice: 7.49 }),
      aPrice({ skuId: "no-fee", regionId: "global", pricingUnit: "month", listUnitPrice: 0 }),
      aPrice({ skuId: "credit", regionId: "global", pricingUnit: "month", listUnitPrice: -5 }),
    ],
    tieredPrices: [aTieredPrice()],
    includedTransfers: [
      { provider: "acme", skuId: "m2", regionId: "fra", includedGiB: 1024, reading: aReading() },
      { provider: "acme", skuId: "m2", regionId: "global", includedGiB: 512, reading: aReading() },
    ],
    sustainedUse: [],
    platforms: [aPlatform()],
    fx: [
      { currency: "EUR", unitsPerUsd: 0.9, asOf: "2026-05-31", basis: "month average", source: SOURCE },
      { currency: "EUR", unitsPerUsd: 0.8, asOf: "2026-06-10", basis: "day", source: SOURCE },
    ],
    labour: {
      spreadMonths: 12,
      profiles: [
        { id: "any", monthlyHours: hours, setUpHours: hours, extraClusterHours: 1, source: SOURCE, says: "made up" },
      ],
      migration: {
        baseHours: 8,
        hoursPerService: 2,
        mostServicesHours: 80,
        statefulHours: 16,
        source: SOURCE,
        says: "made up",
      },
      integration: { baseHours: 1, hoursPerFeature: 1, tyingFeatures: [], source: SOURCE, says: "made up" },
      availabilityWithoutSla: 99,
    },
    policy: {
      basis: "judgement",
      weights: { first: 2, second: 1.5, givenUp: 0.25, says: "made up" },
      doubt: { high: 0, derived: 0.05, medium: 0.1, low: 0.25, says: "made up" },
      budget: { tolerance: 0.15, says: "made up" },
      oneMachine: { mostServices: 3, mostEngineers: 3, says: "made up" },
    },
    ...changes,
  };
}
