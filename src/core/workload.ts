import type { Requirement } from "./requirement.ts";
import { MIB_PER_GIB } from "./units.ts";

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

/** What to plan for one cluster: pods to place, or machines to price as asked. */
export type ClusterWorkload =
  | { kind: "pods"; pods: PodKind[] }
  | {
      kind: "nodes";
      nodes: number;
      instanceType: string | null;
      vcpu: number | null;
      memoryGiB: number | null;
      gpus: number; // that each must have at the least, beside what its name says
    };

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
    };
  }
  const pods: PodKind[] =
    "pods" in workload
      ? workload.pods.map((pod) => ({
          name: pod.name,
          replicas: Math.ceil(pod.replicas / clusters),
          cpuMillicores: pod.cpuMillicores ?? null,
          memoryMiB: pod.memoryMiB ?? null,
          gpus: pod.gpus,
        }))
      : [
          {
            name: "service",
            replicas: Math.ceil(workload.services / clusters) * workload.replicas,
            cpuMillicores: workload.cpuMillicores,
            memoryMiB: workload.memoryMiB,
            gpus: 0,
          },
        ];
  return {
    kind: "pods",
    pods: wantsGpu(requirement) && pods.every((pod) => pod.gpus === 0) ? [...pods, GPU_POD] : pods,
  };
}

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
  return "pods" in workload ? workload.pods.length : workload.services;
}

/** Pods of one cluster. */
export function podCount(pods: PodKind[]): number {
  return pods.reduce((sum, pod) => sum + pod.replicas, 0);
}
