import { describe, expect, it } from "vitest";
import { payback, paybackSentence } from "../../../src/core/cost/payback.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { pricedOf } from "../real-catalog.ts";

/** From EKS, where it runs, to another platform. */
const move = (to: string, asked: RequirementInput = {}) =>
  [pricedOf("eks", { running: "eks", ...asked }), pricedOf(to, { running: "eks", ...asked })] as const;

describe("the way back of what a move costs", () => {
  it("is what is worked once over what every month saves", () => {
    // EKS costs 267.19 and 6.5 h: 917.19 a month. DOKS costs 87.70, 3.5 h to run and 3 apart, and 29 h once, spread as
    // 0.67 + 1.75 = 2.42 a month: 87.70 + 892 − 2900 / 12 = 738.03. 917.19 − 738.03 = 179.16; 2900 / 179.16 = 16.19
    expect(payback(...move("doks"))).toEqual({ onceCost: 2900, savedPerMonth: 179.16, months: 16.2 });
  });

  it("is never where every month costs more", () => {
    const { months, savedPerMonth } = payback(...move("gke-regional"));
    expect(months).toBeNull();
    expect(savedPerMonth).toBeLessThan(0);
  });

  it("takes no time where nobody's hours cost anything", () => {
    // 267.19 − 87.70
    expect(payback(...move("doks", { labourRateUsd: 0 }))).toEqual({ onceCost: 0, savedPerMonth: 179.49, months: 0 });
  });
});

describe("the sentence on it", () => {
  it("names the cost, the saving and the months", () => {
    expect(paybackSentence(...move("doks"))).toBe(
      "Moving costs about 2,900 USD of work once and saves about 179 USD a month: it pays back after 16.2 months.",
    );
  });

  it("says where it never pays", () => {
    expect(paybackSentence(...move("gke-regional"))).toMatch(/more every month: it never pays back\.$/);
  });

  it("is none where nothing has to move", () => {
    expect(paybackSentence(...move("eks"))).toBeNull();
  });
});
