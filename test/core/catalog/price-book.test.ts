import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SkuPrice } from "../../../src/core/catalog/catalog.ts";
import { priceBook } from "../../../src/core/catalog/price-book.ts";
import { UserError } from "../../../src/core/errors.ts";
import { aMachine, aPrice, aReading, aTieredPrice, tinyCatalog } from "../tiny-catalog.ts";

const TODAY = "2026-06-20";
const bookOf = (prices: SkuPrice[], asOf = TODAY) => priceBook(tinyCatalog({ prices }), asOf);

describe("the price that holds on a day", () => {
  // As one provider did it: 2.99 in January, 3.99 for everybody from April, 5.49 for new orders from mid June;
  // machines ordered before that keep 3.99.
  const history = [
    aPrice({ from: "2026-06-15", listUnitPrice: 5.49 }),
    aPrice({ from: "2026-01-25", listUnitPrice: 2.99 }),
    aPrice({ from: "2026-04-01", listUnitPrice: 3.99 }),
    aPrice({ from: "2026-06-15", listUnitPrice: 3.99, customers: "existing" }),
  ];

  it.each([
    ["2025-12-31", false, 2.99], // nothing earlier is known: the oldest stands in
    ["2026-01-25", false, 2.99],
    ["2026-01-25", true, 2.99], // no price is kept yet
    ["2026-03-31", false, 2.99],
    ["2026-04-01", false, 3.99],
    ["2026-04-01", true, 3.99],
    ["2026-06-14", false, 3.99],
    ["2026-06-15", false, 5.49],
    ["2026-06-15", true, 3.99],
    ["2026-11-22", false, 5.49],
    ["2026-11-22", true, 3.99],
  ])("as of %s, existing machines: %s, is %d", (asOf, existing, expected) => {
    expect(bookOf(history, asOf).price("acme", "m2", "fra", { existing })?.listUnitPrice).toBe(expected);
  });

  it("shows by its own date that it is later than the day asked for", () => {
    expect(bookOf(history, "2025-12-31").price("acme", "m2", "fra")?.from).toBe("2026-01-25");
  });

  it("is the newest reading where two begin on one day", () => {
    const older = aPrice({ listUnitPrice: 1, reading: aReading({ asOf: "2026-06-15" }) });
    const newer = aPrice({ listUnitPrice: 2, reading: aReading({ asOf: "2026-06-18" }) });
    expect(bookOf([older, newer]).price("acme", "m2", "fra")).toBe(newer);
    expect(bookOf([newer, older]).price("acme", "m2", "fra")).toBe(newer);
    expect(bookOf([newer, older], "2026-06-16").price("acme", "m2", "fra")).toBe(older);
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(history, { minLength: history.length }),
        fc.constantFrom("2026-02-01", "2026-05-01", "2026-07-01"),
        fc.boolean(),
        (prices, asOf, existing) => {
          expect(bookOf(prices, asOf).price("acme", "m2", "fra", { existing })).toBe(
            bookOf(history, asOf).price("acme", "m2", "fra", { existing }),
          );
        },
      ),
    );
  });

  it("lists only the rows that hold, in the catalog's order", () => {
    expect(bookOf(history).prices).toEqual([history[0], history[3]]);
  });
});

describe("looking a price up", () => {
  const book = priceBook(tinyCatalog(), TODAY);

  it("falls back to the price that holds everywhere", () => {
    expect(book.price("acme", "disk", "nyc")?.listUnitPrice).toBe(0.08);
  });

  it("prefers the region's own price to the one that holds everywhere", () => {
    const own = aPrice({ listUnitPrice: 2 });
    expect(bookOf([aPrice({ regionId: "global", listUnitPrice: 1 }), own]).price("acme", "m2", "fra")).toBe(own);
  });

  it("keeps on-demand, commitments and spot apart", () => {
    expect(book.price("acme", "m4", "fra")?.listUnitPrice).toBe(0.2);
    expect(book.price("acme", "m4", "fra", { category: "committed-1y" })?.listUnitPrice).toBe(0.15);
    expect(book.price("acme", "m4", "fra", { category: "dynamic" })).toBeNull();
  });

  it("gives null for what nobody could source", () => {
    expect(book.price("acme", "m2", "tyo")).toBeNull();
    expect(book.price("acme", "m3", "fra")).toBeNull();
    expect(book.price("nobody", "m2", "fra")).toBeNull();
    expect(book.tiered("acme", "disk", "fra")).toBeNull();
    expect(book.service("acme", "m2")).toBeNull();
    expect(book.includedTransferGiB("acme", "m4", "fra")).toBeNull();
  });

  it("does not sell a price that only existing machines keep", () => {
    const kept = bookOf([aPrice({ customers: "existing" })]);
    expect(kept.price("acme", "m2", "fra")).toBeNull();
    expect(kept.price("acme", "m2", "fra", { existing: true })?.listUnitPrice).toBe(0.1);
  });

  it("takes tiers and included transfer from the region, else from everywhere", () => {
    expect(book.tiered("acme", "egress", "fra")?.free).toBe(100);
    expect(book.includedTransferGiB("acme", "m2", "fra")).toBe(1024);
    expect(book.includedTransferGiB("acme", "m2", "nyc")).toBe(512);
  });

  it("takes the newest tiers that were read by that day", () => {
    const newer = aTieredPrice({ free: 50, reading: aReading({ asOf: "2026-06-18" }) });
    const data = tinyCatalog({ tieredPrices: [newer, aTieredPrice()] });
    expect(priceBook(data, "2026-06-17").tiered("acme", "egress", "fra")?.free).toBe(100);
    expect(priceBook(data, "2026-06-18").tiered("acme", "egress", "fra")?.free).toBe(50);
    expect(priceBook(data, "2026-06-18").tieredPrices).toEqual([newer]);
    expect(priceBook(data, "2026-06-18").newestAsOf).toBe("2026-06-18");
  });

  it("says which service a SKU is, and fails on a provider nobody described", () => {
    expect(book.service("acme", "balancer")?.name).toBe("load balancer");
    expect(book.provider("acme").name).toBe("Acme");
    expect(() => book.provider("nobody")).toThrow(RangeError);
  });
});

