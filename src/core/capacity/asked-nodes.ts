import type { InstanceType } from "../catalog/catalog.ts";
import { hasGpu } from "../catalog/gpu-model.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import { UserError } from "../errors.ts";
import { suggestPrices } from "../price/suggest.ts";
import type { AskedMachine } from "../question/workload.ts";
import type { NodeOption } from "./node-options.ts";

/** The least a machine must have. */
export interface Shape {
  vcpu: number;
  memoryGiB: number;
  gpus: number;
  gpuModel: string | null; // null: any
  named: readonly InstanceType[]; // those of the name that was asked for
}

/**
 * The size of machine somebody asked for, by numbers or by any provider's name for it.
 * @throws {UserError} when the name is no machine in the catalog.
 */
export function askedShape(asked: AskedMachine, book: PriceBook): Shape {
  const { gpuModel } = asked;
  if (asked.instanceType === null)
    return { vcpu: asked.vcpu ?? 0, memoryGiB: asked.memoryGiB ?? 0, gpus: asked.gpus, gpuModel, named: [] };
  const found = book.findInstanceTypes(asked.instanceType);
  const [machine] = found;
  if (machine === undefined) {
    const near = nearNames(asked.instanceType, book);
    throw new UserError(
      `workload.instanceType "${asked.instanceType}" is no machine in the catalog.`,
      near.length > 0
        ? `Did you mean ${near.join(", ")}? Or give vcpu and memoryGiB instead.`
        : "Name one that `k8s-advise catalog list` shows, or give vcpu and memoryGiB instead.",
    );
  }
  const { vcpu, memoryGiB, gpus } = machine;
  return { vcpu, memoryGiB, gpus: Math.max(gpus, asked.gpus), gpuModel: gpuModel ?? machine.gpuModel, named: found };
}

/** Up to three machines whose names begin like this one, by as many of its letters as any does. */
function nearNames(name: string, book: PriceBook): string[] {
  for (let length = name.length; length > 1; length--) {
    const near = suggestPrices(name.slice(0, length), 4, book).flatMap(
      ({ value }) => book.findInstanceTypes(value)[0]?.id ?? [],
    );
    if (near.length > 0) return near.slice(0, 3);
  }
  return [];
}

/** What is to be said of the name of a machine: that another is priced in its place, and why. */
export function nameNotes(name: string | null, machine: InstanceType, book: PriceBook): string[] {
  if (name === null) return [];
  if (!book.findInstanceTypes(name).includes(machine)) {
    const gpu = machine.gpus > 0 ? " with the GPU asked for" : "";
    return [`${name} cannot be had there${gpu}: priced with ${machine.id}, the cheapest at least as large.`];
  }
  return book.isRetired(name)
    ? [`${name} is an old machine without a price: read as ${machine.id}, its successor.`]
    : [];
}

/**
 * The very machine that was named, where any of `choices` has it with the GPUs asked for; else the cheapest that is at least as
 * large and has the same GPU, of the first choice with one; null for none.
 */
export function askedOption(shape: Shape, choices: readonly (readonly NodeOption[])[]): NodeOption | null {
  const { vcpu, memoryGiB, gpus, gpuModel } = shape;
  const hasGpus = ({ machine }: NodeOption) =>
    gpus === 0 ? machine.gpus === 0 : machine.gpus >= gpus && (gpuModel === null || hasGpu(machine, gpuModel));
  const named = (option: NodeOption) => shape.named.includes(option.machine) && hasGpus(option);
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
