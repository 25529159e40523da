import { describe, expect, it } from "vitest";
import { allocatable, reservedMiB, reservedMillicores } from "../../../src/core/capacity/allocatable.ts";
import type { MemoryReserve, NodesCompute } from "../../../src/core/catalog/platform.ts";
import { machineOf, nodesOf } from "../real-catalog.ts";
import { aMachine } from "../tiny-catalog.ts";

const gib = (memoryMiB: number) => (memoryMiB / 1024).toFixed(2);
const sized = (vcpu: number, memoryGiB: number) => aMachine({ vcpu, memoryGiB });
const memoryOf = (compute: NodesCompute, vcpu: number, memoryGiB: number) =>
  gib(allocatable(sized(vcpu, memoryGiB), compute).memoryMiB);

describe("CPU that a node keeps for itself", () => {
  // Google and Amazon: 6 % of the first core, 1 % of the second, 0.5 % of the third and fourth, 0.25 % of every other:
  // 1 → 60; 2 → 60 + 10; 4 → 70 + 5 + 5; 8 → 80 + 4 × 2.5; 16 → 90 + 8 × 2.5; 32 → 110 + 16 × 2.5; 64 → 150 + 32 × 2.5.
  // Azure publishes a table.
  it.each([
    [1, 60, 60],
    [2, 70, 100],
    [4, 80, 140],
    [8, 90, 180],
    [16, 110, 260],
    [32, 150, 420],
    [64, 230, 740],
  ])("of %d vCPU is %d m on GKE and EKS, %d m on AKS", (vcpu, perCore, table) => {
    const machine = { id: "any", vcpu };
    expect(reservedMillicores(machine, nodesOf("gke-zonal").cpuReserve)).toBeCloseTo(perCore, 9);
    expect(reservedMillicores(machine, nodesOf("gke-regional").cpuReserve)).toBeCloseTo(perCore, 9);
    expect(reservedMillicores(machine, nodesOf("eks").cpuReserve)).toBeCloseTo(perCore, 9);
    expect(reservedMillicores(machine, nodesOf("aks").cpuReserve)).toBeCloseTo(table, 9);
  });

  it("leaves 940 m of an e2-medium, which shares its cores: a flat 1,060 m of 2,000 is kept", () => {
    expect(allocatable(machineOf("gcp", "e2-medium"), nodesOf("gke-zonal")).cpuMillicores).toBe(940);
  });

  it.each([
    [6, 160], // half way between 140 at 4 and 180 at 8
    [128, 1480], // past the table in proportion to its end: 740 × 128 / 64
  ])("of %d vCPU, which Azure's table does not list, is %d m", (vcpu, expected) => {
    expect(reservedMillicores({ id: "any", vcpu }, nodesOf("aks").cpuReserve)).toBeCloseTo(expected, 9);
  });
});

