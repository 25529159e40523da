import { groupBy } from "../../group-by.ts";
import { daysBetween } from "../as-of.ts";
import { SPOT_DAYS } from "../spot.ts";
import type { CatalogRule, Checked, Finding } from "./rule.ts";

/** What holds and was last read longer ago than its provider's limit, or a spot price than it lasts: reading by reading. */
export const stale: CatalogRule = {
  id: "stale",
  severity: "notice",
  says: "What holds was read within its provider's limit, spot within 30 days.",
  check: (checked) => {
    const old = readings(checked).filter(({ days, limit }) => days > limit);
    return [...groupBy(old, ({ provider, what, asOf, limit }) => [provider, what, asOf, limit].join(" ")).values()].map(
      told,
    );
  },
};

interface Read {
  provider: string;
  skuId: string;
  what: string; // "on-demand", "spot", "tiered"
  asOf: string;
  days: number;
  limit: number;
}

function readings({ data, rows, providers, today }: Checked): Read[] {
  const read = (row: { provider: string; skuId: string; reading: { asOf: string } }, what: string): Read => {
    const limit = what === "spot" ? SPOT_DAYS : (providers.get(row.provider)?.priceLimitDays ?? 0);
    const { provider, skuId, reading } = row;
    return { provider, skuId, what, asOf: reading.asOf, days: daysBetween(reading.asOf, today), limit };
  };
  const kinds = { standard: "on-demand", "committed-1y": "committed", "committed-3y": "committed", dynamic: "spot" };
  const held = rows.filter(({ row, holds }) => holds && row.customers === "all");
  return [
    ...held.map(({ row }) => read(row, kinds[row.pricingCategory])),
    ...data.tieredPrices.map((row) => read(row, "tiered")),
  ];
}

function told(rows: readonly Read[]): Finding {
  const [first] = rows;
  if (first === undefined) throw new RangeError("a group has a row");
  const one = rows.length === 1 ? `1 ${first.what} price` : `${rows.length} ${first.what} prices`;
  const message = `${one} read on ${first.asOf}, ${first.days} days ago; the limit is ${first.limit}`;
  const skus = new Set(rows.map(({ skuId }) => skuId));
  return { provider: first.provider, skuId: skus.size === 1 ? first.skuId : null, regionId: null, message };
}
