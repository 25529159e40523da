import { describe, expect, it } from "vitest";
import { homeCloud, leaving, oldVersionSurcharge, onOldVersion } from "../../../src/core/cost/leaving.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { candidateOf, platformOf, today } from "../real-catalog.ts";

const asked = (input: RequirementInput) => parseRequirement(input).requirement;

describe("choosing a platform", () => {
  it.each<[string, RequirementInput, string, { moves: boolean; apart: boolean }]>([
    ["leaves nothing where there is nothing", {}, "doks", { moves: false, apart: false }],
    ["leaves nothing in the cloud in use", { existingCloud: "aws" }, "eks", { moves: false, apart: false }],
    ["leaves the cloud in use", { existingCloud: "aws" }, "doks", { moves: true, apart: true }],
    ["leaves what runs, within its cloud", { running: "eks" }, "eks-fargate", { moves: true, apart: false }],
    ["leaves what runs, for another cloud", { running: "eks" }, "aks", { moves: true, apart: true }],
    ["leaves nothing for whoever stays", { running: "eks" }, "eks", { moves: false, apart: false }],
    ["brings what runs abroad home", { running: "doks", existingCloud: "aws" }, "eks", { moves: true, apart: false }],
    ["leaves a laptop, which is in no cloud", { running: "docker-desktop" }, "doks", { moves: true, apart: false }],
    ["leaves no single one of several clouds", { existingCloud: "several" }, "doks", { moves: false, apart: false }],
  ])("%s", (_what, input, id, expected) => {
    expect(leaving(asked(input), platformOf(id), today.book)).toEqual(expected);
  });
});

describe("the cloud in use", () => {
  it.each([
    [{ existingCloud: "azure", running: "eks" }, "azure"],
    [{ existingCloud: "none", running: "eks" }, "aws"],
    [{ existingCloud: "several", running: "aks" }, "azure"],
    [{ existingCloud: "other" }, null],
    [{}, null],
  ] as const)("of %j is %s", (input, expected) => {
    expect(homeCloud(asked(input), today.book)).toBe(expected);
  });
});

describe("an old Kubernetes version", () => {
  it("costs a surcharge on every cluster", () => {
    // 0.60 in place of 0.10 an hour: 0.50 × 730 = 365, for two clusters 730
    expect(oldVersionSurcharge(candidateOf("eks", {}, "extended"))).toBe(365);
    expect(oldVersionSurcharge(candidateOf("eks", { clusters: 2 }, "extended"))).toBe(730);
  });

  it("costs nothing more on a current one, or where there is no such tier", () => {
    expect(oldVersionSurcharge(candidateOf("eks"))).toBe(0);
    expect(oldVersionSurcharge(candidateOf("doks"))).toBe(0);
  });

  it.each([
    ["is left behind by moving", { running: "eks", extendedSupport: true }, "gke-zonal", false],
    ["is on what runs", { running: "eks", extendedSupport: true }, "eks", true],
    ["is in the cloud in use where nothing else is said", { existingCloud: "aws", extendedSupport: true }, "eks", true],
    ["is not in another cloud", { existingCloud: "aws", extendedSupport: true }, "aks", false],
    ["is none where none was named", { running: "eks" }, "eks", false],
  ] as const)("%s", (_what, input, id, expected) => {
    expect(onOldVersion(asked(input), platformOf(id), today.book)).toBe(expected);
  });
});
