import { describe, expect, it } from "vitest";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { followUp } from "../../src/language/follow-up.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const EARLIER: RequirementInput = {
  budgetUsd: 200,
  uptimePercent: 99.9,
  features: ["gpu"],
  spotPercent: 30,
  workload: { services: 5 },
};
const earlier = parseRequirement(EARLIER).requirement;
const context = { ranked: ["doks", "gke-zonal", "eks", "gke-autopilot", "hetzner-k3s"] };
const follow = (text: string, from = earlier) => followUp(from, text, vocabulary, context);
const FIVE = { services: 5, replicas: 2, cpuMillicores: 250, memoryMiB: 512 }; // the defaults beside five services

describe("a change", () => {
  it.each<[string, RequirementInput]>([
    ["what if the budget is 100", { budgetUsd: 100 }],
    ["what if budget was 100€?", { budgetUsd: 120, currency: "EUR" }],
    ["half the budget", { budgetUsd: 100 }],
    ["no budget", { budgetUsd: null }],
    ["without the 99.9% target", { uptimePercent: null }],
    ["ok now make it 99.99", { uptimePercent: 99.99 }],
    ["and without GPU", { features: [] }],
    ["also windows nodes", { features: ["gpu", "windows"] }],
    ["no spot", { spotPercent: 0 }],
    ["in Frankfurt", { region: "eu-central" }],
    ["what about Frankfurt?", { region: "eu-central" }],
    ["does it change in tokyo", { region: "japan" }],
    ["5 nodes", { workload: { nodes: 5, vcpu: 2, memoryGiB: 4 } }],
    ["back to 3 nodes", { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } }],
    ["m5.xlarge x4", { workload: { nodes: 4, instanceType: "m5.xlarge" } }],
    ["7 services", { workload: { ...FIVE, services: 7 } }],
    ["double the services", { workload: { ...FIVE, services: 10 } }],
    ["add 2 services", { workload: { ...FIVE, services: 7 } }],
    ["one service less", { workload: { ...FIVE, services: 4 } }],
    ["4 replicas each", { workload: { ...FIVE, replicas: 4 } }],
    ["each needs 1 cpu", { workload: { ...FIVE, cpuMillicores: 1000 } }],
    ["10x the traffic", { egressGiB: 1000 }], // 100 GiB by default
    ["50% more traffic", { egressGiB: 150 }],
    ["another load balancer", { loadBalancers: 2 }],
    ["3 years committed", { commitment: "3y" }],
    ["what if we commit for 3 years and use 50% spot", { commitment: "3y", spotPercent: 50 }],
    ["what if we have no k8s experience", { kubernetesExperience: "none" }],
    ["what if we were 5 people", { engineers: 5 }],
    ["what if it's on AWS", { existingCloud: "aws" }],
    ["what if our time costs 50 an hour", { labourRateUsd: 50 }],
    ["show me in euros", { currency: "EUR" }],
    ["cheapest", { priorities: ["cost"] }],
    ["what about 100 instead?", { budgetUsd: 100 }],
    ["make it 300", { budgetUsd: 300 }],
    ["cut the budget in half", { budgetUsd: 100 }],
    ["add $100 to the budget", { budgetUsd: 300 }], // 200 before
    ["raise the budget by 50", { budgetUsd: 250 }],
    ["reduce the budget by 25%", { budgetUsd: 150 }],
    ["reduce services to 4", { workload: { ...FIVE, services: 4 } }],
    ["10 services instead of 5", { workload: { ...FIVE, services: 10 } }],
    ["what if traffic increases by 20%", { egressGiB: 120 }],
    ["let's do 3 replicas", { workload: { ...FIVE, replicas: 3 } }],
    ["go for Frankfurt", { region: "eu-central" }],
    ["2x traffic", { egressGiB: 200 }], // 100 GiB by default
    ["drop the uptime target", { uptimePercent: null }],
    ["we don't need 99.9", { uptimePercent: null }],
    ["without backups", { backups: false }],
    ["what would change with 20 TB egress", { egressGiB: 18626.45 }],
  ])("%s", (text, changes) => {
    expect(follow(text)).toMatchObject({ intent: "what-if", changes });
    expect(Object.keys(follow(text).changes).sort()).toEqual(Object.keys(changes).sort());
  });

  it("holds nothing that stays as it was", () => {
    expect(follow("with a GPU and a budget of 200")).toMatchObject({ intent: "what-if", changes: {} });
  });

  it("keeps the machines of the earlier question where only their number changes", () => {
    const { requirement } = parseRequirement({ workload: { nodes: 3, instanceType: "t3.medium" } });
    expect(follow("5 nodes", requirement).changes).toEqual({ workload: { nodes: 5, instanceType: "t3.medium" } });
    expect(follow("2 more nodes", requirement).changes).toEqual({ workload: { nodes: 5, instanceType: "t3.medium" } });
    expect(follow("m5.xlarge instead", requirement).changes).toEqual({
      workload: { nodes: 3, instanceType: "m5.xlarge" },
    });
  });

  it("asks when there is nothing to double", () => {
    const { intent, changes, questions } = follow("2 more nodes");
    expect({ intent, changes }).toEqual({ intent: "what-if", changes: {} });
    expect(questions).toEqual(['"2 more nodes": the earlier question names no number of that. How many should it be?']);
  });

  it("asks what a bare number is where no budget was named", () => {
    const { requirement } = parseRequirement({});
    expect(follow("what about 100?", requirement)).toMatchObject({
      intent: "what-if",
      changes: {},
      questions: ['"100" of what? Name it: "budget 100", "100 services".'],
    });
    expect(follow("what about 2?").questions).toHaveLength(1); // of a budget of 200?
    expect(follow("make it 300").notes).toEqual(['"300" is read as a budget of 300 USD a month.']);
  });

  it("says what it understood and quotes back the rest", () => {
    const { understood, unparsed } = follow("what if the budget is 100 and we paint it blue");
    expect(understood).toEqual([{ text: "budget is 100", key: "budgetUsd", value: 100 }]);
    expect(unparsed).toEqual(["paint it blue"]);
  });
});

