import { describe, expect, it } from "vitest";
import type { CostedCandidate } from "../../../src/core/decision/evaluate.ts";
import { type ScoredCandidate, scoreCandidate } from "../../../src/core/decision/score.ts";
import type { Priority } from "../../../src/core/question/choices.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { pricedOf } from "../real-catalog.ts";

const CHEAP_AND_EASY: Priority[] = ["cost", "operations"];
const partOf = ({ parts }: ScoredCandidate, corner: ScoredCandidate["parts"][number]["corner"]) =>
  parts.find((part) => part.corner === corner);

/** DOKS at 87.70, with 4.17 h of work at 100. */
const doks = (asked: RequirementInput = {}) => pricedOf("doks", asked);

/** The same, its nodes of 72 known no better than so. */
function doubted(confidence: CostedCandidate["bill"]["lines"][number]["confidence"]): CostedCandidate {
  const priced = doks();
  const lines = priced.bill.lines.map((line) => (line.category === "nodes" ? { ...line, confidence } : line));
  return { ...priced, bill: { ...priced.bill, lines } };
}

describe("the score of a platform", () => {
  it("is the money of each corner times what that corner weighs", () => {
    // twice the bill of 87.70, one and a half times the work of 417, control for nothing, nothing to leave: 175.40 + 625.50
    expect(scoreCandidate(doks(), CHEAP_AND_EASY)).toMatchObject({
      weightedCost: 800.9,
      parts: [
        { corner: "cost", money: 87.7, weight: 2 },
        { corner: "operations", money: 417, weight: 1.5 },
        { corner: "control", weight: 0 },
        { corner: "leaving", money: 0, weight: 2 },
      ],
    });
  });

  it("counts work-arounds as control, in hours at the team's rate", () => {
    const { candidate } = doks();
    const control = partOf(scoreCandidate(doks({ labourRateUsd: 50 }), ["control"]), "control");
    expect(control).toEqual({ corner: "control", money: candidate.platform.controlGapHours * 50, weight: 2 });
    expect(control?.money).toBeGreaterThan(0);
  });

  it("counts the risk of an outage as operations", () => {
    // 99.5 % is assumed where nothing is promised: 3.65 h at 10 are 36.50, beside the 417
    expect(partOf(scoreCandidate(doks({ outageCostUsdPerHour: 10 }), CHEAP_AND_EASY), "operations")?.money).toBeCloseTo(
      453.5,
      9,
    );
  });

  it.each([
    ["high", 0],
    ["derived", 3.6], // 5 % of 72
    ["medium", 7.2],
    ["low", 18],
  ] as const)("counts what a source may be wrong by: %s confidence in the nodes adds %d", (confidence, doubt) => {
    expect(partOf(scoreCandidate(doubted(confidence), CHEAP_AND_EASY), "cost")?.money).toBeCloseTo(87.7 + doubt, 9);
  });

  it("leaves the bill as it is whatever the doubt", () => {
    expect(scoreCandidate(doubted("low"), CHEAP_AND_EASY).priced.bill.total).toBe(87.7);
  });

  it.each<[Priority[], number]>([
    [["cost", "operations"], 2],
    [["operations", "cost"], 2],
    [["control", "operations"], 1.5], // cost is given up at 0.25
    [["control", "cost"], 1.5],
    [["control"], 0.25],
  ])("counts leaving as the heavier of cost and operations: for %j at %d", (priorities, weight) => {
    // moving 21 h over 12 months and 3 h apart: 4.75 × 100; it is not counted as work a second time
    const weighed = scoreCandidate(doks({ existingCloud: "aws" }), priorities);
    expect(partOf(weighed, "leaving")).toEqual({ corner: "leaving", money: 475, weight });
    expect(partOf(weighed, "operations")?.money).toBe(417);
  });

  it("never counts an old version's surcharge for moving: it goes away with an upgrade", () => {
    const asked = { running: "eks", existingCloud: "aws" } as const;
    const old = pricedOf("eks", { ...asked, extendedSupport: true }, "extended");
    const current = pricedOf("eks", asked);
    expect(old.bill.total).toBe(632.19); // 267.19 and 365 of surcharge
    expect(scoreCandidate(old, CHEAP_AND_EASY).weightedCost).toBeCloseTo(
      scoreCandidate(current, CHEAP_AND_EASY).weightedCost,
      6,
    );
  });
});
