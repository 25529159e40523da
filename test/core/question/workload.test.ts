import { describe, expect, it } from "vitest";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import {
  clusterWorkload,
  PLANNING_REQUEST,
  podCount,
  podsOfNodes,
  serviceCount,
  sized,
} from "../../../src/core/question/workload.ts";

const asked = (input: RequirementInput) => parseRequirement(input).requirement;
const twoKinds = { pods: [{ name: "api", replicas: 5, cpuMillicores: 100 }, { name: "job" }] };

describe("one cluster's share of a workload", () => {
  it("of services is every replica of its services, rounded up", () => {
    // 10 services over 3 clusters are 4 in each; of 2 replicas that makes 8 pods
    expect(clusterWorkload(asked({ clusters: 3, workload: { services: 10 } }))).toEqual({
      kind: "pods",
      pods: [{ name: "service", replicas: 8, cpuMillicores: 250, memoryMiB: 512, gpus: 0 }],
    });
  });

  it("of pods is a part of each kind, and keeps what was left open open", () => {
    // 5 replicas over 2 clusters are 3 in each; a single one stands in both
    expect(clusterWorkload(asked({ clusters: 2, workload: twoKinds }))).toEqual({
      kind: "pods",
      pods: [
        { name: "api", replicas: 3, cpuMillicores: 100, memoryMiB: null, gpus: 0 },
        { name: "job", replicas: 1, cpuMillicores: null, memoryMiB: null, gpus: 0 },
      ],
    });
  });

  it.each([
    [
      { nodes: 10, vcpu: 2, memoryGiB: 4 },
      { instanceType: null, vcpu: 2, memoryGiB: 4 },
    ],
    [
      { nodes: 10, instanceType: "t3.medium" },
      { instanceType: "t3.medium", vcpu: null, memoryGiB: null },
    ],
  ])("of machines is machines: %j over 4 clusters are 3 in each", (workload, machine) => {
    expect(clusterWorkload(asked({ clusters: 4, workload }))).toEqual({
      kind: "nodes",
      nodes: 3,
      gpus: 0,
      gpuModel: null,
      ...machine,
    });
  });

  it.each(["gpu", "tpu"] as const)("has a pod with one %s where one is wanted and no pod asks for it", (feature) => {
    const share = clusterWorkload(asked({ features: [feature] }));
    expect(share.kind === "pods" && share.pods.map(({ name, gpus }) => ({ name, gpus }))).toEqual([
      { name: "service", gpus: 0 },
      { name: "gpu", gpus: 1 },
    ]);
  });

  it("has no second one where a pod asks already", () => {
    const workload = { pods: [{ name: "train", gpus: 2 }] };
    expect(clusterWorkload(asked({ features: ["gpu"], workload }))).toMatchObject({
      pods: [{ name: "train", gpus: 2 }],
    });
  });
});

describe("pods that ask for nothing", () => {
  it("are given the request of the platform, only where they left it out", () => {
    const share = clusterWorkload(asked({ workload: twoKinds }));
    expect(share.kind === "pods" && sized(share.pods, PLANNING_REQUEST)).toMatchObject([
      { cpuMillicores: 100, memoryMiB: 512 },
      { cpuMillicores: 250, memoryMiB: 512 },
    ]);
  });
});

describe("the pods assumed on machines", () => {
  it.each([
    // seven tenths of a vCPU and of each vCPU's memory: 0.7 × 1000 m and 0.7 × 1024 × 4 / 2 = 1433.6 MiB
    [3, 2, 4, { replicas: 6, cpuMillicores: 700, memoryMiB: 1434 }],
    // less than a vCPU holds one pod: 0.7 × 500 m and 0.7 × 1024 × 0.5 = 358.4 MiB
    [2, 0.5, 0.5, { replicas: 2, cpuMillicores: 350, memoryMiB: 358 }],
  ])("are one for every vCPU: %d of %d vCPU and %d GiB", (nodes, vcpu, memoryGiB, expected) => {
    expect(podsOfNodes(nodes, vcpu, memoryGiB)).toEqual([{ name: "pod", gpus: 0, ...expected }]);
  });
});

describe("how much runs", () => {
  it.each([
    ["services", { services: 7 }, 7],
    ["kinds of pods, not their replicas", twoKinds, 2],
    ["machines where only they are named", { nodes: 4, vcpu: 2, memoryGiB: 4 }, 4],
  ])("is counted in %s", (_what, workload, expected) => {
    expect(serviceCount(asked({ workload }))).toBe(expected);
  });

  it("is counted in pods by their replicas", () => {
    const share = clusterWorkload(asked({ workload: twoKinds }));
    expect(share.kind === "pods" && podCount(share.pods)).toBe(6); // 5 and 1
  });
});
