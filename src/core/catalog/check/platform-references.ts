import type { Billing, Compute, Platform } from "../platform.ts";
import { type CatalogRule, type Checked, type Finding, skuKey } from "./rule.ts";

/** What a platform names exists: its provider, the services it is billed by, its labour profile. */
export const platformReferences: CatalogRule = {
  id: "platform-reference",
  says: "Platforms name only what the catalog has.",
  check: (checked) => checked.data.platforms.flatMap((platform) => missingOf(platform, checked)),
};

function missingOf(platform: Platform, { data, providers }: Checked): Finding[] {
  const about = (message: string): Finding => ({
    provider: platform.provider,
    skuId: platform.id,
    regionId: null,
    message,
  });
  const profiles = data.labour.profiles.map(({ id }) => id);
  const labour = profiles.includes(platform.labourProfile)
    ? []
    : [about(`no labour profile "${platform.labourProfile}"; known: ${profiles.join(", ")}`)];
  const { provider } = platform;
  if (provider === null) return labour;
  if (!providers.has(provider)) return [...labour, about(`no provider "${provider}"`)];
  const services = new Set(data.services.map((service) => skuKey(service.provider, service.skuId)));
  const unknown = [...new Set(skusOf(platform))].filter((skuId) => !services.has(skuKey(provider, skuId)));
  const machines = new Set(data.instanceTypes.map((machine) => skuKey(machine.provider, machine.id)));
  const missing = sharedCoreTypes(platform.compute).filter((id) => !machines.has(skuKey(provider, id)));
  return [
    ...labour,
    ...unknown.map((skuId) => about(`no service "${skuId}" of ${provider}`)),
    ...missing.map((id) => about(`no machine "${id}" of ${provider}`)),
  ];
}

function skusOf(platform: Platform): string[] {
  return [
    ...platform.tiers.flatMap((tier) => [tier.feeSku, tier.surchargeSku]),
    ...computeSkus(platform.compute),
    ...(platform.billing === null ? [] : billingSkus(platform.billing)),
  ].filter((skuId) => skuId !== null);
}

function computeSkus(compute: Compute): string[] {
  if (compute.kind === "pods") return [compute.vcpuSku, compute.memorySku];
  return compute.kind === "nodes" ? (compute.osDisk?.sizes ?? []).map(({ skuId }) => skuId) : [];
}

function sharedCoreTypes(compute: Compute): string[] {
  return compute.kind === "nodes" && compute.cpuReserve.kind === "per-core" ? compute.cpuReserve.sharedCoreTypes : [];
}

function billingSkus(billing: Billing): (string | null)[] {
  const { loadBalancer, nat } = billing;
  return [
    billing.feeCredit?.skuId ?? null,
    billing.storageSku,
    ...(billing.storageOf ?? []).map(({ skuId }) => skuId),
    billing.backup.skuId,
    ...(loadBalancer.kind === "each" ? [loadBalancer.skuId] : [loadBalancer.firstSku, loadBalancer.extraSku]),
    loadBalancer.dataSku,
    ...(nat.kind === "none" ? [] : [nat.dataSku]),
    ...(nat.kind === "per-zone" ? [nat.hourSku] : []),
    ...(nat.kind === "per-node" ? [nat.nodeHourSku, nat.flatHourSku] : []),
    billing.ipv4Sku,
    billing.egress.skuId,
    billing.crossZone?.skuId ?? null,
    billing.logs.skuId,
  ];
}
