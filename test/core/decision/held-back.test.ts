import { describe, expect, it } from "vitest";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { adviceOn, rankedAs } from "../real-catalog.ts";

const UNSAID: RequirementInput = { purpose: "production", workload: { services: 2 } };

describe("A gate that rests on an assumption", () => {
  it.each([
    ["hetzner-k3s", "Has anybody on the team run Kubernetes for a while?"],
    ["not-kubernetes", "Has nobody on the team run Kubernetes?"],
    ["ovh-mks", "Where should it run? Nobody said"],
  ])("asks instead of ruling out %s", (platform, question) => {
    expect(rankedAs(adviceOn(UNSAID), platform).warnings[0]).toContain(question);
  });

  it("holds the platform behind all that need no answer", () => {
    const { ranking } = adviceOn(UNSAID);
    const isHeld = ranking.map(({ warnings }) => /^(Has |Where should)/.test(warnings[0] ?? ""));
    expect(isHeld.indexOf(true)).toBeGreaterThan(0);
    expect(isHeld.lastIndexOf(false)).toBeLessThan(isHeld.indexOf(true));
  });

  it.each<[string, RequirementInput, string]>([
    ["hetzner-k3s", { kubernetesExperience: "beginner" }, "self-managed-skill"],
    ["not-kubernetes", { kubernetesExperience: "expert" }, "needs-a-cluster"],
    ["ovh-mks", { region: "us-east" }, "region"],
  ])("rules %s out once the same is said: %o", (platform, said, rule) => {
    const { rejected } = adviceOn({ ...UNSAID, ...said });
    expect(rejected.find((each) => each.platform === platform)).toMatchObject({ rule });
  });

  it("keeps what a small team with no experience should not run from winning, budget or none", () => {
    for (const budgetUsd of [null, 20, 30, 50])
      expect(adviceOn({ ...UNSAID, budgetUsd }).verdict.platform).not.toBe("hetzner-k3s");
  });
});
