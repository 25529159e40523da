import { describe, expect, it } from "vitest";
import { billDifference } from "../../../src/core/cost/bill-difference.ts";
import type { Bill, CostLine } from "../../../src/core/decision/estimate.ts";

const line = (skuId: string, quantity: number, unitPrice: number): CostLine => ({
  category: "nodes",
  description: `${quantity} × ${skuId}`,
  skuId,
  region: "us-east-1",
  quantity,
  unit: "month",
  unitPrice,
  cost: quantity * unitPrice,
  currency: "USD",
  source: "https://example.com/prices",
  asOf: "2026-11-01",
  confidence: "high",
});
const bill = (...lines: CostLine[]): Bill => ({
  currency: "USD",
  total: lines.reduce((sum, { cost }) => sum + cost, 0),
  lines,
});

describe("the difference of two bills", () => {
  it("names what changed, most first, and leaves out what costs the same", () => {
    const changes = billDifference(
      bill(line("small", 2, 10), line("disk", 5, 1), line("fee", 1, 73)),
      bill(line("small", 3, 10), line("large", 1, 40), line("fee", 1, 73)),
    );
    expect(changes.map(({ skuId, base, head, difference }) => ({ skuId, base, head, difference }))).toEqual([
      { skuId: "large", base: null, head: { quantity: 1, cost: 40 }, difference: 40 },
      { skuId: "small", base: { quantity: 2, cost: 20 }, head: { quantity: 3, cost: 30 }, difference: 10 },
      { skuId: "disk", base: { quantity: 5, cost: 5 }, head: null, difference: -5 },
    ]);
  });

  it("adds up lines of one thing at one price, and keeps tiers apart", () => {
    // 2 + 1 machines at 10 become 4 at 10; egress at 0.09 stays, at 0.08 goes from 10 to 20 units: + 0.80
    const changes = billDifference(
      bill(line("small", 2, 10), line("small", 1, 10), line("egress", 100, 0.09), line("egress", 10, 0.08)),
      bill(line("small", 4, 10), line("egress", 100, 0.09), line("egress", 20, 0.08)),
    );
    expect(changes.map(({ skuId, difference }) => [skuId, difference])).toEqual([
      ["small", 10],
      ["egress", 0.8],
    ]);
  });

  it("is the whole bill where nothing ran before, or runs no more", () => {
    expect(billDifference(null, bill(line("small", 2, 10)))[0]).toMatchObject({ base: null, difference: 20 });
    expect(billDifference(bill(line("small", 2, 10)), null)[0]).toMatchObject({ head: null, difference: -20 });
    expect(billDifference(null, null)).toEqual([]);
  });
});
