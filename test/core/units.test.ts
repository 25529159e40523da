import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundToCent, sumOfCents, toCents } from "../../src/core/units.ts";

describe("an amount of money", () => {
  it.each([
    ["a half goes up", 1.005, 1.01], // 1.005 × 100 is 100.49999999999999 in binary
    ["a half of a large sum goes up", 1234.565, 1234.57],
    ["a half below zero goes away from zero", -1.005, -1.01],
    ["less than a half goes down", 1.0049, 1],
    ["more than a half goes up", 1.0051, 1.01],
    ["a cent stays a cent", 0.01, 0.01],
    ["half a cent is one", 0.005, 0.01],
    ["less than half a cent is nothing", 0.0049, 0],
    ["less than half a cent owed is nothing, and not minus nothing", -0.0049, 0],
  ])("is rounded to the cent: %s", (_why, amount, expected) => {
    expect(roundToCent(amount)).toBe(expected);
  });

  it("is counted in whole cents", () => {
    expect(toCents(19.99)).toBe(1999); // 19.99 × 100 is 1998.9999999999998 in binary
    expect(toCents(-0.1)).toBe(-10);
  });

  it("is the same whichever way it points", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (amount) => {
        expect(toCents(-amount)).toBe(-toCents(amount));
      }),
    );
  });
});

describe("a sum of cents", () => {
  it("is exact where binary fractions are not", () => {
    expect(sumOfCents([0.1, 0.2])).toBe(0.3); // 0.1 + 0.2 is 0.30000000000000004 in binary
    expect(sumOfCents([74.4, -74.4, 0.01])).toBe(0.01);
  });

  it("of nothing is nothing", () => {
    expect(sumOfCents([])).toBe(0);
  });

  it("is the sum of whole cents, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 })), (cents) => {
        const expected = cents.reduce((sum, each) => sum + each, 0) / 100;
        expect(sumOfCents(cents.map((each) => each / 100))).toBe(expected);
        expect(sumOfCents(cents.toReversed().map((each) => each / 100))).toBe(expected);
      }),
    );
  });
});
