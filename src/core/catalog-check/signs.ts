import { aboutRow, type CatalogRule, skuKey } from "./rule.ts";

/** Only credits are below zero, and no machine is free: a price nobody knows must be left out, not entered as 0. */
export const signs: CatalogRule = {
  id: "sign",
  says: "Only credits are negative, and no machine costs 0.",
  check: ({ data, machines }) => {
    const credits = new Set(
      data.services.filter(({ kind }) => kind === "credit").map(({ provider, skuId }) => skuKey(provider, skuId)),
    );
    return data.prices.flatMap((row) => {
      const key = skuKey(row.provider, row.skuId);
      if (row.listUnitPrice < 0 && !credits.has(key)) {
        return [aboutRow(row, `${row.listUnitPrice} is negative, and only credits are`)];
      }
      return row.listUnitPrice === 0 && machines.has(key) ? [aboutRow(row, "a machine at 0: unknown is -, not 0")] : [];
    });
  },
};
