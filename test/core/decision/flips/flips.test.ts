import { describe, expect, it } from "vitest";
import { flipsOf } from "../../../../src/core/decision/flips/index.ts";
import type { RequirementInput } from "../../../../src/core/question/requirement.ts";
import { today } from "../../real-catalog.ts";
import { questionOf } from "./asking.ts";

function changesFor(asked: RequirementInput): string[] {
  const { considered, ...question } = questionOf(asked);
  return flipsOf(question.requirement, considered, today, question).map(({ change }) => change);
}
const pods = (kinds: number) => ({
  pods: Array.from({ length: kinds }, (_, i) => ({ name: `pod-${i}`, cpuMillicores: 50, memoryMiB: 64 })),
});

describe("what would change the answer", () => {
  it("comes with what is nearest to a team's own decision first", () => {
    expect(changesFor({ purpose: "mvp", engineers: 2 })).toEqual([
      "labourRateUsd",
      "budgetUsd",
      "uptimePercent",
      "kubernetesExperience",
      "egressGiB",
    ]);
  });

  it("is worked out without asking again where there are more than forty kinds of pods", () => {
    expect(changesFor({ workload: pods(40) }).some((change) => change !== "labourRateUsd")).toBe(true);
    expect(changesFor({ workload: pods(41) }).every((change) => change === "labourRateUsd")).toBe(true);
  });

  it("is nothing where nothing stands", () => {
    const { considered, ...question } = questionOf({});
    expect(flipsOf(question.requirement, { ...considered, ranked: [] }, today, question)).toEqual([]);
  });
});
