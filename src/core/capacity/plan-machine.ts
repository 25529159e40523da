import type { MachineCompute, NodesCompute } from "../catalog/platform.ts";
import type { Requirement } from "../question/requirement.ts";
import { clusterWorkload, PLANNING_REQUEST, type PodKind, sized } from "../question/workload.ts";
import type { Candidate, ClusterPlan, Unplannable } from "./cluster-plan.ts";
import { cheapestPool } from "./pool.ts";

/** One machine that runs what is asked in containers, without Kubernetes. */
export function planMachine(candidate: Candidate, compute: MachineCompute): ClusterPlan | Unplannable {
  const { platform, region, requirement } = candidate;
  const workload = clusterWorkload(requirement);
  if (workload.kind !== "pods")
    return {
      rule: "asked-for-nodes",
      reason: "You asked for the nodes of a cluster, and this is one machine without Kubernetes.",
    };
  const containers = sized(copiesForLoad(requirement, workload.pods), PLANNING_REQUEST);
  const asNode: NodesCompute = {
    kind: "nodes",
    minimumNodes: 1,
    minimumMemoryGiB: 0,
    cpuReserve: { kind: "flat", millicores: 0, source: compute.source },
    memoryReserve: { kind: "flat", mib: 0, evictionMiB: 0, source: compute.source },
    vmMemoryOverheadPercent: 0,
    maxPods: 1000,
    overhead: { ...compute.overhead, source: compute.source, confidence: "medium" },
    serverOverhead: null,
    systemPool: null,
    osDisk: null,
  };
  const policy = { ...candidate.policy, zones: 1, spareNodes: 0, spareInEachZone: false };
  const options = candidate.options({
    platform,
    compute: asNode,
    regionId: region.id,
    commitment: requirement.commitment,
    existing: requirement.existingServers,
    publicNodes: true,
    hoursPerMonth: requirement.hoursPerMonth,
    sustained: policy.production,
  });
  const usable = options.filter(({ machine }) => machine.gpus === 0 && machine.architecture === "amd64");
  const oneMachine = {
    pods: containers,
    policy,
    minimumNodes: 1,
    servers: 0,
    costUsd: (option: { monthlyUsd: number }, count: number) => count * option.monthlyUsd,
  };
  const pool = cheapestPool(
    usable.filter((option) => holdsAll(containers, option.usable)),
    oneMachine,
  );
  if (pool === null) return { rule: "one-machine", reason: "What you run is larger than one machine." };
  const { option } = pool;
  return {
    pools: [
      {
        role: "general",
        machine: option.machine,
        count: 1,
        spotCount: 0,
        zones: 1,
        hoursPerMonth: requirement.hoursPerMonth,
        category: option.category,
        allocatable: option.allocatable,
        includedTransferGiB: option.includedTransferGiB,
        packed: pool.packed,
      },
    ],
    billedPods: [],
    pods: containers.reduce((sum, each) => sum + each.replicas, 0),
    zones: 1,
    binding: pool.binding,
    policy,
    notes: [],
  };
}

function holdsAll(
  containers: { replicas: number; cpuMillicores: number; memoryMiB: number }[],
  usable: { cpuMillicores: number; memoryMiB: number },
): boolean {
  const cpu = containers.reduce((sum, each) => sum + each.replicas * each.cpuMillicores, 0);
  const memory = containers.reduce((sum, each) => sum + each.replicas * each.memoryMiB, 0);
  return cpu <= usable.cpuMillicores && memory <= usable.memoryMiB;
}

/** Pods less one copy each: on one machine a spare copy saves nothing, and those beyond it are there for load. */
function copiesForLoad({ workload }: Requirement, pods: PodKind[]): PodKind[] {
  if ("services" in workload) {
    const { replicas } = workload;
    const kept = (pod: PodKind) => (pod.replicas / replicas) * Math.max(1, replicas - 1);
    return pods.map((pod) => (pod.gpus > 0 ? pod : { ...pod, replicas: kept(pod) }));
  }
  return pods.map((pod) => ({ ...pod, replicas: Math.max(1, pod.replicas - 1) }));
}
