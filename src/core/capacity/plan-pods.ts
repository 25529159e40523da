import type { PodsCompute } from "../platform.ts";
import { clusterWorkload, podCount, podsOfNodes, type SizedPodKind, sized } from "../workload.ts";
import { askedShape } from "./asked-nodes.ts";
import type { Candidate, ClusterPlan, Unplannable } from "./plan.ts";
import { roundPod } from "./pod-rounding.ts";

const UNPRICED_GPU: Unplannable = { rule: "no-gpu", reason: "Its pods with a GPU have no price in the catalog." };

/** All clusters' pods as the platform bills them: what each cluster holds does not change the bill, so nothing is rounded up. */
export function planBilledPods(candidate: Candidate, compute: PodsCompute): ClusterPlan | Unplannable {
  const workload = clusterWorkload({ ...candidate.requirement, clusters: 1 });
  const notes: string[] = [];
  let pods: SizedPodKind[];
  if (workload.kind === "nodes") {
    const shape = askedShape(workload, candidate);
    if (shape.gpus > 0) return UNPRICED_GPU;
    pods = podsOfNodes(workload.nodes, shape.vcpu, shape.memoryGiB);
    notes.push(
      "You named machines, but pods are billed here: one pod a vCPU is assumed, asking for 70 % of your machines.",
    );
  } else {
    const { cpuMillicores, memoryMiB } = compute.defaultRequest;
    pods = sized(workload.pods, compute.defaultRequest);
    if (workload.pods.some((pod) => pod.cpuMillicores === null || pod.memoryMiB === null)) {
      notes.push(
        `A pod that asks for nothing is given, and billed, ${cpuMillicores / 1000} vCPU and ${memoryMiB / 1024} GiB here.`,
      );
    }
  }
  if (pods.some((pod) => pod.gpus > 0)) return UNPRICED_GPU;
  const billedPods = [];
  for (const pod of pods) {
    const size = roundPod(pod, compute.rounding);
    if (size === null)
      return {
        rule: "pod-too-large",
        reason: `A pod that asks for ${pod.cpuMillicores} m CPU and ${pod.memoryMiB} MiB is larger than it allows.`,
      };
    billedPods.push({ name: pod.name, count: pod.replicas, ...size });
  }
  return {
    pools: [],
    billedPods,
    pods: Math.ceil(podCount(pods) / candidate.requirement.clusters),
    zones: candidate.policy.zones,
    binding: "requests",
    policy: candidate.policy,
    notes,
  };
}
