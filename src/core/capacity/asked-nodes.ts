import { UserError } from "../errors.ts";
import { hasGpu } from "../gpu-model.ts";
import type { ClusterWorkload } from "../workload.ts";
import type { NodeOption } from "./node-options.ts";
import type { Candidate } from "./plan.ts";

/** A workload given in machines. */
export type AskedNodes = Extract<ClusterWorkload, { kind: "nodes" }>;

/** The least a machine must have. */
export interface Shape {
  vcpu: number;
  memoryGiB: number;
  gpus: number;
  gpuModel: string | null; // null: any
}

/**
 * The size of machine somebody asked for, by numbers or by any provider's name for it.
 * @throws {UserError} when the name is no machine in the catalog.
 */
export function askedShape(
  asked: AskedNodes,
  { book, requirement: { gpuModel } }: Pick<Candidate, "book" | "requirement">,
): Shape {
  if (asked.instanceType === null)
    return { vcpu: asked.vcpu ?? 0, memoryGiB: asked.memoryGiB ?? 0, gpus: asked.gpus, gpuModel };
  const [machine] = book.findInstanceTypes(asked.instanceType);
  if (machine === undefined) {
    throw new UserError(
      `workload.instanceType "${asked.instanceType}" is no machine in the catalog.`,
      "Name one that `k8s-advise catalog list` shows, or give vcpu and memoryGiB instead.",
    );
  }
  const { vcpu, memoryGiB, gpus } = machine;
  return { vcpu, memoryGiB, gpus: Math.max(gpus, asked.gpus), gpuModel: gpuModel ?? machine.gpuModel };
}

/**
 * The very machine that was named, where any of `choices` has it with the GPUs asked for; else the cheapest that is at least as
 * large and has the same GPU, of the first choice with one; null for none.
 */
export function askedOption(
  asked: AskedNodes,
  shape: Shape,
  choices: readonly (readonly NodeOption[])[],
): NodeOption | null {
  const name = asked.instanceType?.toLowerCase();
  const { vcpu, memoryGiB, gpus, gpuModel } = shape;
  const hasGpus = ({ machine }: NodeOption) =>
    gpus === 0 ? machine.gpus === 0 : machine.gpus >= gpus && (gpuModel === null || hasGpu(machine, gpuModel));
  const named = (option: NodeOption) => option.machine.id.toLowerCase() === name && hasGpus(option);
  const large = (option: NodeOption) =>
    option.machine.vcpu >= vcpu && option.machine.memoryGiB >= memoryGiB && hasGpus(option);
  for (const wanted of [named, large]) {
    for (const options of choices) {
      const found = options.find(wanted);
      if (found !== undefined) return found;
    }
  }
  return null;
}
