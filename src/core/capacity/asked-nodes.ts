import { UserError } from "../errors.ts";
import { hasGpu } from "../gpu-model.ts";
import type { PriceBook } from "../price-book.ts";
import type { ClusterWorkload } from "../workload.ts";
import type { NodeOption } from "./node-options.ts";

/** A workload given in machines. */
export type AskedNodes = Extract<ClusterWorkload, { kind: "nodes" }>;

/** The least a machine must have. */
export interface Shape {
  vcpu: number;
  memoryGiB: number;
  gpus: number;
}

/**
 * The size of machine somebody asked for, by numbers or by any provider's name for it.
 * @throws {UserError} when the name is no machine in the catalog.
 */
export function askedShape(asked: AskedNodes, book: PriceBook): Shape {
  if (asked.instanceType === null)
    return { vcpu: asked.vcpu ?? 0, memoryGiB: asked.memoryGiB ?? 0, gpus: asked.gpuModel === null ? 0 : 1 };
  const [machine] = book.findInstanceTypes(asked.instanceType);
  if (machine === undefined) {
    throw new UserError(
      `workload.instanceType "${asked.instanceType}" is no machine in the catalog.`,
      "Name one that `k8s-advise catalog list` shows, or give vcpu and memoryGiB instead.",
    );
  }
  return { vcpu: machine.vcpu, memoryGiB: machine.memoryGiB, gpus: machine.gpus };
}

/**
 * The very machine that was named, where any of `choices` has it; else the cheapest that is at least as large, of the first
 * choice with one; null for none.
 */
export function askedOption(
  asked: AskedNodes,
  shape: Shape,
  choices: readonly (readonly NodeOption[])[],
): NodeOption | null {
  const name = asked.instanceType?.toLowerCase();
  const named = ({ machine }: NodeOption) => machine.id.toLowerCase() === name;
  const large = ({ machine }: NodeOption) =>
    machine.vcpu >= shape.vcpu &&
    machine.memoryGiB >= shape.memoryGiB &&
    machine.gpus >= shape.gpus &&
    (asked.gpuModel === null || hasGpu(machine, asked.gpuModel)) &&
    (shape.gpus > 0 || machine.gpus === 0);
  for (const wanted of [named, large]) {
    for (const options of choices) {
      const found = options.find(wanted);
      if (found !== undefined) return found;
    }
  }
  return null;
}
