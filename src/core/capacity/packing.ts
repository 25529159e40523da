import type { SizedPodKind } from "../question/workload.ts";
import type { Capacity } from "./allocatable.ts";

/** Nodes that hold the same pods: `holds[i]` is how many of each one's pods are of `kinds[i]`. */
export interface PackedNodes {
  count: number;
  holds: Map<SizedPodKind, number>;
}

interface OpenNodes extends PackedNodes {
  cpu: number;
  memory: number;
  pods: number;
  gpus: number;
}

/**
 * Places every pod, first fit by decreasing size, on the nodes that are there (`fixed`) and then on as many new ones as needed.
 * Returns all nodes in the order they were opened, `fixed` first and even when empty; null when a pod is larger than a new node.
 * Time grows with kinds, not with replicas: equal nodes are kept as one.
 */
export function packPods(
  pods: readonly SizedPodKind[],
  node: Capacity,
  fixed?: { count: number; capacity: Capacity },
): PackedNodes[] | null {
  const kinds = [...pods].sort((a, b) => share(b, node) - share(a, node) || (a.name < b.name ? -1 : 1));
  const closed: OpenNodes[] = [];
  const open: OpenNodes[] = fixed && fixed.count > 0 ? [opened(fixed.count, fixed.capacity)] : [];
  const rest = smallestRemaining(kinds);
  for (const [index, kind] of kinds.entries()) {
    const left = placeOnOpen(kind, open, kind.replicas);
    if (left > 0) {
      const fits = mostOn(kind, opened(1, node));
      if (fits === 0) return null;
      const full = Math.floor(left / fits);
      if (full > 0) open.push(filled(opened(full, node), kind, fits));
      if (left % fits > 0) open.push(filled(opened(1, node), kind, left % fits));
    }
    // Nodes that cannot take even the smallest request still to come are set aside: this keeps large inputs fast.
    const least = rest[index + 1];
    if (least !== undefined) {
      let kept = 0;
      for (const nodes of open) {
        if (canTake(nodes, least)) open[kept++] = nodes;
        else closed.push(nodes);
      }
      open.length = kept;
    }
  }
  return [...closed, ...open];
}

/** Pods that found no place, with as many replicas as are left over. */
export interface Placed {
  nodes: PackedNodes[][]; // of each group, in their order; nodes that stay empty among them
  left: SizedPodKind[];
}

/**
 * Places pods, first fit by decreasing size, on the nodes that are there and on no others: each kind on the groups that
 * `accepts` lets it, in their order.
 */
export function placePods(
  pods: readonly SizedPodKind[],
  groups: readonly { count: number; capacity: Capacity }[],
  accepts: (group: number, kind: SizedPodKind) => boolean,
): Placed {
  const largest = largestOf(groups.map(({ capacity }) => capacity));
  const kinds = [...pods].sort((a, b) => share(b, largest) - share(a, largest) || (a.name < b.name ? -1 : 1));
  const open = groups.map(({ count, capacity }) => (count === 0 ? [] : [opened(count, capacity)]));
  const left = kinds.flatMap((kind) => {
    let replicas = kind.replicas;
    for (const [i, nodes] of open.entries())
      if (replicas > 0 && accepts(i, kind)) replicas = placeOnOpen(kind, nodes, replicas);
    return replicas > 0 ? [{ ...kind, replicas }] : [];
  });
  return { nodes: open, left };
}

const largestOf = (capacities: readonly Capacity[]): Capacity => ({
  cpuMillicores: Math.max(1, ...capacities.map(({ cpuMillicores }) => cpuMillicores)),
  memoryMiB: Math.max(1, ...capacities.map(({ memoryMiB }) => memoryMiB)),
  pods: Math.max(1, ...capacities.map(({ pods }) => pods)),
  gpus: Math.max(0, ...capacities.map(({ gpus }) => gpus)),
});

/** Nodes in a packing. */
export function nodeCount(packed: readonly PackedNodes[]): number {
  return packed.reduce((sum, nodes) => sum + nodes.count, 0);
}

/** What pods ask for: all together, and the most that one of them does. */
export interface Demand {
  total: Capacity;
  most: Omit<Capacity, "pods">;
}

/** What `pods` ask for. */
export function demandOf(pods: readonly SizedPodKind[]): Demand {
  const total = { cpuMillicores: 0, memoryMiB: 0, pods: 0, gpus: 0 };
  const most = { cpuMillicores: 0, memoryMiB: 0, gpus: 0 };
  for (const kind of pods) {
    total.cpuMillicores += kind.replicas * kind.cpuMillicores;
    total.memoryMiB += kind.replicas * kind.memoryMiB;
    total.gpus += kind.replicas * kind.gpus;
    total.pods += kind.replicas;
    most.cpuMillicores = Math.max(most.cpuMillicores, kind.cpuMillicores);
    most.memoryMiB = Math.max(most.memoryMiB, kind.memoryMiB);
    most.gpus = Math.max(most.gpus, kind.gpus);
  }
  return { total, most };
}

