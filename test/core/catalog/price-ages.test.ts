import { expect, it } from "vitest";
import { agesText, priceAges } from "../../../src/core/catalog/price-ages.ts";

const read = [
  { source: "https://b.example/", asOf: "2026-11-20" },
  { source: "https://a.example/", asOf: "2026-05-01" },
  { source: "https://b.example/", asOf: "2026-11-21" },
];

it("says when prices were read, and where, each source once", () => {
  const ages = priceAges(read, "2026-11-22");
  // May has 30 days after the 1st, then 30 + 31 + 31 + 30 + 31 to the end of October, then 22: 205
  expect(ages).toEqual({
    oldestAsOf: "2026-05-01",
    newestAsOf: "2026-11-21",
    oldestDays: 205,
    sources: ["https://a.example/", "https://b.example/"],
  });
});

it("is nothing where nothing was read", () => {
  expect(priceAges([], "2026-11-22")).toBeNull();
});

it("is a sentence, too", () => {
  const ages = { oldestAsOf: "2026-11-21", newestAsOf: "2026-11-21", oldestDays: 1, sources: [] };
  expect(agesText(ages, "2026-11-22")).toBe("Prices were read on 2026-11-21, the oldest 1 day before 2026-11-22.");
});
