import type { Cluster } from "../decision/estimate.ts";
import type { SizedPodKind } from "../question/workload.ts";
import type { NodeOption } from "./node-options.ts";
import { demandOf, fewestNodes, fitsAlone, nodeCount, type PackedNodes, packPods } from "./packing.ts";
import { MOST_NODES, type Policy, poolCount } from "./policy.ts";

/** What a pool of nodes must hold, and how its cost is counted. */
export interface PoolAsk {
  pods: readonly SizedPodKind[];
  policy: Policy;
  minimumNodes: number;
  servers: number; // nodes that carry a self-run control plane; 0 for none
  /** What a pool of that many such nodes costs a month, USD: never less than count × `monthlyUsd`. */
  costUsd: (option: NodeOption, count: number) => number;
}

/** The cheapest pool that holds it. */
export interface ChosenPool {
  option: NodeOption;
  count: number;
  costUsd: number;
  binding: Cluster["binding"];
  packed: readonly PackedNodes[];
  /** The cheapest pool of all, where it has too many nodes and this one is taken instead; null where this one is the cheapest. */
  insteadOf: { option: NodeOption; count: number; costUsd: number } | null;
}

/**
 * The pool of equal machines that holds the pods under the policy and costs least; null when no machine can. For production
 * one of few nodes is taken for a cheaper one of very many.
 */
export function cheapestPool(options: readonly NodeOption[], ask: PoolAsk): ChosenPool | null {
  const cheapest = cheapestOf(options, ask, Number.POSITIVE_INFINITY);
  if (cheapest === null || !ask.policy.production || cheapest.count <= MOST_NODES) return cheapest;
  const fewer = cheapestOf(options, ask, MOST_NODES);
  return fewer === null ? cheapest : { ...fewer, insteadOf: cheapest };
}

/**
 * The cheapest pool of at most so many nodes.
 * Machines are tried from the cheapest lower bound up, until the bound passes the best found: the rest cannot win.
 */
function cheapestOf(options: readonly NodeOption[], ask: PoolAsk, mostNodes: number): ChosenPool | null {
  const demand = demandOf(ask.pods);
  const bounded = options
    .filter((option) => fitsAlone(demand, option.usable))
    .map((option) => {
      const fewest = Math.max(fewestNodes(demand, option.usable).nodes, ask.servers - ask.policy.spareNodes);
      const count = poolCount(fewest, ask.minimumNodes, ask.policy);
      return { option, count, boundUsd: count * option.monthlyUsd };
    })
    .filter(({ count }) => count <= mostNodes)
    .sort((a, b) => a.boundUsd - b.boundUsd);
  let best: ChosenPool | null = null;
  for (const { option, boundUsd } of bounded) {
    if (best !== null && boundUsd > best.costUsd) break;
    const pool = poolOf(option, ask);
    if (pool !== null && pool.count <= mostNodes && (best === null || isBetter(pool, best, ask.policy))) best = pool;
  }
  return best;
}

function poolOf(option: NodeOption, ask: PoolAsk): ChosenPool | null {
  const on = (servers: number) =>
    packPods(ask.pods, option.usable, servers > 0 ? { count: servers, capacity: option.serverUsable } : undefined);
  const packed = on(ask.servers);
  if (packed === null) return null;
  const needed = neededNodes(nodeCount(packed), ask, (servers) => nodeCount(on(servers) ?? packed));
  const count = poolCount(needed, Math.max(ask.minimumNodes, ask.servers), ask.policy);
  return {
    option,
    count,
    costUsd: ask.costUsd(option, count),
    binding: binding(option, needed, count, ask),
    packed,
    insteadOf: null,
  };
}

/** Nodes that must be left when one is lost. Servers are there anyway: where fewer of them hold the pods, they are the spare ones. */
function neededNodes(packed: number, { servers, policy }: PoolAsk, nodesWith: (servers: number) => number): number {
  const left = servers - policy.spareNodes;
  return packed === servers && left < servers && left > 0 && nodesWith(left) === left ? left : packed;
}

/** What decides the count: the platform's minimum, the spare node where one node would do, else the scarcest resource. */
function binding(option: NodeOption, needed: number, count: number, ask: PoolAsk): Cluster["binding"] {
  if (poolCount(0, Math.max(ask.minimumNodes, ask.servers), ask.policy) >= count) return "minimum";
  return needed <= 1 && ask.policy.spareNodes > 0 ? "n+1" : fewestNodes(demandOf(ask.pods), option.usable).limit;
}

/** Cheaper wins; at the same cost, the one with fewer surprises, then the larger machines: they lose less to daemons. */
function isBetter(a: ChosenPool, b: ChosenPool, policy: Policy): boolean {
  const difference = a.costUsd - b.costUsd;
  if (Math.abs(difference) > 0.005) return difference < 0;
  const surprise = surprises(a, policy) - surprises(b, policy);
  if (surprise !== 0) return surprise < 0;
  return a.count !== b.count ? a.count < b.count : a.option.machine.id < b.option.machine.id;
}

const surprises = ({ option }: ChosenPool, policy: Policy) =>
  (policy.production && option.machine.cpu === "burstable" ? 2 : 0) + (option.machine.cpu === "shared" ? 1 : 0);
