import { hasGpu } from "../catalog/gpu-model.ts";
import type { SizedPodKind } from "../question/workload.ts";
import type { Candidate, Unplannable } from "./cluster-plan.ts";
import type { NodeOption } from "./node-options.ts";
import { type ChosenPool, cheapestPool } from "./pool.ts";
import { poolCost } from "./pool-cost.ts";

/** The cheapest pool whose machines have the GPU that was named and hold the pods, without a spare node; or that none is priced. */
export function planGpuPool(
  candidate: Candidate,
  pods: readonly SizedPodKind[],
  options: readonly NodeOption[],
): ChosenPool | Unplannable {
  const { gpuModel } = candidate.requirement;
  const policy = { ...candidate.policy, zones: 1, spareNodes: 0, spareInEachZone: false };
  const withGpus = options.filter(({ machine }) => (gpuModel === null ? machine.gpus > 0 : hasGpu(machine, gpuModel)));
  const pool = cheapestPool(withGpus, { pods, policy, minimumNodes: 1, servers: 0, costUsd: poolCost(candidate) });
  return pool ?? noGpu(candidate, gpuModel);
}

/** That the GPU asked for has no price there; `gpuModel` null: any would do. */
export function noGpu({ region }: Candidate, gpuModel: string | null): Unplannable {
  const what = gpuModel === null ? "machine with enough GPUs" : `machine with enough ${gpuModel}s`;
  return { rule: "no-gpu", reason: `No ${what} is priced in ${region.id}.` };
}
