import type { NodesCompute } from "../catalog/platform.ts";
import { type AskedPool, type ClusterWorkload, PLANNING_REQUEST, podCount, sized } from "../question/workload.ts";
import { askedOption, askedShape, nameNotes } from "./asked-nodes.ts";
import type { Candidate, ClusterPlan, PlannedPool, Unplannable } from "./cluster-plan.ts";
import type { FoundPool } from "./found-pool.ts";
import { noGpu } from "./gpu-pool.ts";
import { noMachine } from "./no-machine.ts";
import type { NodeOption } from "./node-options.ts";
import type { PackedNodes } from "./packing.ts";
import { plannedPool, spotPriced } from "./planned-pool.ts";
import { cheapestPool } from "./pool.ts";
import { poolCost } from "./pool-cost.ts";
import { fitNotes, placeOnPools } from "./pool-fit.ts";
import { suitsSystemPool, toleratedAsSystem } from "./system-pool.ts";

type AskedPools = Extract<ClusterWorkload, { kind: "pools" }>;

/**
 * The pools that were asked for, each as many machines as said, and the pods on them: what fits nowhere is said with the nodes
 * that would hold it. A platform that wants a system pool which none of them may carry gets one beside them.
 */
export function planPools(
  candidate: Candidate,
  compute: NodesCompute,
  { pools: asked, pods }: AskedPools,
  choices: readonly (readonly NodeOption[])[],
): ClusterPlan | Unplannable {
  const { book, tier, platform, policy } = candidate;
  const found: FoundPool[] = [];
  for (const pool of asked) {
    const shape = askedShape(pool, book);
    const option = askedOption(shape, choices);
    if (option === null && shape.gpus > 0) return noGpu(candidate, shape.gpuModel);
    if (option === null) return noMachine(candidate, `machine with ${shape.vcpu} vCPU and ${shape.memoryGiB} GiB`);
    found.push({ asked: pool, option });
  }
  const servers = tier.servers ?? 0;
  const lasting = found.filter(({ asked: { spot } }) => !spot).reduce((sum, { asked: { count } }) => sum + count, 0);
  if (lasting < servers)
    return {
      rule: "too-few-nodes",
      reason: `That needs at least ${servers} servers that stay; your pools have ${lasting} machines off spot capacity.`,
    };
  const kinds = sized(pods, PLANNING_REQUEST);
  const placed = placeOnPools(found, kinds, servers);
  const planned = found.map((pool, i) => askedPool(candidate, pool, placed.nodes[i] ?? []));
  const system = systemPool(candidate, compute, found, choices);
  if (system !== null && "rule" in system) return system;
  const zones = Math.max(...planned.map((pool) => pool.zones));
  return {
    pools: [...(system === null ? [] : [system]), ...planned],
    billedPods: [],
    pods: podCount(pods),
    zones: platform.zones.always ? policy.zones : zones,
    binding: "asked",
    policy: { ...policy, zones },
    notes: [
      ...fitNotes(candidate, found, kinds, servers),
      ...found.flatMap((pool, i) => poolNotes(candidate, pool, planned[i])),
      ...(system === null
        ? []
        : [`${system.count} × ${system.machine.id} come on top: none of your pools may be its system pool.`]),
    ],
  };
}

function askedPool(candidate: Candidate, { asked, option }: FoundPool, packed: readonly PackedNodes[]): PlannedPool {
  const { count } = asked;
  const role = option.machine.gpus > 0 ? "gpu" : "general";
  const pool = plannedPool(candidate, { option, count, packed }, role, zonesOf(candidate, asked));
  return {
    ...pool,
    spotCount: asked.spot && spotPriced(candidate, option.machine.id) ? count : 0,
    hoursPerMonth: asked.hoursPerMonth ?? pool.hoursPerMonth,
  };
}

/** Zones a pool stands in: no more than the platform has and it has machines; as many in each where the platform counts by zone. */
function zonesOf({ platform: { zones }, policy }: Candidate, { zones: wanted, count }: AskedPool): number {
  const most = Math.min(wanted ?? policy.zones, zones.most, count);
  return zones.perZoneCounts ? ([3, 2, 1].find((each) => each <= most && count % each === 0) ?? 1) : most;
}

/** The system pool that the platform wants, where none of the pools may be it; null where none is wanted or one may. */
function systemPool(
  candidate: Candidate,
  { systemPool: system }: NodesCompute,
  found: readonly FoundPool[],
  choices: readonly (readonly NodeOption[])[],
): PlannedPool | Unplannable | null {
  const carries = ({ asked: { spot, count }, option: { machine } }: FoundPool) =>
    !spot &&
    machine.gpus === 0 &&
    system !== null &&
    count >= system.minimumNodes &&
    toleratedAsSystem(machine, system);
  if (system === null || found.some(carries)) return null;
  const policy = { ...candidate.policy, zones: 1, spareNodes: 0, spareInEachZone: false };
  const options = (choices[0] ?? []).filter(
    ({ machine }) => machine.gpus === 0 && suitsSystemPool(machine, system, policy.production),
  );
  const ask = { pods: [], policy, minimumNodes: system.minimumNodes, servers: 0, costUsd: poolCost(candidate) };
  const pool = cheapestPool(options, ask);
  return pool === null
    ? noMachine(candidate, "machine for its system pool")
    : plannedPool(candidate, pool, "system", 1);
}

function poolNotes(candidate: Candidate, { asked, option: { machine } }: FoundPool, planned?: PlannedPool): string[] {
  const { clusters } = candidate.requirement;
  return [
    ...nameNotes(asked.instanceType, machine, candidate.book),
    ...(asked.spot && planned?.spotCount === 0
      ? [`${machine.id} is priced on demand: it is not sold on spot capacity there, or nobody knows at what price.`]
      : []),
    ...(asked.zones !== null && planned !== undefined && planned.zones < asked.zones
      ? [`${asked.count} × ${machine.id} stand in ${planned.zones} of the ${asked.zones} zones that you asked for.`]
      : []),
    ...(clusters > 1 ? [`${asked.count} × ${machine.id} in each of ${clusters} clusters are priced.`] : []),
  ];
}
