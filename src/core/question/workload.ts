import { MIB_PER_GIB } from "../units.ts";
import type { Requirement } from "./requirement.ts";
import type { PoolRequest, Workload } from "./workload-request.ts";

/** Pods of one size in one cluster. Requests are null where the asker gave none. */
export interface PodKind {
  name: string;
  replicas: number;
  cpuMillicores: number | null;
  memoryMiB: number | null;
  gpus: number;
}

/** The same with every request filled in: what a scheduler sees. */
export interface SizedPodKind extends PodKind {
  cpuMillicores: number;
  memoryMiB: number;
}

/** A machine that somebody asked for, by any provider's name for it or by its size. */
export interface AskedMachine {
  instanceType: string | null;
  vcpu: number | null;
  memoryGiB: number | null;
  gpus: number; // that each must have at the least, beside what its name says
  gpuModel: string | null; // null: any
}

/** Equal machines of one cluster, as asked. */
export interface AskedPool extends AskedMachine {
  count: number;
  spot: boolean;
  zones: number | null; // null: as many as the rest asks for
  hoursPerMonth: number | null; // null: as the requirement says
}

/** What to plan for one cluster: pods to place, machines to price as asked, or pools to price and place pods on. */
export type ClusterWorkload =
  | { kind: "pods"; pods: PodKind[] }
  | ({ kind: "nodes"; nodes: number } & AskedMachine)
  | { kind: "pools"; pools: AskedPool[]; pods: PodKind[] };

/** What a pod that asks for nothing is planned with where the platform has no default of its own. */
export const PLANNING_REQUEST = { cpuMillicores: 250, memoryMiB: 512 };

/** The pod assumed where a GPU is wanted and no pod asks for one. */
const GPU_POD: PodKind = { name: "gpu", replicas: 1, cpuMillicores: 1000, memoryMiB: 4096, gpus: 1 };

/**
 * One cluster's share of the workload, rounded up: the requirement names the total over all clusters.
 * Where a GPU or TPU is wanted and no pod asks for one, a pod with one GPU is added, or one to every machine asked for.
 */
export function clusterWorkload(requirement: Requirement): ClusterWorkload {
  const { workload, clusters } = requirement;
  if ("nodes" in workload) {
    return {
      kind: "nodes",
      nodes: Math.ceil(workload.nodes / clusters),
      instanceType: "instanceType" in workload ? workload.instanceType : null,
      vcpu: "vcpu" in workload ? workload.vcpu : null,
      memoryGiB: "memoryGiB" in workload ? workload.memoryGiB : null,
      gpus: wantsGpu(requirement) ? 1 : 0,
      gpuModel: requirement.gpuModel,
    };
  }
  const pods = podsOf(workload, clusters);
  if (workload.pools !== undefined)
    return { kind: "pools", pools: workload.pools.map((pool) => askedPool(pool, clusters)), pods };
  return {
    kind: "pods",
    pods: wantsGpu(requirement) && pods.every((pod) => pod.gpus === 0) ? [...pods, GPU_POD] : pods,
  };
}

function podsOf(workload: Exclude<Workload, { nodes: number }>, clusters: number): PodKind[] {
  if ("pods" in workload)
    return workload.pods.map((pod) => ({
      name: pod.name,
      replicas: Math.ceil(pod.replicas / clusters),
      cpuMillicores: pod.cpuMillicores ?? null,
      memoryMiB: pod.memoryMiB ?? null,
      gpus: pod.gpus,
    }));
  if (!("services" in workload)) return [];
  return [
    {
      name: "service",
      replicas: Math.ceil(workload.services / clusters) * workload.replicas,
      cpuMillicores: workload.cpuMillicores,
      memoryMiB: workload.memoryMiB,
      gpus: 0,
    },
  ];
}

const askedPool = (pool: PoolRequest, clusters: number): AskedPool => ({
  count: Math.ceil(pool.count / clusters),
  instanceType: pool.instanceType ?? null,
  vcpu: pool.vcpu ?? null,
  memoryGiB: pool.memoryGiB ?? null,
  gpus: pool.gpus ?? (pool.gpuModel === undefined ? 0 : 1),
  gpuModel: pool.gpuModel ?? null,
  spot: pool.spot,
  zones: pool.zones ?? null,
  hoursPerMonth: pool.hoursPerMonth ?? null,
});

const wantsGpu = ({ features, gpuModel }: Requirement) =>
  features.includes("gpu") || features.includes("tpu") || gpuModel !== null;

/** Pods with `request` in place of every request left out. */
export function sized(pods: PodKind[], request: { cpuMillicores: number; memoryMiB: number }): SizedPodKind[] {
  return pods.map((pod) => ({
    ...pod,
    cpuMillicores: pod.cpuMillicores ?? request.cpuMillicores,
    memoryMiB: pod.memoryMiB ?? request.memoryMiB,
  }));
}

/** Share of its machines that a well-kept cluster requests: what pods are assumed to ask for when only machines are named. */
const ASSUMED_FILL = 0.7;

/** The pods assumed on `nodes` machines, where pods are billed and only machines were named: one for every vCPU. */
export function podsOfNodes(nodes: number, vcpu: number, memoryGiB: number): SizedPodKind[] {
  return [
    {
      name: "pod",
      replicas: Math.ceil(nodes * Math.max(1, vcpu)),
      cpuMillicores: Math.round(ASSUMED_FILL * 1000 * Math.min(1, vcpu)),
      memoryMiB: Math.round((ASSUMED_FILL * MIB_PER_GIB * memoryGiB) / Math.max(1, vcpu)),
      gpus: 0,
    },
  ];
}

/** How many separate things run: what a migration has to move. */
export function serviceCount(requirement: Requirement): number {
  const { workload } = requirement;
  if ("nodes" in workload) return workload.nodes;
  if ("pods" in workload) return workload.pods.length;
  return "services" in workload ? workload.services : workload.pools.reduce((sum, pool) => sum + pool.count, 0);
}

/** Whether machines were named, in number and size: who names them gets them. */
export const namesMachines = ({ workload }: Pick<Requirement, "workload">): boolean =>
  "nodes" in workload || workload.pools !== undefined;

/** Pods of one cluster. */
export function podCount(pods: readonly PodKind[]): number {
  return pods.reduce((sum, pod) => sum + pod.replicas, 0);
}
