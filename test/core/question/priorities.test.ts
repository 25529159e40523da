import { describe, expect, it } from "vitest";
import type { Priority } from "../../../src/core/question/choices.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import { weighing, weightOf } from "../../../src/core/question/priorities.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";

const weighingOf = (asked: RequirementInput) => weighing(parseRequirement(asked).requirement);

describe("the corners that weigh", () => {
  it("are the asker's own, in the order given", () => {
    expect(weighingOf({ purpose: "enterprise", priorities: ["operations", "cost"] })).toEqual({
      priorities: ["operations", "cost"],
      given: true,
      reason: "as you asked",
    });
  });

  it.each<[string, RequirementInput, Priority[]]>([
    ["an enterprise", { purpose: "enterprise" }, ["control", "operations"]],
    ["five who know Kubernetes", { engineers: 5, kubernetesExperience: "intermediate" }, ["control", "operations"]],
    ["four who know it", { engineers: 4, kubernetesExperience: "intermediate" }, ["cost", "operations"]],
    ["five who do not", { engineers: 5, kubernetesExperience: "beginner" }, ["cost", "operations"]],
    [
      "five experts with an MVP",
      { engineers: 5, kubernetesExperience: "expert", purpose: "mvp" },
      ["cost", "operations"],
    ],
    ["an expert with a budget", { kubernetesExperience: "expert", budgetUsd: 100 }, ["cost", "control"]],
    ["an expert with a budget of nothing", { kubernetesExperience: "expert", budgetUsd: 0 }, ["cost", "control"]],
    ["anybody else", {}, ["cost", "operations"]],
  ])("are derived for %s, and it is said why", (_who, asked, priorities) => {
    const { reason, ...derived } = weighingOf(asked);
    expect(derived).toEqual({ priorities, given: false });
    expect(reason).not.toBe("");
  });
});

describe("a dollar", () => {
  it.each<[Priority, Priority[], number]>([
    ["cost", ["cost", "operations"], 2],
    ["operations", ["cost", "operations"], 1.5],
    ["control", ["cost", "operations"], 0], // nobody misses control that nobody asked for
    ["cost", ["control", "operations"], 0.25],
    ["operations", ["cost", "control"], 0.25],
    ["control", ["control"], 2],
  ])("of %s weighs, where %j come first, %d", (corner, priorities, weight) => {
    expect(weightOf(corner, priorities, { first: 2, second: 1.5, givenUp: 0.25, says: "made up" })).toBe(weight);
  });
});
