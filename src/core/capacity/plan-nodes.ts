import type { InstanceType } from "../catalog.ts";
import type { NodesCompute } from "../platform.ts";
import { clusterWorkload, PLANNING_REQUEST, podCount, type SizedPodKind, sized } from "../workload.ts";
import { type AskedNodes, askedOption, askedShape } from "./asked-nodes.ts";
import type { NodeOption } from "./node-options.ts";
import type { Candidate, ClusterPlan, PlannedPool, Unplannable } from "./plan.ts";
import { PRODUCTION_NODE } from "./policy.ts";
import { type ChosenPool, cheapestPool } from "./pool.ts";
import { poolCost } from "./pool-cost.ts";

/** Nodes for the pods of one cluster, or exactly the nodes that were asked for. */
export function planNodes(candidate: Candidate, compute: NodesCompute): ClusterPlan | Unplannable {
  const { platform, region, requirement, policy } = candidate;
  const all = candidate.options({
    platform,
    compute,
    regionId: region.id,
    commitment: requirement.commitment,
    existing: requirement.existingServers,
    publicNodes: !policy.privateNodes,
  });
  const architecture = requirement.features.includes("arm") ? "arm64" : "amd64";
  const options = all.filter(({ machine }) => machine.architecture === architecture);
  const workload = clusterWorkload(requirement);
  if (workload.kind === "nodes")
    return planAsked(candidate, compute, workload, options.length > 0 ? [options, all] : [all]);
  const pods = sized(workload.pods, PLANNING_REQUEST);
  const general = planGeneral(
    candidate,
    compute,
    pods.filter((pod) => pod.gpus === 0),
    options,
  );
  if (general === null) return tooLarge(candidate, pods, options);
  const gpuPods = pods.filter((pod) => pod.gpus > 0);
  const gpu = gpuPods.length === 0 ? null : planGpu(candidate, gpuPods, options.length > 0 ? options : all);
  if (gpuPods.length > 0 && gpu === null)
    return { rule: "no-gpu", reason: `No machine with enough GPUs is priced in ${region.id}.` };
  return {
    pools: [...general.pools, ...(gpu === null ? [] : [plannedPool(candidate, gpu, "gpu", 1)])],
    billedPods: [],
    pods: podCount(pods),
    zones: policy.zones,
    binding: general.binding,
    policy,
    notes:
      gpu !== null && policy.spareNodes > 0
        ? [
            `No spare GPU node is planned: one more ${gpu.option.machine.id} would cost ${Math.round(gpu.option.monthlyUsd)} USD a month.`,
          ]
        : [],
  };
}

interface GeneralPools {
  pools: PlannedPool[];
  binding: ClusterPlan["binding"];
  costUsd: number;
}

/** One pool for everything; or, where the platform wants a system pool, that pool apart when this is cheaper. */
function planGeneral(
  candidate: Candidate,
  compute: NodesCompute,
  pods: SizedPodKind[],
  options: readonly NodeOption[],
): GeneralPools | null {
  const { policy, tier } = candidate;
  const suits = ({ machine }: NodeOption) =>
    machine.gpus === 0 &&
    (!policy.production || (machine.vcpu >= PRODUCTION_NODE.vcpu && machine.memoryGiB >= PRODUCTION_NODE.memoryGiB));
  const general = options.filter(suits);
  const costUsd = poolCost(candidate);
  const ask = { pods, policy, minimumNodes: compute.minimumNodes, servers: tier.servers ?? 0, costUsd };
  if (compute.systemPool === null) return onePool(candidate, cheapestPool(general, ask));
  const system = compute.systemPool;
  const carriesSystem = general.filter(({ machine }) => suitsSystemPool(machine, system, policy.production));
  const together = onePool(
    candidate,
    cheapestPool(carriesSystem, { ...ask, minimumNodes: Math.max(ask.minimumNodes, system.minimumNodes) }),
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
  };
  return together !== null && together.costUsd <= apart.costUsd ? together : apart;
}

/** Whether a machine may carry the platform's own pods: half the advised CPU is tolerated outside production. */
export function suitsSystemPool(
  machine: InstanceType,
  system: NonNullable<NodesCompute["systemPool"]>,
  production: boolean,
): boolean {
  const vcpu = production ? system.minimumVcpu : system.minimumVcpu / 2;
  return machine.cpu !== "burstable" && machine.vcpu >= vcpu && machine.memoryGiB >= system.minimumMemoryGiB;
}

function onePool(candidate: Candidate, pool: ChosenPool | null): GeneralPools | null {
  if (pool === null) return null;
  return {
    pools: [plannedPool(candidate, pool, "general", candidate.policy.zones)],
    binding: pool.binding,
    costUsd: pool.costUsd,
  };
}

