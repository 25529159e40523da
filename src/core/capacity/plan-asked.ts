import type { NodesCompute } from "../catalog/platform.ts";
import type { ClusterWorkload } from "../question/workload.ts";
import { askedOption, askedShape, nameNotes } from "./asked-nodes.ts";
import type { Candidate, ClusterPlan, Unplannable } from "./cluster-plan.ts";
import { noGpu } from "./gpu-pool.ts";
import { noMachine } from "./no-machine.ts";
import type { NodeOption } from "./node-options.ts";
import { plannedPool } from "./planned-pool.ts";
import { zonesUsed } from "./policy.ts";
import { type SystemPool, toleratedAsSystem } from "./system-pool.ts";

/** A workload given in machines of one kind. */
type AskedNodes = Extract<ClusterWorkload, { kind: "nodes" }>;

/** Nodes of one machine, in the order they are planned. */
interface AskedPool {
  role: "general" | "system";
  option: NodeOption;
  count: number;
}

/**
 * The nodes that were asked for, as many as said: the machine by its name, else the cheapest at least as large. Where the
 * platform wants a system pool that this machine may not carry, as few nodes as that pool needs are of one that may.
 * A name is looked for in all `choices`, a size in the first that has it.
 */
export function planAsked(
  candidate: Candidate,
  compute: NodesCompute,
  asked: AskedNodes,
  choices: readonly (readonly NodeOption[])[],
): ClusterPlan | Unplannable {
  const { platform, tier, policy } = candidate;
  const servers = tier.servers ?? 0;
  if (asked.nodes < servers)
    return { rule: "too-few-nodes", reason: `That needs at least ${servers} servers; you asked for ${asked.nodes}.` };
  const count = platform.zones.perZoneCounts ? asked.nodes * policy.zones : asked.nodes;
  const pools = askedPools(candidate, compute.systemPool, { ...asked, nodes: count }, choices);
  if (pools === null) {
    const shape = askedShape(asked, candidate.book);
    if (shape.gpus > 0) return noGpu(candidate, shape.gpuModel);
    return noMachine(candidate, `machine with ${shape.vcpu} vCPU and ${shape.memoryGiB} GiB`);
  }
  const zones = zonesUsed(policy, candidate.requirement, platform);
  const onDemand = pools.length === 1 ? compute.systemPool?.minimumNodes : undefined; // it carries the system pods as well
  return {
    pools: pools.map(({ role, ...pool }) =>
      plannedPool(candidate, { ...pool, packed: [] }, role, Math.min(zones, pool.count), onDemand),
    ),
    billedPods: [],
    pods: 0,
    zones,
    binding: "asked",
    policy: { ...policy, zones },
    notes: [...askedNotes(candidate, compute.systemPool, asked, pools), ...zoneNotes(policy.zones, zones)],
  };
}

function askedPools(
  candidate: Candidate,
  system: SystemPool | null,
  asked: AskedNodes,
  choices: readonly (readonly NodeOption[])[],
): AskedPool[] | null {
  const shape = askedShape(asked, candidate.book);
  const general = askedOption(shape, choices);
  if (system === null) return general === null ? null : [{ role: "general", option: general, count: asked.nodes }];
  const carries = ({ machine }: NodeOption) => toleratedAsSystem(machine, system);
  const carriers = choices.map((options) => options.filter(carries));
  const carrier = askedOption(shape, carriers);
  if (general === null || carrier === null) return null;
  const rest = asked.nodes - system.minimumNodes;
  if (general === carrier || rest <= 0) return [{ role: "general", option: carrier, count: asked.nodes }];
  return [
    { role: "system", option: carrier, count: system.minimumNodes },
    { role: "general", option: general, count: rest },
  ];
}

function askedNotes(
  candidate: Candidate,
  system: SystemPool | null,
  asked: AskedNodes,
  pools: readonly AskedPool[],
): string[] {
  const notes: string[] = [
    "CostedCandidate as asked: size from measured requests before you buy, since nobody knows here what runs on it.",
  ];
  const { requirement, policy, platform } = candidate;
  const { clusters } = requirement;
  const zones = platform.zones.perZoneCounts ? policy.zones : 1;
  if ("nodes" in requirement.workload && asked.nodes * clusters !== requirement.workload.nodes)
    notes.push(
      `${requirement.workload.nodes} nodes do not divide by ${clusters} clusters: ${asked.nodes} each${zones > 1 ? " in every zone" : ""} are priced, ${asked.nodes * clusters * zones} in all.`,
    );
  const isNamed = ({ option }: AskedPool) =>
    candidate.book.findInstanceTypes(asked.instanceType ?? "").includes(option.machine);
  const priced = pools.find(isNamed) ?? pools[pools.length - 1];
  if (priced !== undefined) notes.push(...nameNotes(asked.instanceType, priced.option.machine, candidate.book));
  return system === null ? notes : [...notes, ...systemNotes(candidate, system, asked, pools)];
}

/** That three zones were meant, and why there are fewer. */
const zoneNotes = (meant: number, zones: number): string[] =>
  zones < meant
    ? [
        `Spread over ${zones === 1 ? "one zone" : `${zones} zones`}: what you ask for wants ${meant}, and a node in each.`,
      ]
    : [];

function systemNotes(
  { policy }: Candidate,
  system: SystemPool,
  asked: AskedNodes,
  pools: readonly AskedPool[],
): string[] {
  const [carrier, rest] = pools;
  if (carrier === undefined) return [];
  const { id, vcpu } = carrier.option.machine;
  const notes: string[] = [];
  if (rest !== undefined)
    notes.push(
      `${carrier.count} of the nodes are ${id}: they carry the cluster's own system pool, where ${rest.option.machine.id} is not allowed.${policy.zones > carrier.count ? " The others stand in the zones that these leave." : ""}`,
    );
  if (asked.nodes < system.minimumNodes)
    notes.push(`Its system pool wants at least ${system.minimumNodes} nodes; you asked for ${asked.nodes}.`);
  if (vcpu < system.minimumVcpu)
    notes.push(`${system.minimumVcpu} vCPU are advised for its system pool; ${id} has ${vcpu}.`);
  return notes;
}