describe("memory left for pods", () => {
  // 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next 112, and 100 MiB for eviction:
  // 4 → 4 − 1 − 0.0977; 8 → 8 − 1.8 − 0.0977; 16 → 16 − 2.6 − 0.0977; 32 → 32 − 3.56 − 0.0977; 64 → 64 − 5.48 − 0.0977.
  it.each([
    [2, 4, 1930, "2.90"],
    [2, 8, 1930, "6.10"],
    [4, 16, 3920, "13.30"],
    [8, 32, 7910, "28.34"],
    [16, 64, 15890, "58.42"],
  ])("on GKE up to 1.36, of %d vCPU and %d GiB: %d m and %s GiB", (vcpu, memoryGiB, millicores, expected) => {
    for (const id of ["gke-zonal", "gke-regional"]) {
      expect(memoryOf(nodesOf(id), vcpu, memoryGiB)).toBe(expected);
      expect(allocatable(sized(vcpu, memoryGiB), nodesOf(id)).cpuMillicores).toBe(millicores);
    }
  });

  it("on GKE keeps 255 MiB below 1 GiB and only 2 % above 128 GiB", () => {
    const rule = nodesOf("gke-zonal").memoryReserve;
    expect(reservedMiB(0.5, 110, rule)).toBe(255 + 100);
    // 1 + 0.8 + 0.8 + 6.72 GiB up to 128, then 0.02 × 128 = 2.56: 11.88 GiB and 100 MiB
    expect(reservedMiB(256, 110, rule)).toBeCloseTo(11.88 * 1024 + 100, 6);
  });

  // 11 MiB a pod, 255 MiB and 100 MiB for eviction, of the memory that is left once the hypervisor took 7.5 %:
  // t3.medium 17 pods: 187 + 355 = 542 of 4,096 (3,788.8); m5.large 29: 674 of 8,192 (7,577.6); m5.xlarge 58: 993 of 16,384 (15,155.2);
  // m5.2xlarge 58: 993 of 32,768 (30,310.4); m5.4xlarge, capped at 110 below
  // 30 vCPU: 1,565 of 65,536 (60,620.8); m5.8xlarge 234, past 30: 2,929 of 131,072 (121,241.6).
  it.each([
    ["t3.medium", 17, "3.47", "3.17"],
    ["m5.large", 29, "7.34", "6.74"],
    ["m5.xlarge", 58, "15.03", "13.83"],
    ["m5.2xlarge", 58, "31.03", "28.63"],
    ["m5.4xlarge", 110, "62.47", "57.67"],
    ["m5.8xlarge", 234, "125.14", "115.54"],
  ])(
    "on EKS, of a %s with %d pods: %s GiB nominally and %s GiB as the machine shows it",
    (id, pods, nominal, shown) => {
      const machine = machineOf("aws", id);
      const eks = nodesOf("eks");
      expect(allocatable(machine, eks).pods).toBe(pods);
      expect(gib(allocatable(machine, { ...eks, vmMemoryOverheadPercent: 0 }).memoryMiB)).toBe(nominal);
      expect(gib(allocatable(machine, eks).memoryMiB)).toBe(shown);
    },
  );

  // 0.02 GiB a pod and 0.05 GiB, never more than a quarter, and 100 MiB for eviction. 30 pods keep 0.65 GiB, 110 keep 2.25,
  // 250 keep 5.05; a quarter of 4, 8, 16 GiB is 1, 2, 4.
  it.each([
    [4, "3.25", "2.90", "2.90"],
    [8, "7.25", "5.90", "5.90"],
    [16, "15.25", "13.65", "11.90"],
    [32, "31.25", "29.65", "26.85"],
    [64, "63.25", "61.65", "58.85"],
  ])(
    "on AKS from 1.29, of %d GiB: %s with 30 pods, %s with 110, %s with 250",
    (memoryGiB, with30, with110, with250) => {
      const aks = nodesOf("aks");
      expect(memoryOf({ ...aks, maxPods: 30 }, 2, memoryGiB)).toBe(with30);
      expect(memoryOf({ ...aks, maxPods: 110 }, 2, memoryGiB)).toBe(with110);
      expect(memoryOf({ ...aks, maxPods: 250 }, 2, memoryGiB)).toBe(with250);
    },
  );

  it("on AKS is planned with 110 pods a node", () => {
    expect(nodesOf("aks").maxPods).toBe(110);
  });

  // Before 1.29: Google's tiers and 750 MiB for eviction. 4 − 1 − 0.732; 8 − 1.8 − 0.732; 16 − 2.6 − 0.732; and so on.
  it.each([
    [4, "2.27"],
    [8, "5.47"],
    [16, "12.67"],
    [32, "27.71"],
    [64, "57.79"],
  ])("on AKS before 1.29, of %d GiB: %s GiB", (memoryGiB, expected) => {
    const tiers = nodesOf("gke-zonal").memoryReserve;
    if (tiers.kind !== "tiers") throw new Error("Google's rule is in tiers");
    const memoryReserve: MemoryReserve = { ...tiers, evictionMiB: 750 };
    expect(memoryOf({ ...nodesOf("aks"), memoryReserve }, 2, memoryGiB)).toBe(expected);
  });

  it("can be less by AKS's new rule than by its old one: 16 GiB with 250 pods, 11.90 against 12.67", () => {
    expect(Number(memoryOf({ ...nodesOf("aks"), maxPods: 250 }, 4, 16))).toBeLessThan(12.67);
  });

  it.each([
    [2, "1.00"],
    [3, "1.66"],
    [4, "2.50"],
    [8, "6.00"],
    [16, "13.00"],
    [32, "28.00"],
    [48, "43.00"],
    [64, "58.00"],
    [96, "88.50"],
    [128, "119.50"],
    [160, "151.00"],
    [192, "182.00"],
  ])("on DOKS, of %d GiB: %s GiB, as its limits page says", (memoryGiB, expected) => {
    // 1.66 GiB are 1,699.84 MiB; whole MiB are given, 1,699 of them.
    expect(memoryOf(nodesOf("doks"), 2, memoryGiB)).toBe(expected);
  });

  it("on DOKS lies on the line between two sizes of the table: 6 GiB leave 2.5 + 3.5 / 2", () => {
    expect(memoryOf(nodesOf("doks"), 2, 6)).toBe("4.25");
  });

  it("on K3s is all but the 868 MiB that a careful team reserves and evicts at", () => {
    expect(allocatable(sized(2, 4), nodesOf("hetzner-k3s")).memoryMiB).toBe(4096 - 768 - 100);
  });

  it("is never below nothing", () => {
    expect(allocatable(sized(0.01, 0.1), nodesOf("eks"))).toMatchObject({ cpuMillicores: 9, memoryMiB: 0 });
  });
});

describe("the most pods a node takes", () => {
  it.each([
    ["eks", "t3.small", 11],
    ["eks", "t3.medium", 17],
    ["eks", "t3.large", 35],
    ["eks", "m5.large", 29],
    ["eks", "m5.xlarge", 58],
  ])("on %s is the machine's own: %s %d", (id, type, expected) => {
    expect(allocatable(machineOf("aws", type), nodesOf(id)).pods).toBe(expected);
  });

  it.each(["gke-zonal", "gke-regional", "doks", "aks", "hetzner-k3s"])("on %s is 110, whatever the machine", (id) => {
    expect(allocatable(sized(2, 4), nodesOf(id)).pods).toBe(110);
  });
});
