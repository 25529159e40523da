import { aboutRow, type CatalogRule, skuKey } from "./rule.ts";

/** Only credits are below zero, and no machine is free: a price nobody knows must be left out, not entered as 0. */
export const signs: CatalogRule = {
  id: "sign",
  says: "Only credits are negative, and no machine costs 0.",
  check: ({ data, rows }) => {
    const credits = new Set(
      data.services.filter(({ kind }) => kind === "credit").map(({ provider, skuId }) => skuKey(provider, skuId)),
    );
    return rows.flatMap(({ row, sku, machine }) => {
      if (row.listUnitPrice > 0) return [];
      if (row.listUnitPrice < 0 && !credits.has(sku)) {
        return [aboutRow(row, `${row.listUnitPrice} is negative, and only credits are`)];
      }
      return row.listUnitPrice === 0 && machine !== null ? [aboutRow(row, "a machine at 0: unknown is -, not 0")] : [];
    });
  },
};