describe("machines of a region", () => {
  it("are those with an on-demand price there, cheapest first", () => {
    const data = tinyCatalog({
      instanceTypes: [aMachine({ id: "a" }), aMachine({ id: "b" }), aMachine({ id: "c" }), aMachine({ id: "d" })],
      prices: [
        aPrice({ skuId: "a", listUnitPrice: 0.3 }),
        aPrice({ skuId: "b", listUnitPrice: 62.4, pricingUnit: "month" }), // 62.40 / 624 h = 0.10 an hour
        aPrice({ skuId: "c", regionId: "global", listUnitPrice: 0.2 }),
        aPrice({ skuId: "d", pricingCategory: "dynamic", listUnitPrice: 0.01 }),
      ],
    });
    const book = priceBook(data, TODAY);
    expect(book.instanceTypes("acme", "fra").map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(book.instanceTypes("acme", "nyc").map(({ id }) => id)).toEqual(["c"]);
    expect(book.instanceTypes("nobody", "fra")).toEqual([]);
  });

  it("are found by exact id in any case, of any provider", () => {
    const twin = aMachine({ provider: "other", id: "M2" });
    const data = tinyCatalog();
    const book = priceBook({ ...data, instanceTypes: [...data.instanceTypes, twin] }, TODAY);
    expect(book.findInstanceTypes(" m2 ").map(({ provider }) => provider)).toEqual(["acme", "other"]);
    expect(book.findInstanceTypes("m")).toEqual([]);
    expect(book.instanceType("acme", "m2")?.vcpu).toBe(2);
    expect(book.instanceType("acme", "M2")).toBeNull();
  });
});

describe("places", () => {
  const other = { provider: "other", geography: "eu-central" as const, country: "DE" };
  const data = tinyCatalog();
  const regions = [...data.regions, { ...other, id: "eu-c-1", place: "Frankfurt", preferred: true }];
  const book = priceBook({ ...data, regions }, TODAY);

  it.each([
    ["eu-central", "eu-central"],
    ["EU-Central", "eu-central"],
    ["muc", "eu-central"],
    ["MUC", "eu-central"],
    ["Frankfurt", "eu-central"],
    ["new york", "us-east"],
    ["Berlin", "eu-central"],
    ["atlantis", null],
  ])("%s lies in %s", (region, geography) => {
    expect(book.geographyOf(region)).toBe(geography);
  });

  it.each([
    ["acme", "eu-central", "fra"], // a geography: the preferred region
    ["acme", "EU-CENTRAL", "fra"],
    ["acme", "muc", "muc"], // its own id
    ["acme", "Munich", "muc"], // its own place
    ["acme", "berlin", "fra"], // a place it is not in: the geography's
    ["acme", "eu-c-1", "fra"], // another provider's region
    ["other", "muc", "eu-c-1"],
    ["other", "us-east", null],
    ["other", "nyc", null],
    ["acme", "atlantis", null],
  ])("%s takes %s to be %s", (provider, region, expected) => {
    expect(book.regionFor(provider, region)?.id ?? null).toBe(expected);
  });
});

describe("money", () => {
  it("converts through the newest rate not after the day", () => {
    // 8 EUR / 0.8 EUR per USD = 10 USD; 9 EUR / 0.9 = 10 USD
    expect(priceBook(tinyCatalog(), TODAY).convert(8, "EUR", "USD")).toBeCloseTo(10, 10);
    expect(priceBook(tinyCatalog(), "2026-06-01").convert(9, "EUR", "USD")).toBeCloseTo(10, 10);
    expect(priceBook(tinyCatalog(), TODAY).convert(10, "USD", "EUR")).toBeCloseTo(8, 10);
    expect(priceBook(tinyCatalog(), TODAY).convert(7, "GBP", "GBP")).toBe(7);
  });

  it("takes the oldest rate for a day before all of them, and a day's rate before a month's of one date", () => {
    expect(priceBook(tinyCatalog(), "2020-01-01").fx("EUR")?.unitsPerUsd).toBe(0.9);
    const [month, day] = tinyCatalog().fx.map((rate) => ({ ...rate, asOf: "2026-06-10" }));
    const fx = [month, day].flatMap((rate) => rate ?? []);
    expect(priceBook(tinyCatalog({ fx }), TODAY).fx("EUR")?.basis).toBe("day");
  });

  it("tells the asker which currencies it knows when one has no rate", () => {
    const book = priceBook(tinyCatalog(), TODAY);
    expect(book.fx("GBP")).toBeNull();
    expect(() => book.convert(1, "USD", "GBP")).toThrow(UserError);
    expect(() => book.convert(1, "USD", "GBP")).toThrow("no exchange rate for GBP");
  });
});

it.each([
  ["2026-09-13", false], // 90 days after 2026-06-15
  ["2026-09-14", true],
  ["2026-01-01", false],
])("a reading of 2026-06-15 is stale on %s after 90 days: %s", (asOf, stale) => {
  expect(priceBook(tinyCatalog(), asOf).isStale("acme", aReading())).toBe(stale);
});
