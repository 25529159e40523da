import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import { REQUIREMENT_KEYS, type RequirementInput } from "../../../src/core/question/requirement.ts";
import { anyRequirement } from "../requirements.ts";

const requirementOf = (asked: RequirementInput) => parseRequirement(asked).requirement;

/** What is said to an input nobody can answer. */
function faultsOf(input: unknown): string {
  try {
    parseRequirement(input);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error("It was taken as it came");
}

describe("a requirement with a fault", () => {
  it.each<[string, unknown, string]>([
    [
      "a word that is none of the allowed",
      { purpose: "fun" },
      'purpose must be one of learning, demo, side-project, mvp, production, internal-tool, enterprise, got "fun"',
    ],
    ["a number below the least", { engineers: 0 }, "engineers must be at least 1, got 0"],
    ["a number above the most", { spotPercent: 101 }, "spotPercent must be at most 100, got 101"],
    [
      "a number that only lower ones may come near",
      { uptimePercent: 100 },
      "uptimePercent must be less than 100, got 100",
    ],
    ["a fraction of a person", { engineers: 1.5 }, "engineers must be a whole number, got 1.5"],
    ["a word for a number", { storageGiB: "lots" }, 'storageGiB must be a number, got "lots"'],
    ["a word for yes or no", { backups: "yes" }, 'backups must be a boolean, got "yes"'],
    ["a list in which one is unknown", { features: ["gpu", "magic"] }, "features.1 must be one of gpu, tpu,"],
    [
      "more priorities than two",
      { priorities: ["cost", "control", "operations"] },
      'priorities must be at most 2 entries long, got ["cost","control","operations"]',
    ],
    ["one for a list", { features: "gpu" }, 'features must be an array, got "gpu"'],
    ["an empty region", { region: "" }, 'region must be at least 1 characters long, got ""'],
    [
      "a workload of no known shape",
      { workload: { machines: 3 } },
      'workload: unknown key "machines"; a workload is one of {services, replicas, cpuMillicores, memoryMiB}, {pods: [{name, replicas, cpuMillicores, memoryMiB, gpus}]}, {nodes, vcpu, memoryGiB}, {nodes, instanceType} or {pools: [{count, instanceType}]}',
    ],
    [
      "machines without a size",
      { workload: { nodes: 3 } },
      "{nodes, vcpu, memoryGiB}, {nodes, instanceType} or {pools: [{count, instanceType}]}",
    ],
    ["a key nobody knows", { budget: 50 }, 'unknown key "budget"'],
    ["no object at all", "fifty dollars", 'the requirement must be an object, got "fifty dollars"'],
  ])("names the key, what came and what is allowed: %s", (_what, input, expected) => {
    expect(faultsOf(input)).toContain(expected);
  });

  it("has them all named at once", () => {
    expect(faultsOf({ clusters: 0, currency: "XYZ", budget: 1 })).toMatch(
      /^The requirement has 3 faults: clusters must be at least 1, got 0; currency must be one of USD, EUR, .*, got "XYZ"; unknown key "budget"\.$/,
    );
  });

  it("is shown no more than eighty characters of what came", () => {
    const fault = faultsOf({ purpose: "x".repeat(500) });
    expect(fault).toMatch(/got "x{76}\.\.\.\.$/); // a quote and 76 of the letters, three dots, and the full stop of the sentence
  });

  it("is told which keys there are", () => {
    expect(() => parseRequirement({ budget: 1 })).toThrow(
      expect.objectContaining({ hint: `Allowed keys: ${REQUIREMENT_KEYS.join(", ")}.` }),
    );
  });

  it.each([
    { egressGiB: -1 },
    { budgetUsd: -0.01 },
    { labourRateUsd: 10_001 },
    { clusters: 1_001 },
    { workload: { services: 0 } },
    { workload: { pods: [] } },
    { workload: { nodes: 5_001, vcpu: 2, memoryGiB: 4 } },
  ])("is refused rather than moved into bounds: %j", (input) => {
    expect(() => parseRequirement(input)).toThrow(UserError);
  });
});

describe("what nobody said", () => {
  it("is assumed, and every key of it is named", () => {
    const { requirement, assumed } = parseRequirement({});
    expect(assumed).toEqual(REQUIREMENT_KEYS);
    expect(requirement).toEqual({
      purpose: "production",
      existingCloud: "none",
      kubernetesExperience: "beginner",
      engineers: 2,
      budgetUsd: null,
      spendTodayUsd: null,
      uptimePercent: null,
      features: [],
      gpuModel: null,
      hoursPerMonth: 730,
      region: "us-east",
      priorities: [],
      clusters: 1,
      workload: { services: 3, replicas: 2, cpuMillicores: 250, memoryMiB: 512 },
      storageGiB: 20,
      volumes: [],
      egressGiB: 100,
      loadBalancers: 1,
      crossZoneGiB: 0,
      logsGiB: 5,
      backups: true,
      commitment: "none",
      spotPercent: 0,
      labourRateUsd: 100,
      outageCostUsdPerHour: null,
      currency: "USD",
      running: null,
      excluded: [],
      only: [],
      existingServers: false,
      extendedSupport: false,
      gkeCreditUsed: false,
    });
  });

  it.each([null, undefined])("may be all of it: %s", (nothing) => {
    expect(parseRequirement(nothing)).toEqual(parseRequirement({}));
  });

  it.each([
    ["production", true],
    ["enterprise", true],
    ["mvp", false],
    ["learning", false],
    ["internal-tool", false],
  ] as const)("follows from the rest: for %s it is backed up: %s", (purpose, backups) => {
    expect(requirementOf({ purpose }).backups).toBe(backups);
  });

  it("follows from the rest: whoever is on Hetzner, on servers it has, or wants European law is in Europe", () => {
    expect(requirementOf({ existingCloud: "hetzner" })).toMatchObject({ region: "eu-central", existingServers: true });
    expect(requirementOf({ existingCloud: "aws" })).toMatchObject({ region: "us-east", existingServers: false });
    expect(requirementOf({ features: ["eu-sovereignty"] })).toMatchObject({
      region: "eu-central",
      existingServers: false,
    });
  });

  it("has no other volumes where volumes were listed", () => {
    expect(requirementOf({ volumes: [{ name: "data", GiB: 5 }] }).storageGiB).toBe(0);
    expect(requirementOf({ volumes: [] }).storageGiB).toBe(20);
  });

  it("never overrides what was said", () => {
    const asked = { existingCloud: "hetzner", region: "us-west", existingServers: false, backups: false } as const;
    const { requirement, assumed } = parseRequirement(asked);
    expect(requirement).toMatchObject(asked);
    expect(assumed).not.toEqual(expect.arrayContaining(["existingCloud"]));
    expect(assumed).toHaveLength(REQUIREMENT_KEYS.length - 4);
  });

  it("is what a key without a value says, too", () => {
    expect(parseRequirement({ engineers: undefined })).toMatchObject({
      requirement: { engineers: 2 },
      assumed: expect.arrayContaining(["engineers"]),
    });
  });
});

describe("what somebody said", () => {
  it("stays when it is nothing: 0 and null are answers", () => {
    const nothing = {
      budgetUsd: 0,
      uptimePercent: null,
      storageGiB: 0,
      egressGiB: 0,
      loadBalancers: 0,
      logsGiB: 0,
      labourRateUsd: 0,
      outageCostUsdPerHour: 0,
    };
    const { requirement, assumed } = parseRequirement(nothing);
    expect(requirement).toMatchObject(nothing);
    for (const key of Object.keys(nothing)) expect(assumed).not.toContain(key);
  });

  it("fills its own gaps: a workload of services keeps the usual size, a pod the platform's", () => {
    expect(requirementOf({ workload: { services: 50 } }).workload).toEqual({
      services: 50,
      replicas: 2,
      cpuMillicores: 250,
      memoryMiB: 512,
    });
    expect(requirementOf({ workload: { pods: [{ name: "api" }] } }).workload).toEqual({
      pods: [{ name: "api", replicas: 1, gpus: 0 }],
    });
  });

  it("says nothing twice: features come in one order, priorities in the order given", () => {
    expect(
      requirementOf({ features: ["hipaa", "gpu", "hipaa"], priorities: ["operations", "operations"] }),
    ).toMatchObject({
      features: ["gpu", "hipaa"],
      priorities: ["operations"],
    });
    expect(requirementOf({ priorities: ["operations", "cost"] }).priorities).toEqual(["operations", "cost"]);
  });

  it("is complete once and stays so: read again, nothing changes and nothing is assumed", () => {
    fc.assert(
      fc.property(anyRequirement, (asked) => {
        const { requirement } = parseRequirement(asked);
        expect(parseRequirement(requirement)).toEqual({ requirement, assumed: [] });
      }),
    );
  });
});
