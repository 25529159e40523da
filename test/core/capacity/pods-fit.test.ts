import { describe, expect, it } from "vitest";
import { podsThatFit } from "../../../src/core/capacity/pods-fit.ts";
import { today } from "../real-catalog.ts";

describe("How many pods fit on one machine", () => {
  it.each([
    // Left for pods on a t3.medium: 1,780 m CPU, 2,996 MiB, 13 pods.
    [{ cpuMillicores: 250, memoryMiB: 512 }, 5, "memory"], // 2,996 / 512 = 5.9; 1,780 / 250 = 7.1
    [{ cpuMillicores: 500, memoryMiB: 512 }, 3, "cpu"], // 1,780 / 500 = 3.6
    [{ cpuMillicores: 10, memoryMiB: 16 }, 13, "pods"], // 2,996 / 16 = 187
    [{}, 5, "memory"], // planned with 250 m and 512 MiB
  ])("is what runs out first: %o", (size, pods, limit) => {
    const [eks, ...others] = podsThatFit("t3.medium", size, today);
    expect(eks).toMatchObject({ platforms: ["eks"], machine: "t3.medium", pods, limit });
    expect(eks?.usable).toMatchObject({ cpuMillicores: 1780, memoryMiB: 2996, pods: 13 });
    expect(others).toEqual([]);
  });

  it("is told of every platform that takes the machine, together where they cut it alike", () => {
    const fits = podsThatFit("e2-standard-4", {}, today);
    expect(fits.flatMap(({ platforms }) => platforms).sort()).toEqual(["gke-regional", "gke-zonal"]);
    expect(fits).toHaveLength(1);
  });

  it("is nothing for a name that no machine has", () => {
    expect(podsThatFit("x9.colossal", {}, today)).toEqual([]);
  });
});
