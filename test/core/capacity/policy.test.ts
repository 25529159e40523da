import { describe, expect, it } from "vitest";
import { policyFor, poolCount } from "../../../src/core/capacity/policy.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { platformOf } from "../real-catalog.ts";

const policy = (asked: RequirementInput, id = "eks") => policyFor(parseRequirement(asked).requirement, platformOf(id));

describe("how a cluster has to be laid out", () => {
  it.each([
    [{ purpose: "demo" }, 0],
    [{ purpose: "demo", uptimePercent: 99.4 }, 0],
    [{ purpose: "demo", uptimePercent: 99.5 }, 1],
    [{ purpose: "production" }, 1],
    [{ purpose: "enterprise" }, 1],
    [{ purpose: "internal-tool" }, 0],
  ] as const)("%j keeps %d nodes spare", (asked, spareNodes) => {
    expect(policy(asked).spareNodes).toBe(spareNodes);
  });

  it.each([
    ["eks", { uptimePercent: 99.9 }, 1],
    ["eks", { uptimePercent: 99.91 }, 3],
    ["eks", { features: ["multi-zone" as const] }, 3],
    ["doks", { uptimePercent: 99.95 }, 1], // one datacenter: whether that will do is a rule's business
    ["gke-regional", {}, 3],
  ] as const)("%s with %j stands in %d zones", (id, asked, zones) => {
    expect(policy(asked as RequirementInput, id).zones).toBe(zones);
  });

  it("keeps a spare node in each zone above 99.9 %, since volumes cannot leave theirs", () => {
    expect(policy({ uptimePercent: 99.95 }).spareInEachZone).toBe(true);
    expect(policy({ features: ["multi-zone"] }).spareInEachZone).toBe(false);
    expect(policy({ uptimePercent: 99.95 }, "doks").spareInEachZone).toBe(false);
  });

  it.each([
    ["production", true],
    ["internal-tool", true],
    ["mvp", false],
    ["learning", false],
  ] as const)("for %s hides its nodes from the internet: %s", (purpose, privateNodes) => {
    expect(policy({ purpose }).privateNodes).toBe(privateNodes);
  });
});

describe("how many nodes that makes", () => {
  const base = policy({ purpose: "demo" });
  const withSpare = { ...base, spareNodes: 1 };
  const zonal = { ...withSpare, zones: 3 };
  const eachZone = { ...zonal, spareInEachZone: true };

  it.each([
    ["what the pods need", 4, 2, base, 4],
    ["the minimum", 1, 2, base, 2],
    ["one more", 4, 2, withSpare, 5],
    ["a multiple of the zones: 4 + 1 are 6", 4, 2, zonal, 6],
    ["a multiple of the zones: 5 + 1 are 6", 5, 2, zonal, 6],
    ["each zone its third and one more: 3 × (ceil(4 / 3) + 1)", 4, 2, eachZone, 9],
    ["each zone the spare alone: 3 × (0 + 1)", 0, 2, eachZone, 3],
    ["each zone a third of a large minimum: 3 × 4", 1, 12, eachZone, 12],
  ] as const)("%s", (_why, packed, minimum, laidOut, expected) => {
    expect(poolCount(packed, minimum, laidOut)).toBe(expected);
  });
});
