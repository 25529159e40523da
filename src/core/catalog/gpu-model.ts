import type { InstanceType } from "./catalog.ts";

/** Sizes that cards are made with, by name: in "a10080gb" the model is A100. */
const MEMORY = /(12|16|20|24|32|40|48|64|80|94|96|141|180|192|256|288)\s*gi?b/;

interface Model {
  name: string; // "a100"
  memoryGB: string | null; // "80"; null where it is not said
  form: string | null; // "sxm", "pcie", "nvl" or "ada"; null where it is not said
}

/** Whether a machine has GPUs of the model that was named. */
export function hasGpu({ gpus, gpuModel, gpuMemoryGB }: InstanceType, wanted: string): boolean {
  const { memoryGB } = parsed(wanted);
  const isSize = memoryGB === null || gpuMemoryGB === null || memoryGB === String(gpuMemoryGB);
  return gpus > 0 && isSize && isGpuModel(gpuModel ?? "", wanted);
}

/**
 * Whether a card of the catalog is the one that was named: "A100 80 GB" is an "a100" and an "a100 80gb", and neither an "a10" nor
 * an "A100 40GB". What one of the two does not say, memory or form, tells nothing apart.
 */
export function isGpuModel(model: string, wanted: string): boolean {
  const [has, asked] = [parsed(model), parsed(wanted)];
  const agree = (a: string | null, b: string | null) => a === null || b === null || a === b;
  return has.name === asked.name && agree(has.memoryGB, asked.memoryGB) && agree(has.form, asked.form);
}

function parsed(text: string): Model {
  let name = text.toLowerCase().replace(/nvidia|amd|tesla|geforce|instinct|quadro/g, "");
  const take = (pattern: RegExp) => {
    const found = pattern.exec(name);
    if (found !== null) name = name.replace(found[0], " ");
    return found?.[1] ?? null;
  };
  const memoryGB = take(MEMORY);
  const form = take(/(sxm|pcie|nvl|ada)\d?/);
  return { name: name.replace(/[^a-z0-9]/g, ""), memoryGB, form };
}
