import { describe, expect, it } from "vitest";
import { amountAt } from "../../../src/language/text/numbers.ts";
import { tokenize } from "../../../src/language/text/tokens.ts";

describe("a number in words or figures", () => {
  it.each([
    ["twenty five", 25],
    ["a dozen", 12],
    ["half a dozen of", 6],
    ["half a million", 500_000],
    ["half a terabyte", 0.5],
    ["a pair of", 2],
    ["quartet of", 4],
    ["twelve hundred", 1200],
    ["two hundred and fifty", 250],
    ["two thousand five hundred", 2500],
    ["a couple of hundred", 200],
    ["2.4 lakhs", 240_000],
    ["3 crore", 30_000_000],
    ["twenty odd", 20],
    ["8 nos. of", 8],
  ])("%s", (typed, value) => {
    const tokens = tokenize(typed);
    expect(amountAt(tokens, 0)?.value).toBe(value);
  });

  it("is not what is vague, or half of something else", () => {
    for (const typed of ["half the budget", "half of them", "a k"]) expect(amountAt(tokenize(typed), 0)).toBeNull();
    expect(amountAt(tokenize("a few hundred"), 2)).toBeNull();
  });

  it("ends before what is counted", () => {
    expect(amountAt(tokenize("a hundred and two services"), 0)).toEqual({ value: 100, next: 2 });
  });
});
