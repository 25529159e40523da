import { describe, expect, it } from "vitest";
import { labourOf, leavingCost, onceCost } from "../../../src/core/cost/labour.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { candidateOf, today } from "../real-catalog.ts";

const labour = (id: string, asked: RequirementInput = {}) => labourOf(candidateOf(id, asked));
const hours = (id: string, asked: RequirementInput = {}) =>
  Object.fromEntries(labour(id, asked).parts.map((part) => [part.name, part.hoursPerMonth]));

const SETTING_UP = "Setting it up, over 12 months";
const MOVING = "Moving there, over 12 months";
const APART = "Living apart from Amazon Web Services";

describe("the work of running a platform", () => {
  it.each([
    // hours a month, and once: 8 / 12 = 0.67, 24 / 12 = 2, 40 / 12 = 3.33, 12 / 12 = 1
    ["doks", "beginner", { "Running it": 3.5, [SETTING_UP]: 0.67 }],
    ["eks", "beginner", { "Running it": 6.5, [SETTING_UP]: 2 }],
    ["hetzner-k3s", "expert", { "Running it": 10, [SETTING_UP]: 3.33 }],
    ["gke-autopilot", "beginner", { "Running it": 3.5, [SETTING_UP]: 1 }],
  ] as const)("is that of its profile and of the team: %s for a %s", (id, kubernetesExperience, expected) => {
    expect(hours(id, { kubernetesExperience, region: "eu-central" })).toEqual(expected);
  });

  it("grows with every further cluster: an hour each, four where the servers are one's own", () => {
    expect(hours("eks", { clusters: 3 })["Further clusters"]).toBe(2);
    expect(hours("hetzner-k3s", { clusters: 3, region: "eu-central" })["Further clusters"]).toBe(8);
  });

  it("has no setting up where it runs already, and no moving", () => {
    expect(hours("eks", { running: "eks", existingCloud: "aws" })).toEqual({ "Running it": 6.5 });
  });

  it("has the work of features that the platform leaves to its users", () => {
    // the autoscaler: an hour a month, and 8 once over 12 months are 0.67
    expect(
      hours("hetzner-k3s", { kubernetesExperience: "expert", region: "eu-central", features: ["autoscaling"] }),
    ).toEqual({ "Running it": 10, [SETTING_UP]: 3.33, "nodes that come and go with load": 1.67 });
  });

  it("adds up to its parts, in hours and in money", () => {
    const { hoursPerMonth, rate, cost, parts } = labour("doks", { running: "eks", labourRateUsd: 60 });
    // 3.5 + 0.67 + 1.75 + 3 = 8.92 h; 210 + 40.20 + 105 + 180 = 535.20
    expect(parts.map((part) => part.hoursPerMonth)).toEqual([3.5, 0.67, 1.75, 3]);
    expect(parts.map((part) => part.cost)).toEqual([210, 40.2, 105, 180]);
    expect({ hoursPerMonth, rate, cost }).toEqual({ hoursPerMonth: 8.92, rate: 60, cost: 535.2 });
  });

  it("is paid in the currency of the bill", () => {
    const perUsd = today.book.convert(1, "USD", "EUR");
    expect(labour("doks", { currency: "EUR" }).rate).toBeCloseTo(100 * perUsd, 9);
  });

  it("costs nothing where an hour costs nothing, and is still counted", () => {
    expect(labour("doks", { labourRateUsd: 0 })).toMatchObject({ cost: 0, hoursPerMonth: 4.17 }); // 3.5 + 0.67
  });
});

describe("the work of leaving", () => {
  it("is moving once and living apart every month", () => {
    // 12 h for the cluster and 3 for each of 3 services are 21 once: 1.75 a month
    expect(hours("doks", { existingCloud: "aws" })).toMatchObject({ [MOVING]: 1.75, [APART]: 3 });
    expect(leavingCost(candidateOf("doks", { existingCloud: "aws" }))).toBe(475); // (1.75 + 3) × 100
  });

  it("is 24 hours more where data moves, and 2 more a month for each tie to the cloud", () => {
    // 21 + 24 = 45 h once: 3.75 a month; 3 + 2 × 2 = 7 h
    const features = ["stateful", "vpc-integration", "managed-database"] as const;
    expect(hours("doks", { existingCloud: "aws", features: [...features] })).toMatchObject({
      [MOVING]: 3.75,
      [APART]: 7,
    });
  });

  it("counts every cluster, and no more than 240 hours for all services", () => {
    // 3 × 12 + 40 × 3 = 156 h once: 13 a month. 12 + 240 = 252: 21 a month, where 100 services would be 300
    expect(hours("doks", { existingCloud: "aws", clusters: 3, workload: { services: 40 } })[MOVING]).toBe(13);
    expect(hours("doks", { existingCloud: "aws", workload: { services: 100 } })[MOVING]).toBe(21);
  });

  it("is moving alone within the same cloud", () => {
    const parts = hours("eks-fargate", { running: "eks", existingCloud: "aws" });
    expect(parts).toHaveProperty([MOVING], 1.75);
    expect(parts).not.toHaveProperty([APART]);
  });

  it("is none for whoever stays, or has nothing to leave", () => {
    expect(leavingCost(candidateOf("eks", { running: "eks" }))).toBe(0);
    expect(leavingCost(candidateOf("eks", { existingCloud: "aws" }))).toBe(0);
    expect(leavingCost(candidateOf("doks"))).toBe(0);
  });
});

describe("the work of a beginning", () => {
  it("is setting up and moving, before it is spread over months", () => {
    // 8 h of setting up DOKS and 21 of moving: 29 × 100
    expect(onceCost(candidateOf("doks", { existingCloud: "aws" }))).toBe(2900);
    expect(onceCost(candidateOf("doks"))).toBe(800);
    expect(onceCost(candidateOf("eks", { running: "eks" }))).toBe(0);
  });
});
