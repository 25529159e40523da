import { describe, expect, it } from "vitest";
import { Discount } from "../../../src/core/question/terms.ts";

describe("a negotiated discount", () => {
  it.each([
    { provider: "aws", percent: 0.5 },
    { provider: "aws", percent: 100 },
    { provider: "aws", fixedUsd: 250 },
  ])("may be %j", (discount) => {
    expect(Discount.parse(discount)).toEqual(discount);
  });

  it.each([
    { provider: "aws", percent: 0 },
    { provider: "aws", percent: 100.1 },
    { provider: "aws", fixedUsd: 0 },
    { provider: "aws", fixedUsd: -1 },
    { provider: "", percent: 10 },
    { provider: "aws", percent: 10, fixedUsd: 10 },
    { provider: "aws" },
  ])("may not be %j", (discount) => {
    expect(Discount.safeParse(discount).success).toBe(false);
  });
});
