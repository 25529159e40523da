import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const read = (text: string) => understand(text, vocabulary);

describe("experience", () => {
  it.each([
    ["k8s experience: low", "beginner"],
    ["kubernetes exp = one guy did a udemy course", "beginner"],
    ["kubernetes exp: none", "none"],
    ["never seen kubernetes", "none"],
    ["he has never deployed to kubernetes", "none"],
    ["no clue of k8s", "none"],
    ["I give kubernetes trainings for a living", "expert"],
    ["our guys hold CKA and CKS", "expert"],
    ["been on call for clusters since 2019", "intermediate"],
  ])("%s: %s", (text, kubernetesExperience) => {
    expect(read(text).input).toMatchObject({ kubernetesExperience });
  });

  it("is quoted where its label says what no level is", () => {
    expect(read("k8s experience: purple")).toMatchObject({ input: {} });
  });
});

describe("what is said twice", () => {
  it.each([
    ["budget 200, no wait, budget 150", { budgetUsd: 150 }],
    ["3 nodes, sorry, 4 nodes", { workload: { nodes: 4, vcpu: 2, memoryGiB: 4 } }],
    ["no budget limit as such but please under 1k", { budgetUsd: 1000 }],
    ["double what we pay now, which is $180", { spendTodayUsd: 180, budgetUsd: 360 }],
  ])("is what was meant: %s", (text, input) => {
    expect(read(text).input).toEqual(input);
  });
});

describe("hours, downtime and versions", () => {
  it("are told apart", () => {
    // 20 of 43,800 minutes a month: 99.954 %; 240: 99.452 %
    expect(read("twenty minutes' outage per month").input).toEqual({ uptimePercent: 99.954 });
    expect(read("4 hours a month of downtime is ok").input).toEqual({ uptimePercent: 99.452 });
    // 4 x 365 / 12 = 121.67
    expect(read("it runs 4 hours each night").input).toEqual({ hoursPerMonth: 121.67 });
    expect(read("scale to zero at night").input).toEqual({ features: ["autoscaling"] });
    expect(read("still 1.25 on AKS").input).toMatchObject({ extendedSupport: true, running: "aks" });
  });
});

describe("what is of each of something that nobody counted", () => {
  it.each(["one load balancer per service", "3 services per customer"])("is quoted: %s", (text) => {
    expect(read(text)).toMatchObject({ input: {}, unparsed: [text] });
  });

  it("is a limit beside a request", () => {
    expect(read("60 pods, requests 100m / 200Mi, limits 1 cpu / 1Gi").input.workload).toMatchObject({
      cpuMillicores: 100,
      memoryMiB: 200,
    });
  });
});

describe("sizes and amounts", () => {
  it.each([
    ["roughly two dozen services", { workload: { services: 24 } }],
    ["pods: ~200", { workload: { services: 200, replicas: 1 } }],
    ["t3.medium (3 of them)", { workload: { nodes: 3, instanceType: "t3.medium" } }],
    ["budget in GBP: 500", { budgetUsd: 750, currency: "GBP" }],
    ["memory hungry: 8GB per pod", { workload: { memoryMiB: 8192 } }],
    ["4 nodes with 16 GB each", { workload: { nodes: 4, vcpu: 8, memoryGiB: 16 } }],
    // 200e9 bytes = 186.26 GiB
    ["outgoing data about 200 GB a month", { egressGiB: 186.26 }],
    // 1e12 bytes = 931.32 GiB
    ["elasticsearch with 1TB", { storageGiB: 931.32, features: ["stateful"] }],
    ["one hour of downtime costs us around 5k", { outageCostUsdPerHour: 5000 }],
  ])("%s", (text, input) => {
    expect(read(text).input).toEqual(input);
  });

  it("are no memory where a volume is meant", () => {
    expect(read("each pod needs a 10GB volume").input.workload).toBeUndefined();
  });

  it("are asked about beside what runs", () => {
    const { input, questions } = read("we have a Kubernetes cluster on Linode with 5 nodes of 8GB, $240 a month");
    expect(input.budgetUsd).toBeUndefined();
    expect(questions).toHaveLength(1);
  });
});

describe("what is of one part alone", () => {
  it.each([
    "a few services",
    "10 hours a week of ops work",
    "2 GB of logs per day per node",
    "postgres with 2 replicas",
    "3 node elasticsearch",
    "a dataset of 12 TB in S3",
    "1 cluster per region",
    "our invoice went up by $300 this month",
    "our old EKS setup was too expensive",
    "our agency ran everything on Azure for us until last year",
  ])("sets nothing of the whole: %s", (text) => {
    const { hoursPerMonth, logsGiB } = read(text).input;
    expect({ hoursPerMonth, logsGiB }).toEqual({});
    expect(read(text).unparsed).not.toEqual([]);
    const { workload, storageGiB, clusters, budgetUsd, spendTodayUsd, running, existingCloud } = read(text).input;
    expect({ workload, storageGiB, clusters, budgetUsd, spendTodayUsd, running, existingCloud }).toEqual({});
  });

  it("is asked about where two environments differ", () => {
    const { input, questions } = read("prod: 6 nodes, dev: 2 nodes");
    expect(input.engineers).toBeUndefined();
    expect(questions.join(" ")).toContain('both "6 nodes" and "2 nodes"');
  });
});
