import { describe, expect, it } from "vitest";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { adviceOn } from "../real-catalog.ts";

const nearestOf = (asked: RequirementInput) => adviceOn(asked).nearest ?? [];

describe("Where nothing fits", () => {
  const strict: RequirementInput = { uptimePercent: 99.99, kubernetesExperience: "intermediate" };

  it("names up to three platforms, each with what it lacks and what to accept", () => {
    const nearest = nearestOf(strict);
    expect(nearest).toHaveLength(3);
    for (const { lacks, label, changes, bill } of nearest) {
      expect(lacks).toMatch(/99\.99 %|one zone/);
      expect([label, changes]).toEqual(["Accept 99.95 %", { uptimePercent: 99.95 }]);
      expect(bill).toBeGreaterThan(0);
    }
  });

  it("brings each of them in with that one change, at that bill", () => {
    for (const { platform, changes, bill } of nearestOf(strict)) {
      const { ranking } = adviceOn({ ...strict, ...changes });
      expect(ranking.find((each) => each.platform === platform)?.bill.total).toBe(bill);
    }
  });

  it("raises a budget to the bill, in whole dollars", () => {
    const asked: RequirementInput = {
      purpose: "mvp",
      kubernetesExperience: "intermediate",
      budgetUsd: 20,
      engineers: 5,
    };
    const [first] = nearestOf(asked);
    // DOKS: two nodes at 24, 20 GiB at 0.10, a balancer at 12, 5 GiB of logs at 0.10: 62.50
    expect(nearestOf(asked)).toContainEqual(
      expect.objectContaining({ platform: "doks", label: "Raise to $63", changes: { budgetUsd: 63 }, bill: 62.5 }),
    );
    expect(first?.lacks).toContain("a month");
  });

  it("lets go of one need", () => {
    const asked: RequirementInput = { features: ["fedramp", "eu-sovereignty"], kubernetesExperience: "intermediate" };
    for (const { label } of nearestOf(asked)) expect(label).toMatch(/^Do without /);
    expect(nearestOf(asked).length).toBeGreaterThan(0);
  });

  it("offers nothing that somebody left out", () => {
    expect(nearestOf({ ...strict, excluded: ["aws", "gcp"] }).map(({ platform }) => platform)).not.toContain("eks");
  });

  it("is silent where something fits", () => {
    expect(adviceOn({ purpose: "mvp" })).not.toHaveProperty("nearest");
  });
});
