import { GLOBAL_REGION } from "../price-book.ts";
import { aboutRow, type CatalogRule, type Checked, type Finding, skuKey } from "./rule.ts";

/** Prices belong to a machine or a service, in a region that exists; machines and services have a price somewhere. */
export const danglingSkus: CatalogRule = {
  id: "dangling-sku",
  says: "Every price belongs to a known SKU and region, every SKU has a price, and every retired machine a successor.",
  check: (checked) => [
    ...orphanRows(checked),
    ...unpricedSkus(checked),
    ...lostSuccessors(checked),
    ...lostFamilies(checked),
  ],
};

function orphanRows({ data, rows, providers }: Checked): Finding[] {
  const skus = new Set([
    ...data.instanceTypes.map(({ provider, id }) => skuKey(provider, id)),
    ...data.services.map(({ provider, skuId }) => skuKey(provider, skuId)),
  ]);
  const regions = new Set(data.regions.map(({ provider, id }) => skuKey(provider, id)));
  const others = [...data.tieredPrices, ...data.includedTransfers];
  const all = [...rows, ...others.map((row) => ({ row, sku: skuKey(row.provider, row.skuId) }))];
  return all.flatMap(({ row, sku }) => {
    const { provider, regionId } = row;
    if (!providers.has(provider)) return [aboutRow(row, "no such provider")];
    const missing = [];
    if (!skus.has(sku)) missing.push(aboutRow(row, "neither a machine nor a service"));
    if (regionId !== GLOBAL_REGION && !regions.has(skuKey(provider, regionId))) {
      missing.push(aboutRow(row, "no such region of this provider"));
    }
    return missing;
  });
}

function unpricedSkus({ data, rows }: Checked): Finding[] {
  const priced = new Set(rows.map(({ sku }) => sku));
  for (const { provider, skuId } of data.tieredPrices) priced.add(skuKey(provider, skuId));
  const named = [
    ...data.services.map(({ provider, skuId }) => ({ provider, skuId, what: "service" })),
    ...data.instanceTypes.map(({ provider, id }) => ({ provider, skuId: id, what: "machine" })),
  ];
  return named.flatMap(({ provider, skuId, what }) =>
    priced.has(skuKey(provider, skuId))
      ? []
      : [{ provider, skuId, regionId: null, message: `a ${what} without a price anywhere` }],
  );
}

/** What running long takes off is taken off machines that there are. */
function lostFamilies({ data }: Checked): Finding[] {
  const families = new Set(data.instanceTypes.map(({ provider, family }) => `${provider} ${family}`));
  return data.sustainedUse.flatMap(({ provider, families: named }) =>
    named
      .filter((family) => !families.has(`${provider} ${family}`))
      .map((family) => ({
        provider,
        skuId: family,
        regionId: null,
        message: "sustained use of a family without machines",
      })),
  );
}

/** A retired machine has no price of its own, and its successor is one that can be named. */
function lostSuccessors({ data }: Checked): Finding[] {
  const machines = new Set(data.instanceTypes.map(({ provider, id }) => skuKey(provider, id)));
  return data.retiredTypes.flatMap(({ provider, id, successor }) => {
    const about = (message: string) => ({ provider, skuId: id, regionId: null, message });
    return [
      ...(machines.has(skuKey(provider, id)) ? [about("retired, and a machine of the catalog")] : []),
      ...(machines.has(skuKey(provider, successor)) ? [] : [about(`its successor ${successor} is no machine`)]),
    ];
  });
}
