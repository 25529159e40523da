import type { CatalogRule } from "./rule.ts";

/** A GPU that nobody can name is none that can be asked for. */
export const gpuModels: CatalogRule = {
  id: "gpu-model",
  says: "A machine with GPUs names their model and memory, and one without names none.",
  check: ({ data }) =>
    data.instanceTypes.flatMap(({ provider, id, gpus, gpuModel, gpuMemoryGB }) => {
      const about = (message: string) => [{ provider, skuId: id, regionId: null, message }];
      if (gpus === 0) return gpuModel === null ? [] : about(`a ${gpuModel} of which it has none`);
      if (gpuModel === null) return about(`${gpus} GPUs of no model`);
      return gpuMemoryGB === null ? about(`${gpus} × ${gpuModel} of no known memory`) : [];
    }),
};
