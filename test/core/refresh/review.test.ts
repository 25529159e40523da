import { describe, expect, it } from "vitest";
import type { SkuPrice } from "../../../src/core/catalog/catalog.ts";
import type { PriceList, PublishedPrice } from "../../../src/core/catalog/refresh/published.ts";
import { type ReviewOptions, reviewPrices } from "../../../src/core/catalog/refresh/review.ts";
import { aPrice, aReading, tinyCatalog } from "../tiny-catalog.ts";

const published = (changes: Partial<PublishedPrice> = {}): PublishedPrice => ({
  skuId: "m2",
  regionId: "fra",
  pricingCategory: "standard",
  pricingUnit: "hour",
  listUnitPrice: 0.1,
  currency: "EUR",
  ...changes,
});

function review(rows: SkuPrice[], prices: PublishedPrice[], options: Partial<ReviewOptions> = {}) {
  const list: PriceList = {
    provider: "acme",
    day: "2026-11-28",
    source: "https://example.com/api",
    via: "Acme API",
    listed: { machines: ["standard", "dynamic"], services: ["balancer"] },
    prices,
  };
  return reviewPrices(tinyCatalog({ prices: rows }), list, { since: null, accept: false, ...options });
}

describe("a list beside the catalog", () => {
  it.each([
    [0.1, "confirmed"],
    [0.100009, "confirmed"], // 0.009 %: rounding
    [0.1001, "moved"],
    [0.15, "moved"], // by a half, and no more
    [0.151, "refused"],
    [0.0666, "refused"], // a third less is 1.5 times cheaper
  ] as const)("takes %d for 0.1 as %s", (listUnitPrice, where) => {
    expect(review([aPrice()], [published({ listUnitPrice })])[where]).toHaveLength(1);
  });

  it("lets spot prices move further", () => {
    const spot = { pricingCategory: "dynamic" as const };
    expect(review([aPrice(spot)], [published({ ...spot, listUnitPrice: 0.45 })]).moved).toHaveLength(1);
    expect(review([aPrice(spot)], [published({ ...spot, listUnitPrice: 0.51 })]).refused).toHaveLength(1);
  });

  it("compares with the row that holds on the day, and takes a machine's row of its kind alone", () => {
    const rows = [
      aPrice({ from: "2026-01-01", listUnitPrice: 0.08 }),
      aPrice({ from: "2026-06-15" }),
      aPrice({ from: "2026-06-15", customers: "existing", listUnitPrice: 0.08 }),
      aPrice({ pricingCategory: "committed-1y", listUnitPrice: 0.07 }),
    ];
    const { confirmed, byHand, gone } = review(rows, [published()]);
    expect([confirmed, byHand.length, gone.length]).toEqual([[rows[1]], 2, 0]); // kept prices and commitments are by hand
  });

  it("takes prices listed by region for one where the catalog has one for all of them", () => {
    const row = aPrice({ skuId: "balancer", regionId: "global" });
    const here = (regionId: string, listUnitPrice: number) => published({ skuId: "balancer", regionId, listUnitPrice });
    expect(review([row], [here("fra", 0.1), here("nyc", 0.1)]).confirmed).toEqual([row]);
    expect(review([row], [here("fra", 0.12), here("nyc", 0.12)]).moved[0]?.after.regionId).toBe("global");
    expect(review([row], [here("fra", 0.1), here("nyc", 0.12)]).refused[0]?.why).toBe(
      "listed at 0.1 EUR and at 0.12 EUR",
    );
  });

  it("adds what the catalog knows, and counts what it does not", () => {
    const { added, unknown } = review(
      [aPrice()],
      [
        published(),
        published({ skuId: "m4", listUnitPrice: 0.2 }),
        published({ skuId: "m999" }),
        published({ regionId: "mars" }),
      ],
    );
    expect([added.map(({ skuId }) => skuId), unknown.map(({ skuId, regionId }) => `${skuId} ${regionId}`)]).toEqual([
      ["m4"],
      ["m999 fra", "m2 mars"],
    ]);
  });

  it("leaves alone what was read since a day, listed or not", () => {
    const fresh = aPrice({ reading: aReading({ asOf: "2026-11-21" }) });
    const old = aPrice({ skuId: "m4" });
    const { confirmed, moved, gone } = review([fresh, old], [published({ listUnitPrice: 0.12 })], {
      since: "2026-11-21",
    });
    expect([confirmed, moved, gone]).toEqual([[], [], [old]]);
  });

  it.each([
    ["a price of 0", { listUnitPrice: 0 }, false],
    ["a price below 0", { listUnitPrice: -1 }, false],
    ["another unit", { pricingUnit: "month" as const }, false],
    ["another currency", { currency: "USD" as const }, true],
    ["a price far from the old one", { listUnitPrice: 62.4 }, true],
  ])("once accepted, %s is taken or not", (_, changes, isTaken) => {
    const accepted = review([aPrice()], [published(changes)], { accept: true });
    expect([accepted.moved.length, accepted.refused.length]).toEqual(isTaken ? [1, 0] : [0, 1]);
  });
});
