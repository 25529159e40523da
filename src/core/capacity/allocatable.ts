import type { InstanceType } from "../catalog/catalog.ts";
import type { CpuReserve, MemoryReserve, NodesCompute } from "../catalog/platform.ts";
import { MIB_PER_GIB } from "../units.ts";

/** What a node offers to pods, or what is left of it. */
export interface Capacity {
  cpuMillicores: number;
  memoryMiB: number;
  pods: number;
  gpus: number;
}

/**
 * What Kubernetes may give to pods on one machine, by that platform's own rules; its daemons are not taken off yet.
 * Rounded down to whole millicores and MiB, never below 0.
 */
export function allocatable(machine: InstanceType, compute: NodesCompute): Capacity {
  const pods = podCeiling(machine, compute);
  const shownMiB = machine.memoryGiB * MIB_PER_GIB * (1 - compute.vmMemoryOverheadPercent / 100);
  return {
    cpuMillicores: Math.max(0, Math.floor(machine.vcpu * 1000 - reservedMillicores(machine, compute.cpuReserve))),
    memoryMiB: Math.max(0, Math.floor(shownMiB - reservedMiB(machine.memoryGiB, pods, compute.memoryReserve))),
    pods,
    gpus: machine.gpus,
  };
}

/** Pods a node may hold: what the machine allows, or the platform where it says nothing, and never past the platform's cap. */
function podCeiling({ maxPods, vcpu }: InstanceType, compute: NodesCompute): number {
  const cap = compute.podCaps?.rows.find(({ belowVcpu }) => belowVcpu === null || vcpu < belowVcpu);
  return Math.min(maxPods ?? compute.maxPods, cap?.pods ?? Number.POSITIVE_INFINITY);
}

/** CPU that a node keeps for itself, in millicores. */
export function reservedMillicores(machine: Pick<InstanceType, "id" | "vcpu">, rule: CpuReserve): number {
  switch (rule.kind) {
    case "flat":
      return rule.millicores;
    case "table":
      return interpolate(
        rule.rows.map((row) => [row.vcpu, row.millicores]),
        machine.vcpu,
      );
    case "per-core":
      if (rule.sharedCoreMillicores !== null && rule.sharedCoreTypes.includes(machine.id))
        return rule.sharedCoreMillicores;
      return (
        inBands(
          rule.percentOfCore.map((band) => [band.upToCore, band.percent]),
          machine.vcpu,
        ) * 10
      ); // 1 % of a core is 10 m
  }
}

/** Memory that a node keeps for itself, eviction threshold included, in MiB. `pods` is the node's pod ceiling. */
export function reservedMiB(memoryGiB: number, pods: number, rule: MemoryReserve): number {
  const totalMiB = memoryGiB * MIB_PER_GIB;
  switch (rule.kind) {
    case "flat":
      return rule.mib + rule.evictionMiB;
    case "per-pod": {
      const asked = rule.mibPerPod * pods + rule.baseMiB;
      const most = rule.mostPercent === null ? asked : (totalMiB * rule.mostPercent) / 100;
      return Math.min(asked, most) + rule.evictionMiB;
    }
    case "tiers": {
      if (memoryGiB < 1) return rule.below1GiBMiB + rule.evictionMiB;
      const percentGiB = inBands(
        rule.percentOfGiB.map((band) => [band.upToGiB, band.percent]),
        memoryGiB,
      );
      return (percentGiB / 100) * MIB_PER_GIB + rule.evictionMiB;
    }
    case "table":
      return (
        totalMiB -
        interpolate(
          rule.rows.map((row) => [row.memoryGiB, row.allocatableGiB]),
          memoryGiB,
        ) *
          MIB_PER_GIB
      );
  }
}

/** Sum of `percent × width` over the bands below `amount`; a band that ends at null has no end. */
function inBands(bands: [upTo: number | null, percent: number][], amount: number): number {
  let sum = 0;
  let from = 0;
  for (const [upTo, percent] of bands) {
    const to = Math.min(amount, upTo ?? amount);
    if (to > from) sum += (to - from) * percent;
    from = Math.max(from, to);
  }
  return sum;
}

/** Straight lines between points that rise in x; outside them, in proportion to the nearest point. */
function interpolate(points: [x: number, y: number][], x: number): number {
  const above = points.findIndex(([px]) => px >= x);
  const [upperX, upperY] = points[above === -1 ? points.length - 1 : above] ?? [1, 0];
  const lower = above > 0 ? points[above - 1] : undefined;
  if (lower === undefined || above === -1) return (upperY * x) / upperX;
  return lower[1] + ((upperY - lower[1]) * (x - lower[0])) / (upperX - lower[0]);
}