/** Whether each pod fits on a node of its own. */
export const fitsAlone = ({ most }: Demand, node: Capacity): boolean =>
  most.cpuMillicores <= node.cpuMillicores && most.memoryMiB <= node.memoryMiB && most.gpus <= node.gpus;

/** The fewest nodes that could hold the pods whatever the packing, and which limit says so. */
export function fewestNodes(
  { total }: Demand,
  node: Capacity,
): { nodes: number; limit: "cpu" | "memory" | "pods" | "gpus" } {
  const cpu = total.cpuMillicores / node.cpuMillicores;
  const memory = total.memoryMiB / node.memoryMiB;
  const pods = total.pods / node.pods;
  const gpus = total.gpus === 0 ? 0 : total.gpus / node.gpus;
  const most = Math.max(cpu, memory, pods, gpus);
  const limit = most === memory ? "memory" : most === cpu ? "cpu" : most === pods ? "pods" : "gpus";
  return { nodes: Math.ceil(most - 1e-9), limit };
}

/** How many of `replicas` find no place on open nodes. */
function placeOnOpen(kind: SizedPodKind, open: OpenNodes[], replicas: number): number {
  let left = replicas;
  for (let i = 0; i < open.length && left > 0; i++) {
    const nodes = open[i] as OpenNodes;
    const fits = mostOn(kind, nodes);
    if (fits === 0) continue;
    const full = Math.min(nodes.count, Math.floor(left / fits));
    const partly = full < nodes.count ? left - full * fits : 0;
    const parts: OpenNodes[] = [];
    if (full > 0) parts.push(filled({ ...nodes, count: full, holds: new Map(nodes.holds) }, kind, fits));
    if (partly > 0) parts.push(filled({ ...nodes, count: 1, holds: new Map(nodes.holds) }, kind, partly));
    const untouched = nodes.count - full - (partly > 0 ? 1 : 0);
    if (untouched > 0) parts.push({ ...nodes, count: untouched });
    open.splice(i, 1, ...parts);
    left -= full * fits + partly;
    i += parts.length - 1;
  }
  return left;
}

const opened = (count: number, capacity: Capacity): OpenNodes => ({
  count,
  holds: new Map(),
  cpu: capacity.cpuMillicores,
  memory: capacity.memoryMiB,
  pods: capacity.pods,
  gpus: capacity.gpus,
});

function filled(nodes: OpenNodes, kind: SizedPodKind, each: number): OpenNodes {
  nodes.cpu -= each * kind.cpuMillicores;
  nodes.memory -= each * kind.memoryMiB;
  nodes.gpus -= each * kind.gpus;
  nodes.pods -= each;
  nodes.holds.set(kind, each);
  return nodes;
}

/** How many pods of a kind one of these nodes still takes. */
function mostOn(kind: SizedPodKind, nodes: OpenNodes): number {
  if (nodes.cpu < kind.cpuMillicores || nodes.memory < kind.memoryMiB) return 0; // the usual case, without a division
  const byGpu = kind.gpus > 0 ? Math.floor(nodes.gpus / kind.gpus) : nodes.pods;
  return Math.max(
    0,
    Math.min(nodes.pods, byGpu, Math.floor(nodes.cpu / kind.cpuMillicores), Math.floor(nodes.memory / kind.memoryMiB)),
  );
}

const share = (kind: SizedPodKind, node: Capacity) =>
  Math.max(kind.cpuMillicores / node.cpuMillicores, kind.memoryMiB / node.memoryMiB);

interface Least {
  cpu: number;
  memory: number;
}
const canTake = (nodes: OpenNodes, least: Least) =>
  nodes.pods > 0 && nodes.cpu >= least.cpu && nodes.memory >= least.memory;

/** `[i]`: the smallest CPU and the smallest memory that any kind from `i` on asks for. */
function smallestRemaining(kinds: readonly SizedPodKind[]): Least[] {
  const rest: Least[] = [];
  let least: Least = { cpu: Number.POSITIVE_INFINITY, memory: Number.POSITIVE_INFINITY };
  for (let i = kinds.length - 1; i >= 0; i--) {
    const kind = kinds[i] as SizedPodKind;
    least = { cpu: Math.min(least.cpu, kind.cpuMillicores), memory: Math.min(least.memory, kind.memoryMiB) };
    rest[i] = least;
  }
  return rest;
}
