import { describe, expect, it } from "vitest";
import { daysBetween, holding, holdsRather } from "../../../src/core/catalog/as-of.ts";

describe("of two prices of the same thing", () => {
  it.each([
    ["the newer, once both have begun", "2026-04-01", "2026-01-01", "2026-06-01", true],
    ["not the older", "2026-01-01", "2026-04-01", "2026-06-01", false],
    ["the one that has begun", "2026-01-01", "2026-04-01", "2026-02-01", true],
    ["the one that begins today", "2026-04-01", "2026-01-01", "2026-04-01", true],
    ["the older where neither has begun: nothing earlier is known", "2026-01-01", "2026-04-01", "2025-12-01", true],
    ["neither of equals", "2026-01-01", "2026-01-01", "2026-06-01", false],
  ])("holds %s", (_what, a, b, asOf, expected) => {
    expect(holdsRather(a, b, asOf)).toBe(expected);
  });

  it("holds the same one whatever their order, and none of none", () => {
    const dates = ["2026-01-01", "2026-06-15", "2026-04-01"];
    for (const all of [dates, dates.toReversed()]) {
      expect(holding(all, (date) => date, "2026-05-01")).toBe("2026-04-01");
      expect(holding(all, (date) => date, "2025-01-01")).toBe("2026-01-01");
    }
    expect(holding([], String, "2026-05-01")).toBeNull();
  });
});

describe("the days between two dates", () => {
  it.each([
    ["2026-02-28", "2026-03-01", 1],
    ["2028-02-28", "2028-03-01", 2], // a leap year
    ["2026-06-15", "2026-06-15", 0],
    ["2026-06-15", "2026-06-01", -14],
    ["2025-12-31", "2026-12-31", 365],
  ])("from %s to %s are %d", (earlier, later, days) => {
    expect(daysBetween(earlier, later)).toBe(days);
  });
});