describe("a question", () => {
  const GKE = ["gke-zonal", "gke-regional", "gke-autopilot"];
  it.each([
    ["why not EKS", "why-not", ["eks"]],
    ["why isn't GKE first?", "why-not", GKE],
    ["what about hetzner", "why-not", ["hetzner-k3s"]],
    ["why not the runner-up", "why-not", ["gke-zonal"]],
    ["is EKS better?", "why-not", ["eks"]],
    ["compare doks and eks", "compare", ["doks", "eks"]],
    ["doks vs eks", "compare", ["doks", "eks"]],
    ["whats the difference between AKS and DOKS", "compare", ["aks", "doks"]],
    ["compare all", "compare", context.ranked],
    ["break down aks", "breakdown", ["aks"]],
    ["can you show cost lines for eks?", "breakdown", ["eks"]],
    ["breakdown", "breakdown", ["doks"]],
    ["show me the cost lines for eks", "breakdown", ["eks"]],
    ["when does EKS become cheaper?", "why-not", ["eks"]],
    ["👍 doks", "vote", ["doks"]],
    ["how much is doks", "breakdown", ["doks"]],
    ["what does EKS cost?", "breakdown", ["eks"]],
    ["vote doks", "vote", ["doks"]],
    ["I vote for gke autopilot", "vote", ["gke-autopilot"]],
    ["+1 doks", "vote", ["doks"]],
    ["vote gke", "vote", ["gke-zonal"]],
    ["help", "help", []],
    ["thanks!", "none", []],
    ["", "none", []],
  ] as const)("%s", (text, intent, platforms) => {
    expect(follow(text)).toMatchObject({ intent, platforms, changes: {} });
  });
});

describe("a decision", () => {
  it.each([
    ["decide doks because it is cheapest", "doks", "it is cheapest"],
    ["let's go with EKS since the team knows AWS", "eks", "the team knows AWS"],
    ["we decided on AKS", "aks", null],
    ["ok, EKS it is", "eks", null],
    ["let's do GKE", "gke-zonal", null],
    ["go for doks", "doks", null],
    ["decide doks because: 1. price, 2. simplicity", "doks", "1. price, 2. simplicity"],
    ["decide: eks because we know it", "eks", "we know it"],
    ["decide eks because doks is too small", "eks", "doks is too small"], // the reason names the best of all
    ["go with eks - it beats doks", "eks", "it beats doks"],
    ["decide eks, not doks, because we know it", "eks", "we know it"],
    ["we go with eks instead of doks because of the SLA", "eks", "the SLA"],
  ])("%s", (text, platform, reason) => {
    expect(follow(text)).toMatchObject({ intent: "decide", platforms: [platform], reason });
  });
});

describe("a choice", () => {
  it.each([
    ["decide against eks because it is expensive", []],
    ["decide anything but eks because it is expensive", []],
    ["vote not eks", []],
    ["vote eks or doks", []], // which of them?
    ["vote eks over doks", ["eks"]],
    ["vote AWS", ["eks"]],
    ["vote hetzner k3s", ["hetzner-k3s"]],
    ["vote for the runner-up", ["gke-zonal"]],
  ] as const)("%s", (text, platforms) => {
    expect(follow(text).platforms).toEqual(platforms);
  });
});

describe("a way back", () => {
  it.each([
    ["undo", 1],
    ["go back", 1],
    ["back", 1],
    ["previous", 1],
    ["undo 2", 2],
    ["undo twice", 2],
    ["back to the first", "first"],
    ["start over", "first"],
  ])("%s", (text, steps) => {
    expect(follow(text)).toMatchObject({ intent: "undo", undo: { steps } });
  });
});

describe("a price", () => {
  it.each([
    ["how much is t3.medium x3 in frankfurt", "t3.medium x3 in frankfurt"],
    ["price eks control plane", "eks control plane"],
    ["price of 5 tb egress", "5 tb egress"],
  ])("%s", (text, query) => {
    expect(follow(text)).toMatchObject({ intent: "price", query });
  });
});