function planGpu(candidate: Candidate, pods: SizedPodKind[], options: readonly NodeOption[]): ChosenPool | null {
  const policy = { ...candidate.policy, zones: 1, spareNodes: 0, spareInEachZone: false };
  const withGpus = options.filter(({ machine }) => machine.gpus > 0);
  return cheapestPool(withGpus, { pods, policy, minimumNodes: 1, servers: 0, costUsd: poolCost(candidate) });
}

function plannedPool(candidate: Candidate, pool: ChosenPool, role: PlannedPool["role"], zones: number): PlannedPool {
  return {
    role,
    machine: pool.option.machine,
    count: pool.count,
    spotCount: role === "system" ? 0 : spotCount(candidate, pool.option, pool.count),
    zones,
    category: pool.option.category,
    allocatable: pool.option.allocatable,
    includedTransferGiB: pool.option.includedTransferGiB,
    packed: pool.packed,
  };
}

/** Nodes on spot capacity: the asked share, rounded down, with one node always left on demand. */
function spotCount({ platform, region, requirement, book }: Candidate, option: NodeOption, count: number): number {
  if (requirement.spotPercent === 0 || platform.features.spot?.status !== "yes") return 0;
  const priced = book.price(platform.provider ?? "", option.machine.id, region.id, { category: "dynamic" }) !== null;
  return priced ? Math.min(count - 1, Math.floor((count * requirement.spotPercent) / 100)) : 0;
}

function planAsked(
  candidate: Candidate,
  compute: NodesCompute,
  asked: AskedNodes,
  choices: (readonly NodeOption[])[],
): ClusterPlan | Unplannable {
  const { platform, tier, policy, book, region } = candidate;
  const shape = askedShape(asked, book);
  const system = compute.systemPool;
  const allowed = (options: readonly NodeOption[]) =>
    system === null
      ? options
      : options.filter(({ machine }) =>
          suitsSystemPool(machine, { ...system, minimumVcpu: 2, minimumMemoryGiB: 2 }, true),
        );
  const option =
    choices.map((options) => askedOption(asked, shape, allowed(options))).find((found) => found !== null) ?? null;
  if (option === null)
    return {
      rule: "no-machine",
      reason: `No machine with ${shape.vcpu} vCPU and ${shape.memoryGiB} GiB can be ordered in ${region.id}.`,
    };
  const servers = tier.servers ?? 0;
  if (asked.nodes < servers)
    return { rule: "too-few-nodes", reason: `That needs at least ${servers} servers; you asked for ${asked.nodes}.` };
  const zones = platform.zones.perZoneCounts ? policy.zones : Math.min(policy.zones, asked.nodes);
  const count = platform.zones.perZoneCounts ? asked.nodes * policy.zones : asked.nodes;
  const pool: ChosenPool = { option, count, costUsd: 0, binding: "asked", packed: [] };
  return {
    pools: [plannedPool(candidate, pool, "general", zones)],
    billedPods: [],
    pods: 0,
    zones,
    binding: "asked",
    policy: { ...policy, zones },
    notes: askedNotes(asked, option.machine, compute, policy.production),
  };
}

function askedNotes(asked: AskedNodes, machine: InstanceType, compute: NodesCompute, production: boolean): string[] {
  const system = compute.systemPool;
  const notes: string[] = [
    "Priced as asked: size from measured requests before you buy, since nobody knows here what runs on it.",
  ];
  if (asked.nodes < 2 && production) notes.push("One node tolerates no loss, and every upgrade stops the service.");
  if (system !== null && asked.nodes < system.minimumNodes)
    notes.push(`Its system pool wants at least ${system.minimumNodes} nodes; you asked for ${asked.nodes}.`);
  if (system !== null && machine.vcpu < system.minimumVcpu)
    notes.push(`${system.minimumVcpu} vCPU are advised for its system pool; ${machine.id} has ${machine.vcpu}.`);
  if (asked.instanceType !== null && machine.id.toLowerCase() !== asked.instanceType.toLowerCase()) {
    notes.push(
      `${asked.instanceType} does not exist there: priced with ${machine.id}, the cheapest at least as large.`,
    );
  }
  return notes;
}

function tooLarge({ region }: Candidate, pods: SizedPodKind[], options: readonly NodeOption[]): Unplannable {
  if (options.length === 0)
    return { rule: "no-machine", reason: `No machine that could be a node can be ordered in ${region.id}.` };
  const largest = pods.reduce((a, b) =>
    b.cpuMillicores / 1000 + b.memoryMiB / 4096 > a.cpuMillicores / 1000 + a.memoryMiB / 4096 ? b : a,
  );
  return {
    rule: "pod-too-large",
    reason: `A pod that asks for ${largest.cpuMillicores} m CPU and ${largest.memoryMiB} MiB fits no machine in ${region.id}.`,
  };
}
