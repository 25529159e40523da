import { describe, expect, it } from "vitest";
import { roundPod } from "../../../src/core/capacity/pod-rounding.ts";
import type { PodsCompute } from "../../../src/core/catalog/platform.ts";
import { costsOf, platformOf, pricedOf } from "../real-catalog.ts";

function podsOf(id: string): PodsCompute {
  const { compute } = platformOf(id);
  if (compute.kind !== "pods") throw new Error(`${id} bills no pods`);
  return compute;
}

const range = (from: number, to: number, step = 1) =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);

/** Every size AWS lists. https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html */
const PAIRS: [vcpu: number, memoryGiB: number[]][] = [
  [0.25, [0.5, 1, 2]],
  [0.5, range(1, 4)],
  [1, range(2, 8)],
  [2, range(4, 16)],
  [4, range(8, 30)],
  [8, range(16, 60, 4)],
  [16, range(32, 120, 8)],
];
const everyPair = PAIRS.flatMap(([vcpu, sizes]) => sizes.map((memoryGiB) => ({ vcpu, memoryGiB })));

describe("a pod on EKS Fargate", () => {
  const { rounding } = podsOf("eks-fargate");
  const billed = (vcpu: number, memoryMiB: number) => roundPod({ cpuMillicores: vcpu * 1000, memoryMiB }, rounding);

  it.each(everyPair)("of $vcpu vCPU and $memoryGiB GiB less 256 MiB is billed as exactly that", (pair) => {
    expect(billed(pair.vcpu, pair.memoryGiB * 1024 - 256)).toEqual(pair);
  });

  it.each(everyPair)("of $vcpu vCPU and $memoryGiB GiB less 255 MiB is billed as the next pair up", (pair) => {
    const larger = everyPair.find(({ vcpu, memoryGiB }) => vcpu >= pair.vcpu && memoryGiB > pair.memoryGiB);
    expect(billed(pair.vcpu, pair.memoryGiB * 1024 - 255)).toEqual(larger ?? null);
  });

  it.each([
    [1, 8192, { vcpu: 2, memoryGiB: 9 }], // 8 GiB and 256 MiB pass the 8 of 1 vCPU
    [0.25, 512, { vcpu: 0.25, memoryGiB: 1 }], // 0.75 GiB
    [0.25, 256, { vcpu: 0.25, memoryGiB: 0.5 }],
    [0.3, 256, { vcpu: 0.5, memoryGiB: 1 }], // more than a quarter of a vCPU
    [0.1, 64, { vcpu: 0.25, memoryGiB: 0.5 }],
    [16, 122_625, null], // 120 GiB less 255 MiB
    [16.001, 1024, null],
  ])("of %d vCPU and %d MiB is billed as %j", (vcpu, memoryMiB, expected) => {
    expect(billed(vcpu, memoryMiB)).toEqual(expected);
  });

  // 730 h × (vCPU × 0.04048 + GiB × 0.004445) in us-east-1, vCPU and memory each rounded to the cent:
  // .25/.5 7.39 + 1.62; .25/1 7.39 + 3.24; .5/1 14.78 + 3.24; .5/2 14.78 + 6.49; 1/2 29.55 + 6.49; 1/8 29.55 + 25.96; 2/9 59.10 + 29.20.
  it.each([
    [250, 256, 7.39, 1.62], // 9.01
    [250, 512, 7.39, 3.24], // 10.63: billed as .25 / 1
    [500, 768, 14.78, 3.24], // 18.02
    [500, 1792, 14.78, 6.49], // 21.27: one of the two roundings shows in 21.26
    [1000, 1792, 29.55, 6.49], // 36.04
    [1000, 7936, 29.55, 25.96], // 55.51
    [1000, 8192, 59.1, 29.2], // 88.30: billed as 2 / 9
  ])(
    "of %d m and %d MiB costs %d for vCPU and %d for memory a month",
    (cpuMillicores, memoryMiB, vcpuCost, memoryCost) => {
      const workload = { pods: [{ name: "pod", replicas: 1, cpuMillicores, memoryMiB }] };
      expect(costsOf(pricedOf("eks-fargate", { workload }), "nodes")).toEqual([vcpuCost, memoryCost]);
    },
  );
});

describe("a pod on GKE Autopilot", () => {
  const { rounding } = podsOf("gke-autopilot");
  const billed = (cpuMillicores: number, memoryMiB: number) => roundPod({ cpuMillicores, memoryMiB }, rounding);

  it.each([
    [500, 2048, { vcpu: 0.5, memoryGiB: 2 }],
    [10, 10, { vcpu: 0.05, memoryGiB: 52 / 1024 }], // the least that is billed: 50 m and 52 MiB, above 1 GiB a vCPU
    [50, 52, { vcpu: 0.05, memoryGiB: 52 / 1024 }],
    [1000, 512, { vcpu: 1, memoryGiB: 1 }], // at least 1 GiB a vCPU: memory is raised
    [1000, 6656, { vcpu: 1, memoryGiB: 6.5 }], // exactly 6.5
    [1000, 13_312, { vcpu: 2, memoryGiB: 13 }], // more than 6.5 GiB a vCPU: CPU is raised to 13 / 6.5
    [30_000, 30_720, { vcpu: 30, memoryGiB: 30 }],
    [30_001, 32_768, null],
    [1000, 30 * 6.5 * 1024 + 1, null], // memory alone would take more than 30 vCPU
  ])("of %d m and %d MiB is billed as %j", (cpuMillicores, memoryMiB, expected) => {
    expect(billed(cpuMillicores, memoryMiB)).toEqual(expected);
  });

  // 730 h × (vCPU × 0.0445 + GiB × 0.0049225): .5/2 16.24 + 7.19; .25/.5 8.12 + 1.80; 1/4 32.49 + 14.37; 2/8 64.97 + 28.75.
  it.each([
    [500, 2048, 23.43],
    [250, 512, 9.92],
    [1000, 4096, 46.86],
    [2000, 8192, 93.72],
  ])("of %d m and %d MiB costs %d a month in us-central1", (cpuMillicores, memoryMiB, expected) => {
    const workload = { pods: [{ name: "pod", replicas: 1, cpuMillicores, memoryMiB }] };
    const [vcpu = 0, memory = 0] = costsOf(pricedOf("gke-autopilot", { workload, region: "us-central1" }), "nodes");
    expect(vcpu + memory).toBeCloseTo(expected, 2);
  });

  it("that asks for nothing is billed as 0.5 vCPU and 2 GiB: four of them 93.72", () => {
    const priced = pricedOf("gke-autopilot", {
      workload: { pods: [{ name: "app", replicas: 4 }] },
      region: "us-central1",
    });
    // 4 × 0.5 × 730 × 0.0445 = 64.97; 4 × 2 × 730 × 0.0049225 = 28.7474
    expect(costsOf(priced, "nodes")).toEqual([64.97, 28.75]);
  });
});
