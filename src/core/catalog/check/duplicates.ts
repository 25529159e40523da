import type { CatalogRule, Finding } from "./rule.ts";

/** The same thing stated twice. Two prices of one SKU differ in `from`; two readings without a history in `asOf`. */
export const duplicates: CatalogRule = {
  id: "duplicate",
  says: "Nothing is stated twice.",
  check: ({ data }) => [
    ...twice(data.providers, ({ id }) => [id, null, null, ""]),
    ...twice(data.regions, ({ provider, id }) => [provider, null, id, "region"]),
    ...twice(data.places, ({ name }) => [null, name.toLowerCase(), null, "place"]),
    ...twice(data.centres, ({ geography }) => [null, geography, null, "centre"]),
    ...twice(data.instanceTypes, ({ provider, id }) => [provider, id, null, "machine"]),
    ...twice(data.services, ({ provider, skuId }) => [provider, skuId, null, "service"]),
    ...twice(data.platforms, ({ id, provider }) => [provider, id, null, "platform"]),
    ...twice(data.labour.profiles, ({ id }) => [null, id, null, "labour profile"]),
    ...twice(data.fx, ({ currency, asOf, basis }) => [null, currency, null, `rate of ${asOf}, ${basis}`]),
    ...twice(data.prices, (row) => [
      row.provider,
      row.skuId,
      row.regionId,
      `${row.pricingCategory} price for ${row.customers} customers from ${row.from}`,
    ]),
    ...twice(data.tieredPrices, (row) => [
      row.provider,
      row.skuId,
      row.regionId,
      `tiered price as of ${row.reading.asOf}`,
    ]),
    ...twice(data.includedTransfers, (row) => [
      row.provider,
      row.skuId,
      row.regionId,
      `included transfer as of ${row.reading.asOf}`,
    ]),
  ],
};

type Identity = [provider: string | null, skuId: string | null, regionId: string | null, what: string];

function twice<T>(items: readonly T[], identityOf: (item: T) => Identity): Finding[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const [provider, skuId, regionId, what] = identityOf(item);
    const key = `${provider} ${skuId} ${regionId} ${what}`;
    if (seen.has(key)) return [{ provider, skuId, regionId, message: `stated twice: ${what || "provider"}` }];
    seen.add(key);
    return [];
  });
}
