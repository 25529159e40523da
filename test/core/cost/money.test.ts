import { describe, expect, it } from "vitest";
import { aboutMoney, money, plainNumber, shortMoney } from "../../../src/core/cost/money.ts";

describe("money in words", () => {
  it.each([
    [0, "0.00 USD"],
    [1234.5, "1,234.50 USD"],
    [-74.4, "-74.40 USD"],
    [1e6, "1,000,000.00 USD"],
  ])("has two decimals and its currency: %d", (amount, expected) => {
    expect(money(amount, "USD")).toBe(expected);
  });

  it("has none where it is an estimate anyway", () => {
    expect(aboutMoney(1234.5, "EUR")).toBe("1,235 EUR");
  });
});

describe("money in short", () => {
  it.each([
    [111.7, "USD", "$112"],
    [1234.5, "EUR", "€1,235"],
    [4.5, "USD", "$4.50"],
    [9, "USD", "$9"],
    [-31.2, "USD", "-$31"],
  ] as const)("is whole from ten up: %d %s", (amount, currency, expected) => {
    expect(shortMoney(amount, currency)).toBe(expected);
  });
});

describe("a number in words", () => {
  it("has no needless decimals", () => {
    expect(plainNumber(12)).toBe("12");
    expect(plainNumber(1234.56)).toBe("1,234.6");
    expect(plainNumber(1234.567, 2)).toBe("1,234.57");
  });
});
