import { describe, expect, it } from "vitest";
import { hasGpu } from "../../../src/core/catalog/gpu-model.ts";
import { adviceOn, catalogData, pricedOf } from "../real-catalog.ts";

const [machine] = catalogData.instanceTypes;
if (machine === undefined) throw new Error("No machines");
const withGpu = (gpuModel: string) => ({ ...machine, gpus: 1, gpuModel });

describe("a GPU by its model", () => {
  it.each([
    ["A100 80 GB", "A100", true],
    ["A100 80 GB", "a100 80gb", true],
    ["A100 40GB", "A100 80GB", false],
    ["H100", "H100 80GB", true], // the provider does not name its memory
    ["H100 SXM", "H100", true],
    ["A10G", "A10", false],
    ["A100 40GB", "A10", false],
    ["L40S", "L40", false],
    ["RTX 4000 Ada", "RTX 4000", true],
    ["NVIDIA T4", "t4", true],
    ["A100 80GB", "a10080gb", true], // as a price question has it, without spaces
    ["A100 40GB", "a10080gb", false],
    ["H100 NVL 94GB", "H100 80GB", false],
    ["H100 PCIe", "H100 SXM", false],
    ["H100 SXM", "h100 sxm5", true],
    ["MI300X", "AMD Instinct MI300X", true],
  ])("%s, asked for as %s: %s", (model, wanted, is) => {
    expect(hasGpu(withGpu(model), wanted)).toBe(is);
  });

  it("is on no machine without GPUs", () => {
    expect(hasGpu({ ...machine, gpus: 0, gpuModel: null }, "T4")).toBe(false);
  });
});

describe("a plan for a model", () => {
  const models = (gpuModel: string) =>
    adviceOn({ gpuModel, features: ["gpu"] }).ranking.flatMap(({ cluster }) =>
      cluster.pools.flatMap(({ instanceType }) => {
        const type = catalogData.instanceTypes.find(({ id }) => id === instanceType);
        return type === undefined || type.gpus === 0 ? [] : [type.gpuModel];
      }),
    );

  it("has that model and no other, wherever it stands", () => {
    expect(models("H100").length).toBeGreaterThan(1);
    for (const model of models("H100")) expect(model).toMatch(/^H100/);
  });

  it("is out where no machine has it, for that reason", () => {
    const { ranking, rejected } = adviceOn({ gpuModel: "MI355X", features: ["gpu"] });
    expect(ranking).toEqual([]);
    expect(rejected.find(({ platform }) => platform === "eks")?.reason).toMatch(
      /^No machine with enough MI355Xs is priced/,
    );
  });

  it("gives machines that were counted but not named the model each", () => {
    const { plan } = pricedOf("gke-zonal", {
      gpuModel: "A100",
      workload: { nodes: 2, vcpu: 2, memoryGiB: 4 },
    });
    expect(plan.pools.map(({ machine: { gpuModel }, count }) => [gpuModel, count])).toEqual([["A100 40GB", 2]]);
  });
});
