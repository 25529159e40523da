import type { CatalogData, InstanceType, Provider, SkuPrice } from "../catalog.ts";
import type { PriceBook } from "../price-book.ts";

/** Something wrong with the catalog that no single file shows. */
export interface Fault {
  rule: string;
  provider: string | null;
  skuId: string | null; // or the id of the platform, region or currency it is about
  regionId: string | null;
  message: string; // what is wrong, with its figures
}

/** A fault as its rule tells it. */
export type Finding = Omit<Fault, "rule">;

/** What a rule looks at, made once for them all. */
export interface Checked {
  data: CatalogData;
  today: string;
  book: PriceBook; // as of today
  providers: ReadonlyMap<string, Provider>;
  rows: readonly PricedRow[]; // every price, whether it holds today or not
  families: readonly FamilyMember[][];
}

/** A price and what it is for. */
export interface PricedRow {
  row: SkuPrice;
  sku: string; // `skuKey`
  machine: InstanceType | null; // null: a service, or nothing known
  hourly: number | null; // for an hour, a month spread over its provider's month; null if per anything else
  holds: boolean; // today
}

/** A machine of a family in one region, with the row that prices it. */
export interface FamilyMember {
  row: SkuPrice;
  machine: InstanceType;
  hourly: number; // more than 0
}

/** One thing that can be wrong with the catalog as a whole. */
export interface CatalogRule {
  id: string; // stable: faults and tests cite it
  says: string; // what must hold
  severity?: "notice"; // worth knowing and no fault; left out: a fault
  check(checked: Checked): Finding[];
}

/** One text for a provider's SKU. */
export const skuKey = (provider: string, skuId: string) => `${provider} ${skuId}`;

/** A fault about a row of prices. */
export function aboutRow(row: { provider: string; skuId: string; regionId: string }, message: string): Finding {
  return { provider: row.provider, skuId: row.skuId, regionId: row.regionId, message };
}
