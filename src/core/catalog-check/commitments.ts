import { aboutRow, type CatalogRule, hourlyPrice } from "./rule.ts";

const ROUNDING = 1.001; // published to five digits at times

/** Who promises to stay, or takes what is left over, pays no more than who does neither. */
export const commitments: CatalogRule = {
  id: "commitment",
  says: "No commitment or spot price is above on-demand.",
  check: ({ book, providers }) =>
    book.prices.flatMap((row) => {
      if (row.pricingCategory === "standard") return [];
      const standard = book.price(row.provider, row.skuId, row.regionId, { existing: row.customers === "existing" });
      if (standard === null) return [];
      const provider = providers.get(row.provider);
      const own = row.pricingUnit === standard.pricingUnit ? row.listUnitPrice : hourlyPrice(row, provider);
      const other = row.pricingUnit === standard.pricingUnit ? standard.listUnitPrice : hourlyPrice(standard, provider);
      const comparable = row.currency === standard.currency || [row, standard].every((each) => known(each.currency));
      if (own === null || other === null || !comparable) return [];
      const limit = book.convert(other, standard.currency, row.currency);
      if (own <= limit * ROUNDING) return [];
      return [aboutRow(row, `${row.pricingCategory} at ${own} is above on-demand at ${round(limit)} ${row.currency}`)];

      function known(currency: typeof row.currency) {
        return currency === "USD" || book.fx(currency) !== null;
      }
    }),
};

const round = (amount: number) => Number(amount.toPrecision(6));
