import { describe, expect, it } from "vitest";
import { billChanges } from "../../../src/core/cost/reprice.ts";
import type { Bill, CostLine } from "../../../src/core/decision/estimate.ts";

const line = (
  description: string,
  skuId: string,
  cost: number,
  category: CostLine["category"] = "nodes",
): CostLine => ({
  category,
  description,
  skuId,
  region: "fra",
  quantity: 1,
  unit: "month",
  unitPrice: cost,
  cost,
  currency: "EUR",
  source: "https://example.com/prices",
  asOf: "2026-06-15",
  confidence: "high",
});
const bill = (...lines: CostLine[]): Bill => ({
  currency: "EUR",
  total: lines.reduce((sum, each) => sum + each.cost, 0),
  lines,
});

describe("what moved between two bills", () => {
  it("is every line that moved, the largest move first, dearer or cheaper", () => {
    const before = bill(line("Nodes", "m2", 30), line("Balancer", "lb", 5.39), line("Volumes", "disk", 10));
    const now = bill(line("Nodes", "m2", 40), line("Balancer", "lb", 5.39), line("Volumes", "disk", 9.5));
    expect(billChanges(before, now)).toEqual(["Nodes: 30.00 EUR → 40.00 EUR", "Volumes: 10.00 EUR → 9.50 EUR"]);
  });

  it("is what came and what went", () => {
    expect(billChanges(bill(line("Old disk", "a", 2)), bill(line("New disk", "b", 3)))).toEqual([
      "New disk: 0.00 EUR → 3.00 EUR",
      "Old disk: 2.00 EUR → 0.00 EUR",
    ]);
  });

  it("is one sentence for the lines of one SKU, tiers of traffic for example, under today's name", () => {
    // 0 + 12 and 0 + 13.50
    const before = bill(line("free", "egress", 0, "egress"), line("Traffic", "egress", 12, "egress"));
    const now = bill(line("free", "egress", 0, "egress"), line("Traffic out", "egress", 13.5, "egress"));
    expect(billChanges(before, now)).toEqual(["Traffic out: 12.00 EUR → 13.50 EUR"]);
  });

  it("keeps lines of one SKU apart where they are of different kinds", () => {
    const before = bill(line("Volumes", "disk", 2, "storage"), line("Logs", "disk", 1, "logs"));
    const now = bill(line("Volumes", "disk", 2, "storage"), line("Logs", "disk", 3, "logs"));
    expect(billChanges(before, now)).toEqual(["Logs: 1.00 EUR → 3.00 EUR"]);
  });

  it("is nothing between equal bills; equal moves stand by their names", () => {
    const same = bill(line("Nodes", "m2", 0.1), line("Nodes", "m2", 0.2));
    expect(billChanges(same, bill(line("Nodes", "m2", 0.3)))).toEqual([]);
    const up = bill(line("B", "b", 1), line("A", "a", 1));
    expect(billChanges(up, bill()).map((text) => text[0])).toEqual(["A", "B"]);
  });
});
