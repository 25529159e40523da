import type { CatalogRule } from "./rule.ts";

/** A GPU that nobody can name is none that can be asked for. */
export const gpuModels: CatalogRule = {
  id: "gpu-model",
  says: "A machine with GPUs names their model, and one without names none.",
  check: ({ data }) =>
    data.instanceTypes
      .filter(({ gpus, gpuModel }) => gpus > 0 !== (gpuModel !== null))
      .map(({ provider, id, gpus, gpuModel }) => ({
        provider,
        skuId: id,
        regionId: null,
        message: gpus > 0 ? `${gpus} GPUs of no model` : `a ${gpuModel} of which it has none`,
      })),
};
