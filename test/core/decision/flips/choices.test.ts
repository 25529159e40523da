import { describe, expect, it } from "vitest";
import { commitmentFlips, experienceFlips, uptimeFlips } from "../../../../src/core/decision/flips/choices.ts";
import type { RequirementInput } from "../../../../src/core/question/requirement.ts";
import { questionOf, winnerOf } from "./asking.ts";

const mvp: RequirementInput = { purpose: "mvp", engineers: 2 };

describe("the uptime target that changes the answer", () => {
  it("is the nearest above: DOKS promises nothing for its free control plane", () => {
    const [flip, ...others] = uptimeFlips(questionOf(mvp));
    expect(others).toEqual([]);
    expect(flip).toMatchObject({ change: "uptimePercent", from: null, to: 99.9 });
    expect(winnerOf(mvp, { uptimePercent: 99.5 })).toBe("doks");
    expect(winnerOf(mvp, { uptimePercent: 99.9 })).toBe(flip?.platform);
  });

  it("is the nearest below, too", () => {
    const strict = { ...mvp, uptimePercent: 99.9 };
    const below = uptimeFlips(questionOf(strict)).find(({ to }) => Number(to) < 99.9);
    expect(below).toMatchObject({ from: 99.9, to: 99.5, platform: "doks" });
    expect(winnerOf(strict, { uptimePercent: 99.5 })).toBe("doks");
  });

  it("is none where one platform is all there is to choose", () => {
    expect(uptimeFlips(questionOf(mvp, ["doks"]))).toEqual([]);
  });
});

describe("the experience that changes the answer", () => {
  it("is the nearest level with which another wins", () => {
    const [flip] = experienceFlips(questionOf(mvp));
    expect(flip).toMatchObject({ from: "beginner", to: "none", platform: "not-kubernetes" });
    expect(flip?.text).toBe("With no Kubernetes experience on the team, One machine with Compose wins.");
    expect(winnerOf(mvp, { kubernetesExperience: "none" })).toBe("not-kubernetes");
    expect(winnerOf(mvp, { kubernetesExperience: "intermediate" })).toBe("doks");
  });

  it("passes over a nearer level that changes nothing", () => {
    const experts: RequirementInput = {
      region: "eu-central",
      engineers: 4,
      kubernetesExperience: "expert",
      priorities: ["cost", "control"],
    };
    const [flip] = experienceFlips(questionOf(experts));
    expect(flip).toMatchObject({ from: "expert", to: "beginner" });
    expect(winnerOf(experts, { kubernetesExperience: "intermediate" })).toBe(winnerOf(experts));
    expect(winnerOf(experts, { kubernetesExperience: "beginner" })).toBe(flip?.platform);
  });

  it("is none where one platform is all there is to choose", () => {
    expect(experienceFlips(questionOf(mvp, ["doks"]))).toEqual([]);
  });
});

describe("the commitment that changes the answer", () => {
  const large: RequirementInput = {
    engineers: 8,
    labourRateUsd: 20,
    existingCloud: "aws",
    workload: { services: 150 },
  };

  it("is none while AWS and Azure have no rates: Google would win by what is missing", () => {
    expect(commitmentFlips(questionOf(large))).toEqual([]);
    for (const commitment of ["1y", "3y"] as const) expect(winnerOf(large, { commitment })).toBe(winnerOf(large));
  });

  it("is the shortest with which another wins, where all that is ranked has rates", () => {
    const two = {
      ...large,
      purpose: "internal-tool" as const,
      existingCloud: "none" as const,
      only: ["gke-zonal", "doks"],
    }; // DigitalOcean sells no commitment
    const [flip, ...others] = commitmentFlips(questionOf(two, two.only));
    expect(others).toEqual([]);
    expect(flip).toMatchObject({ change: "commitment", from: "none", to: "3y", platform: "gke-zonal" });
    expect(flip?.text).toBe("Committed for three years, GKE Standard, one zone wins.");
    expect(winnerOf(two, { commitment: "1y" })).toBe(winnerOf(two));
    expect(winnerOf(two, { commitment: "3y" })).toBe("gke-zonal");
  });

  it("is never the one that was asked for, and none where it changes nothing", () => {
    expect(commitmentFlips(questionOf({ ...large, commitment: "3y" })).map(({ to }) => to)).not.toContain("3y");
    expect(commitmentFlips(questionOf(mvp))).toEqual([]);
  });
});
