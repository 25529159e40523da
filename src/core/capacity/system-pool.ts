import type { InstanceType } from "../catalog/catalog.ts";
import type { NodesCompute } from "../catalog/platform.ts";

/** What a platform wants of its pool for system pods. */
export type SystemPool = NonNullable<NodesCompute["systemPool"]>;

/** Whether a machine may carry the platform's own pods: half the advised CPU is tolerated outside production. */
export function suitsSystemPool(machine: InstanceType, system: SystemPool, production: boolean): boolean {
  const vcpu = production ? system.minimumVcpu : system.minimumVcpu / 2;
  return machine.cpu !== "burstable" && machine.vcpu >= vcpu && machine.memoryGiB >= system.minimumMemoryGiB;
}

/** What a system pool may consist of at the least, whatever is advised: https://learn.microsoft.com/azure/aks/use-system-pools */
const TOLERATED = { minimumVcpu: 2, minimumMemoryGiB: 2 };

/** Whether a machine that was asked for is tolerated as one of the system pool. */
export const toleratedAsSystem = (machine: InstanceType, system: SystemPool): boolean =>
  suitsSystemPool(machine, { ...system, ...TOLERATED }, true);
