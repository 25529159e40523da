import type { InstanceType } from "./catalog.ts";

/** Memory of cards as people write it behind a model. */
const MEMORY = /^(.+?)((?:16|20|24|32|40|48|80|94|96|141|180|192)gb)$/;
/** What may follow a model without making it another: its memory and how it is fitted. An "A100 40GB" is no "A10". */
const FITTINGS = /^(?:(?:16|20|24|32|40|48|80|94|96|141|180|192)gb|sxm|pcie|nvl|ada)/;

/** Whether a machine has GPUs of a model as people write it: "A100 80 GB" is an "a100" and an "a100 80gb", and no "a10". */
export function hasGpu({ gpus, gpuModel }: InstanceType, wanted: string): boolean {
  return gpus > 0 && isModel(bare(gpuModel ?? ""), bare(wanted));
}

const bare = (model: string) => model.toLowerCase().replace(/nvidia|tesla|[\s-]/g, "");

function isModel(name: string, wanted: string): boolean {
  // "h100 80gb" is an "H100" whose memory the provider does not name.
  const model = /\d+gb/.test(name) ? undefined : MEMORY.exec(wanted)?.[1];
  if (model !== undefined) return isModel(name, model);
  return name.startsWith(wanted) && !/^[a-z0-9]/.test(name.slice(wanted.length).replace(FITTINGS, ""));
}
