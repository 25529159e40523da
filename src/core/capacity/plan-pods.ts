import type { PodsCompute } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import {
  type ClusterWorkload,
  clusterWorkload,
  podCount,
  podsOfNodes,
  type SizedPodKind,
  sized,
} from "../question/workload.ts";
import { askedShape, type Shape } from "./asked-nodes.ts";
import type { Candidate, ClusterPlan, Unplannable } from "./cluster-plan.ts";
import { roundPod } from "./pod-rounding.ts";

const UNPRICED_GPU: Unplannable = { rule: "no-gpu", reason: "Its pods with a GPU have no price in the catalog." };

/** The machines that were named, by size. */
function machinesOf(
  workload: Exclude<ClusterWorkload, { kind: "pods" }>,
  book: PriceBook,
): (Shape & { count: number })[] {
  const asked = workload.kind === "nodes" ? [{ ...workload, count: workload.nodes }] : workload.pools;
  return asked.map((each) => ({ ...askedShape(each, book), count: each.count }));
}

/** All clusters' pods as the platform bills them: what each cluster holds does not change the bill, so nothing is rounded up. */
export function planBilledPods(candidate: Candidate, compute: PodsCompute): ClusterPlan | Unplannable {
  const workload = clusterWorkload({ ...candidate.requirement, clusters: 1 });
  const notes: string[] = [];
  const machines = workload.kind === "pods" ? [] : machinesOf(workload, candidate.book);
  if (machines.some(({ gpus }) => gpus > 0)) return UNPRICED_GPU;
  let pods: SizedPodKind[];
  if (workload.kind === "nodes" || workload.pods.length === 0) {
    pods = machines.flatMap(({ count, vcpu, memoryGiB }) => podsOfNodes(count, vcpu, memoryGiB));
    notes.push(
      "You named machines, but pods are billed here: one pod a vCPU is assumed, asking for 70 % of your machines.",
    );
  } else {
    const { cpuMillicores, memoryMiB } = compute.defaultRequest;
    pods = sized(workload.pods, compute.defaultRequest);
    if (machines.length > 0) notes.push("You named machines, but pods are billed here: yours are, and no machine is.");
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
