import { describe, expect, it } from "vitest";
import { categoryCost, downtimeMinutes, evaluate } from "../../../src/core/decision/evaluate.ts";
import { candidateOf, catalogData, knowledgeOf, pricedOf } from "../real-catalog.ts";

describe("the downtime that a promise leaves", () => {
  it.each([
    [99, 438], // 1 % of 43,800 minutes
    [99.5, 219],
    [99.9, 43.8],
    [99.95, 21.9],
    [99.99, 4.4], // 4.38
    [100, 0],
  ])("at %d %% is %d minutes a month", (percent, minutes) => {
    expect(downtimeMinutes(percent)).toBe(minutes);
  });
});

describe("a platform that is planned and priced", () => {
  it("costs its bill, its work and its risk, each on its own", () => {
    // 87.70, 4.17 h at 100, and 0.5 % of 730 h at 10 an hour, since DOKS promises nothing for its free control plane
    expect(pricedOf("doks", { outageCostUsdPerHour: 10 })).toMatchObject({
      bill: { total: 87.7 },
      labour: { cost: 417 },
      risk: 36.5,
      trueCost: 541.2,
      sla: null,
    });
  });

  it("has no risk that nobody put a price on", () => {
    expect(pricedOf("doks")).toMatchObject({ risk: 0, trueCost: 504.7 }); // 87.70 + 417
  });

  it("promises more with nodes in three zones", () => {
    const aks = (uptimePercent: number) => pricedOf("aks", { uptimePercent }, "standard").sla;
    expect(aks(99.9)).toEqual({ percent: 99.9, downtimeMinutesPerMonth: 43.8 });
    expect(aks(99.95)).toEqual({ percent: 99.95, downtimeMinutesPerMonth: 21.9 });
  });

  it("is added up by kind of line", () => {
    const { bill } = pricedOf("eks");
    // the balancer for 16.43 and 0.80 for what passes it
    expect(categoryCost(bill, "load-balancers")).toBe(17.23);
    expect(categoryCost(bill, "discounts")).toBe(0);
  });
});

describe("a necessary price that nobody knows", () => {
  it("is never nothing: the platform cannot be priced there, and says for want of what", () => {
    const knowledge = knowledgeOf({
      ...catalogData,
      prices: catalogData.prices.filter(({ skuId }) => skuId !== "eks-cluster"),
    });
    expect(evaluate(candidateOf("eks", {}, "standard", knowledge))).toEqual({
      rule: "unpriced",
      reason: expect.stringMatching(/^It cannot be priced here: the price of .*control plane.* is unknown\.$/),
    });
  });
});
