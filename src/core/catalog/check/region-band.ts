import type { Region } from "../catalog.ts";
import { aboutRow, type CatalogRule, type Checked, skuKey } from "./rule.ts";

/** São Paulo is the dearest region of the large clouds at 1.6 times home, Pune the cheapest at 0.6: https://azure.microsoft.com/en-us/pricing/details/virtual-machines/linux/ */
const LEAST = 0.5;
const MOST = 2.2;

/** A machine that costs twice as much as in its provider's first region, or half of it, took another machine's or system's price. */
export const regionBand: CatalogRule = {
  id: "region-band",
  says: "A machine costs 0.5 to 2.2 times what it costs in its provider's first region; low confidence is a doubt said already.",
  check: (checked) => {
    const home = atHome(checked);
    return checked.rows.flatMap(({ row, sku, machine, hourly, holds }) => {
      const there = home.get(`${sku} ${row.pricingCategory} ${row.customers}`);
      if (!holds || machine === null || hourly === null || there === undefined) return [];
      if (row.pricingCategory === "dynamic" || row.reading.confidence === "low") return [];
      const ratio = hourly / there.hourly;
      if (ratio >= LEAST && ratio <= MOST) return [];
      return [
        aboutRow(row, `${hourly} an hour is ${ratio.toFixed(2)} times the ${there.hourly} of ${there.region.id}`),
      ];
    });
  },
};

/** What each SKU costs in its provider's first region, by SKU, category and kind of customer. */
function atHome({ data, rows }: Checked): Map<string, { region: Region; hourly: number }> {
  const first = new Map<string, Region>();
  for (const region of data.regions) if (!first.has(region.provider)) first.set(region.provider, region);
  const found = new Map<string, { region: Region; hourly: number }>();
  for (const { row, hourly, holds } of rows) {
    const region = first.get(row.provider);
    if (!holds || hourly === null || hourly <= 0 || region?.id !== row.regionId) continue;
    found.set(`${skuKey(row.provider, row.skuId)} ${row.pricingCategory} ${row.customers}`, { region, hourly });
  }
  return found;
}
