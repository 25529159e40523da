import { describe, expect, it } from "vitest";
import { budgetCheck } from "../../../src/core/decision/budget-check.ts";
import type { Bill, CostLine } from "../../../src/core/decision/estimate.ts";

const line = (category: CostLine["category"], cost: number): CostLine => ({
  category,
  description: `the ${category}`,
  skuId: category,
  region: "us-east-1",
  quantity: 1,
  unit: "month",
  unitPrice: cost,
  cost,
  currency: "USD",
  source: "https://example.com/prices",
  asOf: "2026-11-01",
  confidence: "high",
});

// 73 + 40 + 10.50 − 23.50 = 100
const lines = [line("control-plane", 73), line("nodes", 40), line("egress", 10.5), line("credits", -23.5)];
const BILL: Bill = { currency: "USD", total: 100, lines };

describe("a bill held against a budget", () => {
  it.each([
    [120, "allow", 0],
    [100, "allow", 0],
    [99.99, "warn", 0.01],
    [87, "warn", 13], // 87 × 1.15 = 100.05
    [86, "block", 14], // 86 × 1.15 = 98.90
    [0, "block", 100],
  ])("of %d is %s, %d over", (budget, verdict, over) => {
    expect(budgetCheck(BILL, budget, 0.15)).toMatchObject({ verdict, over, total: 100, tolerance: 0.15 });
  });

  it("names the line with which the sum passes the budget", () => {
    expect(budgetCheck(BILL, 50, 0.15).breaks).toEqual({ line: lines[0], before: 0, after: 73 });
    expect(budgetCheck(BILL, 90, 0.15).breaks).toEqual({ line: lines[1], before: 73, after: 113 });
    expect(budgetCheck(BILL, 90, 0.15).says).toBe(
      "The bill is 100.00 USD a month; the budget is 90.00 USD. the nodes (40.00 USD) breaks it.",
    );
    expect(budgetCheck(BILL, 100, 0.15).breaks).toBeNull();
  });
});
