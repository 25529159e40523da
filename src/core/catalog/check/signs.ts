import { aboutRow, type CatalogRule, skuKey } from "./rule.ts";

/** Only credits are below zero, and no machine is free: a price nobody knows is left out, not entered as 0. */
export const signs: CatalogRule = {
  id: "sign",
  says: "Only credits are negative, and no machine costs 0.",
  check: ({ data, rows }) => {
    const credits = new Set(
      data.services.filter(({ kind }) => kind === "credit").map(({ provider, skuId }) => skuKey(provider, skuId)),
    );
    const tiers = data.tieredPrices.flatMap((row) =>
      row.tiers.some(({ listUnitPrice }) => listUnitPrice < 0) ? [aboutRow(row, "a tier with a negative price")] : [],
    );
    const transfers = data.includedTransfers.flatMap((row) =>
      row.includedGiB < 0 ? [aboutRow(row, `${row.includedGiB} GiB included`)] : [],
    );
    const prices = rows.flatMap(({ row, sku, machine }) => {
      if (row.listUnitPrice > 0) return [];
      if (row.listUnitPrice < 0 && !credits.has(sku)) {
        return [aboutRow(row, `${row.listUnitPrice} is negative, and only credits are`)];
      }
      return row.listUnitPrice === 0 && machine !== null ? [aboutRow(row, "a machine at 0: unknown is -, not 0")] : [];
    });
    return [...prices, ...tiers, ...transfers];
  },
};
