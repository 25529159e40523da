import type { InstanceType } from "../catalog/catalog.ts";
import type { NodesCompute } from "../catalog/platform.ts";
import { clusterWorkload, PLANNING_REQUEST, podCount, type SizedPodKind, sized } from "../question/workload.ts";
import type { Candidate, ClusterPlan, PlannedPool, Unplannable } from "./cluster-plan.ts";
import { planGpuPool } from "./gpu-pool.ts";
import { noMachine } from "./no-machine.ts";
import type { NodeOption } from "./node-options.ts";
import { planAsked } from "./plan-asked.ts";
import { planPools } from "./plan-pools.ts";
import { plannedPool } from "./planned-pool.ts";
import { PRODUCTION_NODE, SUSTAINED_VCPU } from "./policy.ts";
import { type ChosenPool, cheapestPool } from "./pool.ts";
import { poolCost } from "./pool-cost.ts";
import { suitsSystemPool } from "./system-pool.ts";

/** Nodes for the pods of one cluster, or exactly the nodes that were asked for. */
export function planNodes(candidate: Candidate, compute: NodesCompute): ClusterPlan | Unplannable {
  const { platform, region, requirement, policy } = candidate;
  const workload = clusterWorkload(requirement);
  const all = candidate.options({
    platform,
    compute,
    regionId: region.id,
    commitment: requirement.commitment,
    existing: requirement.existingServers,
    publicNodes: !policy.privateNodes,
    hoursPerMonth: requirement.hoursPerMonth,
    sustained: policy.production && workload.kind === "pods", // machines that were named are taken as they are
  });
  const architecture = requirement.features.includes("arm") ? "arm64" : "amd64";
  const options = all.filter(({ machine }) => machine.architecture === architecture);
  const choices = options.length > 0 ? [options, all] : [all];
  if (workload.kind === "nodes") return planAsked(candidate, compute, workload, choices);
  if (workload.kind === "pools") return planPools(candidate, compute, workload, choices);
  const pods = sized(workload.pods, PLANNING_REQUEST);
  const general = planGeneral(
    candidate,
    compute,
    pods.filter((pod) => pod.gpus === 0),
    options,
  );
  if (general === null) return tooLarge(candidate, pods, options);
  const gpuPods = pods.filter((pod) => pod.gpus > 0);
  const gpu = gpuPods.length === 0 ? null : planGpuPool(candidate, gpuPods, options.length > 0 ? options : all);
  if (gpu !== null && "rule" in gpu) return gpu;
  return {
    pools: [...general.pools, ...(gpu === null ? [] : [plannedPool(candidate, gpu, "gpu", 1)])],
    billedPods: [],
    pods: podCount(pods),
    zones: policy.zones,
    binding: general.binding,
    policy,
    notes: [
      ...general.notes,
      ...(gpu !== null && policy.spareNodes > 0
        ? [
            `No spare GPU node is planned: one more ${gpu.option.machine.id} would cost ${Math.round(gpu.option.monthlyUsd)} USD a month.`,
          ]
        : []),
    ],
  };
}

interface GeneralPools {
  pools: PlannedPool[];
  binding: ClusterPlan["binding"];
  costUsd: number;
  notes: string[];
}

const suitsProduction = ({ vcpu, memoryGiB, baselinePercent }: InstanceType) =>
  vcpu >= PRODUCTION_NODE.vcpu &&
  memoryGiB >= PRODUCTION_NODE.memoryGiB &&
  (vcpu * (baselinePercent ?? 100)) / 100 >= SUSTAINED_VCPU;

/** One pool for everything; or, where the platform wants a system pool, that pool apart when this is cheaper. */
function planGeneral(
  candidate: Candidate,
  compute: NodesCompute,
  pods: SizedPodKind[],
  options: readonly NodeOption[],
): GeneralPools | null {
  const { policy, tier } = candidate;
  const suits = ({ machine }: NodeOption) => machine.gpus === 0 && (!policy.production || suitsProduction(machine));
  const general = options.filter(suits);
  const costUsd = poolCost(candidate);
  const ask = { pods, policy, minimumNodes: compute.minimumNodes, servers: tier.servers ?? 0, costUsd };
  if (compute.systemPool === null) return onePool(candidate, cheapestPool(general, ask));
  const system = compute.systemPool;
  const carriesSystem = general.filter(({ machine }) => suitsSystemPool(machine, system, policy.production));
  const together = onePool(
    candidate,
    cheapestPool(carriesSystem, { ...ask, minimumNodes: Math.max(ask.minimumNodes, system.minimumNodes) }),
    system.minimumNodes,
  );
  const systemPool = cheapestPool(carriesSystem, { ...ask, pods: [], minimumNodes: system.minimumNodes });
  const userPool = cheapestPool(general, { ...ask, minimumNodes: 1 });
  if (systemPool === null || userPool === null) return together;
  const apart: GeneralPools = {
    pools: [
      plannedPool(candidate, systemPool, "system", policy.zones),
      plannedPool(candidate, userPool, "general", policy.zones),
    ],
    binding: userPool.binding,
    costUsd: systemPool.costUsd + userPool.costUsd,
    notes: fewerNodesNote(userPool),
  };
  return together !== null && together.costUsd <= apart.costUsd ? together : apart;
}

/** `onDemand`: how many of its nodes may not be on spot capacity. */
function onePool(candidate: Candidate, pool: ChosenPool | null, onDemand?: number): GeneralPools | null {
  if (pool === null) return null;
  return {
    pools: [plannedPool(candidate, pool, "general", candidate.policy.zones, onDemand)],
    binding: pool.binding,
    costUsd: pool.costUsd,
    notes: fewerNodesNote(pool),
  };
}

/** Why the cheapest machines were not taken; nothing where they were. */
function fewerNodesNote({ option, count, costUsd, insteadOf }: ChosenPool): string[] {
  if (insteadOf === null) return [];
  const { option: small, count: many } = insteadOf;
  const saved = Math.round(costUsd - insteadOf.costUsd);
  return [
    `${count} × ${option.machine.id} are planned rather than ${many} × ${small.machine.id}, which would cost about ${saved} USD a month less: daemons take their part of every node, each holds fewer pods, and an upgrade goes node by node.`,
  ];
}

function tooLarge(candidate: Candidate, pods: SizedPodKind[], options: readonly NodeOption[]): Unplannable {
  const { region, requirement } = candidate;
  if (options.length === 0)
    return noMachine(
      candidate,
      `${requirement.features.includes("arm") ? "Arm machine" : "machine"} that could be a node`,
    );
  const largest = pods.reduce((a, b) =>
    b.cpuMillicores / 1000 + b.memoryMiB / 4096 > a.cpuMillicores / 1000 + a.memoryMiB / 4096 ? b : a,
  );
  return {
    rule: "pod-too-large",
    reason: `A pod that asks for ${largest.cpuMillicores} m CPU and ${largest.memoryMiB} MiB fits no machine in ${region.id}.`,
  };
}
