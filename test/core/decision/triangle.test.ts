import { describe, expect, it } from "vitest";
import type { CostedCandidate } from "../../../src/core/decision/evaluate.ts";
import { triangleOf } from "../../../src/core/decision/triangle.ts";
import { pricedOf } from "../real-catalog.ts";

const doks = pricedOf("doks");
const costing = (bill: number, labour: number): CostedCandidate => ({
  ...doks,
  bill: { ...doks.bill, total: bill },
  labour: { ...doks.labour, cost: labour },
});

describe("the score of a corner", () => {
  it.each([
    ["5 for the least", 100, 300, { cost: 5, operations: 5 }],
    ["half of it for twice as much", 200, 600, { cost: 2.5, operations: 2.5 }],
    ["to one decimal", 300, 450, { cost: 1.7, operations: 3.3 }], // 5 × 100 / 300 = 1.67, 5 × 300 / 450 = 3.33
    ["never less than 1", 10_000, 300, { cost: 1, operations: 5 }],
  ])("is %s", (_what, bill, labour, expected) => {
    const least = costing(100, 300);
    expect(triangleOf(costing(bill, labour), [least, costing(bill, labour)])).toMatchObject(expected);
  });

  it("is 5 where there is nothing to pay, and 1 beside somebody who pays nothing", () => {
    const [free, paid] = [costing(0, 0), costing(10, 10)];
    expect(triangleOf(free, [free, paid])).toMatchObject({ cost: 5, operations: 5 });
    expect(triangleOf(paid, [free, paid])).toMatchObject({ cost: 1, operations: 1 });
  });

  it("is the platform's own for control", () => {
    expect(triangleOf(doks, [doks]).control).toBe(doks.candidate.platform.control);
  });
});
