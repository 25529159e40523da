import { money, plainNumber } from "../cost/money.ts";
import type { SizedPodKind } from "../question/workload.ts";
import { podCount } from "../question/workload.ts";
import type { Capacity } from "./allocatable.ts";
import type { Candidate } from "./cluster-plan.ts";
import type { FoundPool } from "./found-pool.ts";
import { demandOf, fewestNodes, fitsAlone, nodeCount, type PackedNodes, packPods, placePods } from "./packing.ts";

/** Pods on given pools: what each pool's nodes hold, and the pods that find no place. */
interface OnPools {
  nodes: PackedNodes[][];
  left: SizedPodKind[];
}

/**
 * The pods placed on the pools: those with a GPU where there are GPUs, the others beside them as long as any other pool is there,
 * machines that stay before spot capacity. The first `servers` machines that stay carry the control plane as well.
 */
export function placeOnPools(found: readonly FoundPool[], pods: readonly SizedPodKind[], servers: number): OnPools {
  const order = found.map((_, i) => i).sort((a, b) => rank(found[a]) - rank(found[b]) || a - b);
  let carrying = servers;
  const groups = order.flatMap((pool) => {
    const { asked, option } = found[pool] as FoundPool;
    const carriers = asked.spot ? 0 : Math.min(carrying, asked.count);
    carrying -= carriers;
    return [
      { pool, count: carriers, capacity: option.serverUsable },
      { pool, count: asked.count - carriers, capacity: option.usable },
    ];
  });
  const onlyGpus = found.every(({ option }) => option.machine.gpus > 0);
  const { nodes, left } = placePods(
    pods,
    groups,
    (group, kind) => onlyGpus || kind.gpus > 0 || (groups[group]?.capacity.gpus ?? 0) === 0,
  );
  return {
    nodes: found.map((_, i) => groups.flatMap(({ pool }, group) => (pool === i ? (nodes[group] ?? []) : []))),
    left,
  };
}

const rank = (pool: FoundPool | undefined) => (pool?.asked.spot ? 1 : 0);

/** Whether the pods fit: which does not, by which limit, and how many more nodes would hold it; also with one node lost. */
export function fitNotes(
  candidate: Candidate,
  found: readonly FoundPool[],
  pods: readonly SizedPodKind[],
  servers: number,
): string[] {
  if (pods.length === 0)
    return [
      "CostedCandidate as asked: size from measured requests before you buy, since nobody knows here what runs on it.",
    ];
  const { left } = placeOnPools(found, pods, servers);
  const [first] = left;
  if (first !== undefined) return [misfit(candidate, found, { first, left, pods })];
  const all = `All ${podCount(pods)} pods fit on your pools`;
  if (candidate.policy.spareNodes === 0) return [`${all}.`];
  const lost = largestLoss(found, pods, servers);
  return [
    lost === null
      ? `${all}, with any one node lost as well.`
      : `${all}, but not with one ${lost} lost: plan one more of it.`,
  ];
}

/** The machine whose loss leaves a pod without a place; null for none. Pods with a GPU have no spare node anywhere. */
function largestLoss(found: readonly FoundPool[], pods: readonly SizedPodKind[], servers: number): string | null {
  const plain = pods.filter((pod) => pod.gpus === 0);
  for (const [i, { asked, option }] of found.entries()) {
    if (option.machine.gpus > 0) continue;
    const less = found.map((pool, j) => (i === j ? { ...pool, asked: { ...asked, count: asked.count - 1 } } : pool));
    if (placeOnPools(less, plain, servers).left.length > 0) return option.machine.id;
  }
  return null;
}

/** Pods that find no place: of which kind first, all of them, and of what. */
interface Misfit {
  first: SizedPodKind;
  left: readonly SizedPodKind[];
  pods: readonly SizedPodKind[];
}

function misfit({ requirement, book }: Candidate, found: readonly FoundPool[], { first, left, pods }: Misfit): string {
  const size = `${plainNumber(first.cpuMillicores)} m CPU, ${plainNumber(first.memoryMiB)} MiB${first.gpus > 0 ? `, ${first.gpus} GPUs` : ""}`;
  const of = podCount(pods.filter(({ name }) => name === first.name));
  const others = podCount(left) - first.replicas;
  const more = others === 0 ? "" : ` and ${plainNumber(others)} others`;
  const who = `${plainNumber(first.replicas)} of ${plainNumber(of)} pods “${first.name}” (${size})${more} find no place on your pools`;
  const demand = demandOf(left);
  const holding = found
    .filter(({ option }) => fitsAlone(demand, option.usable))
    .sort((a, b) => a.option.monthlyUsd - b.option.monthlyUsd)[0];
  if (holding === undefined) return `${who}: ${tooSmall(found, first)}.`;
  const { usable, machine, monthlyUsd } = holding.option;
  const count = nodeCount(packPods(left, usable) ?? []);
  const { limit } = fewestNodes(demand, usable);
  const each = requirement.clusters > 1 ? " in each cluster" : "";
  const cost = money(book.convert(count * monthlyUsd, "USD", requirement.currency), requirement.currency);
  return `${who}: ${LIMITS[limit]} runs out. ${count} more ${machine.id}${each} would hold them, for about ${cost} a month.`;
}

const LIMITS = { cpu: "CPU", memory: "memory", pods: "room for pods", gpus: "the number of GPUs" };

/** "the largest node leaves 3,920 m CPU": the limit that no machine of the pools meets. */
function tooSmall(found: readonly FoundPool[], pod: SizedPodKind): string {
  const most = (of: (capacity: Capacity) => number) => Math.max(0, ...found.map(({ option }) => of(option.usable)));
  const gpus = most((capacity) => capacity.gpus);
  const cpu = most(({ cpuMillicores }) => cpuMillicores);
  const memory = most(({ memoryMiB }) => memoryMiB);
  if (pod.gpus > gpus) return gpus === 0 ? "no machine has a GPU" : `no machine has more than ${gpus} GPUs`;
  if (pod.cpuMillicores > cpu) return `no node leaves more than ${plainNumber(cpu)} m CPU`;
  if (pod.memoryMiB > memory) return `no node leaves more than ${plainNumber(memory)} MiB`;
  return "no one machine has all that they ask for";
}
