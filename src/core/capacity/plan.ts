import type { Candidate, ClusterPlan, Unplannable } from "./cluster-plan.ts";
import { planMachine } from "./plan-machine.ts";
import { planNodes } from "./plan-nodes.ts";
import { planBilledPods } from "./plan-pods.ts";

/** The cheapest layout of one cluster that holds its share of the workload, or why there is none. */
export function planCluster(candidate: Candidate): ClusterPlan | Unplannable {
  const { compute } = candidate.platform;
  switch (compute.kind) {
    case "nodes":
      return planNodes(candidate, compute);
    case "pods":
      return planBilledPods(candidate, compute);
    case "machine":
      return planMachine(candidate, compute);
    case "laptop":
      return { rule: "laptop", reason: `It lacks ${compute.lacks.join(", ")}.` };
  }
}
