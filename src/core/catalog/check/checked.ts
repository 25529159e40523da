import { groupBy } from "../../group-by.ts";
import type { CatalogData, InstanceType, Provider, SkuPrice } from "../catalog.ts";
import { priceBook } from "../price-book.ts";
import { type Checked, type FamilyMember, type PricedRow, skuKey } from "./rule.ts";

/** What every rule looks at, made of the catalog as of `today`. */
export function checkedCatalog(data: CatalogData, today: string): Checked {
  const book = priceBook(data, today);
  const providers = new Map(data.providers.map((provider) => [provider.id, provider]));
  const machines = new Map(data.instanceTypes.map((machine) => [skuKey(machine.provider, machine.id), machine]));
  const holding = new Set(book.prices);
  const rows = data.prices.map((row): PricedRow => {
    const sku = skuKey(row.provider, row.skuId);
    const hourly = hourlyPrice(row, providers.get(row.provider));
    return { row, sku, machine: machines.get(sku) ?? null, hourly, holds: holding.has(row) };
  });
  return { data, today, book, providers, rows, families: familiesOf(rows) };
}

function hourlyPrice(row: SkuPrice, provider: Provider | undefined): number | null {
  if (row.pricingUnit === "hour") return row.listUnitPrice;
  if (row.pricingUnit === "month" && provider !== undefined) return row.listUnitPrice / provider.hoursPerMonth;
  return null;
}

/** Members of one family, region, category and kind of customer, spot apart: its price follows demand, not size. */
function familiesOf(rows: readonly PricedRow[]): FamilyMember[][] {
  const members: FamilyMember[] = [];
  for (const { row, machine, hourly, holds } of rows) {
    if (!holds || machine === null || hourly === null || hourly <= 0 || row.pricingCategory === "dynamic") continue;
    members.push({ row, machine, hourly });
  }
  const key = ({ row, machine }: { row: SkuPrice; machine: InstanceType }) =>
    `${row.provider} ${machine.family} ${row.regionId} ${row.pricingCategory} ${row.customers}`;
  return [...groupBy(members, key).values()];
}
