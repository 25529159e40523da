import { aboutRow, type CatalogRule, type Checked, type Finding, type PricedRow } from "./rule.ts";

const ROUNDING = 1.001; // published to five digits at times

/** Who promises to stay, or takes what is left over, pays no more than who does neither. */
export const commitments: CatalogRule = {
  id: "commitment",
  says: "No commitment or spot price is above on-demand.",
  check: (checked) =>
    checked.rows
      .filter(({ row, holds }) => holds && row.pricingCategory !== "standard")
      .flatMap((priced) => dearerThanOnDemand(priced, checked)),
};

function dearerThanOnDemand({ row, hourly }: PricedRow, { book, providers }: Checked): Finding[] {
  const onDemand = book.price(row.provider, row.skuId, row.regionId, { existing: row.customers === "existing" });
  if (onDemand === null) return [];
  const comparable = [row.currency, onDemand.currency].every((each) => each === "USD" || book.fx(each) !== null);
  if (row.currency !== onDemand.currency && !comparable) return [];
  const hours = providers.get(row.provider)?.hoursPerMonth ?? Number.NaN;
  const limit = book.convert(onDemand.listUnitPrice, onDemand.currency, row.currency);
  const perHour = onDemand.pricingUnit === "month" ? limit / hours : limit;
  const dearer = row.pricingUnit === onDemand.pricingUnit ? row.listUnitPrice / limit : (hourly ?? 0) / perHour;
  if (dearer <= ROUNDING || Number.isNaN(dearer)) return [];
  const percent = ((dearer - 1) * 100).toFixed(1);
  return [aboutRow(row, `${row.pricingCategory} at ${row.listUnitPrice} is ${percent} % above on-demand`)];
}
