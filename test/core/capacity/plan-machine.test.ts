import { describe, expect, it } from "vitest";
import { planMachine } from "../../../src/core/capacity/plan-machine.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { candidateOf, machineOf } from "../real-catalog.ts";

function planned(asked: RequirementInput) {
  const candidate = candidateOf("not-kubernetes", asked);
  const { compute } = candidate.platform;
  if (compute.kind !== "machine") throw new Error("It is no machine");
  return planMachine(candidate, compute);
}

function machineFor(asked: RequirementInput): string {
  const plan = planned(asked);
  if ("rule" in plan) throw new Error(plan.reason);
  return plan.pools.map(({ machine, count }) => `${count} × ${machine.id}`).join(" + ");
}

describe("one machine without Kubernetes", () => {
  it.each([
    // 3 × 250 m and 100 m for Linux are 850 of 1,000; 3 × 512 MiB and 400 are 1,936 of 2,048
    [1, 3, "s-1vcpu-2gb"],
    [2, 3, "s-1vcpu-2gb"],
    // 12 × 250 + 100 = 3,100 m and 12 × 512 + 400 = 6,544 MiB
    [5, 12, "s-4vcpu-8gb"],
  ])("runs %d copies of 3 services in %d containers: a spare copy beside it saves nothing", (replicas, pods, id) => {
    expect(planned({ workload: { services: 3, replicas } })).toMatchObject({
      pods,
      zones: 1,
      pools: [{ count: 1, machine: { id } }],
    });
  });

  it("stands for each cluster with that one's share: 3 services over 3 clusters are one container each", () => {
    expect(planned({ workload: { services: 3, replicas: 2 }, clusters: 3 })).toMatchObject({ pods: 1 });
  });

  it.each([
    ["by memory", { services: 2, memoryMiB: 1024 }, "1 × s-2vcpu-4gb"], // 2 × 1,024 + 400 = 2,448, more than 2,048
    ["by memory, to the last MiB", { services: 2, cpuMillicores: 1, memoryMiB: 824 }, "1 × s-1vcpu-2gb"], // 1,648 + 400
    ["by CPU", { services: 4, cpuMillicores: 250, memoryMiB: 64 }, "1 × s-2vcpu-2gb"], // 1,000 m + 100 m
  ])("is the cheapest that holds them all: %s", (_what, workload, expected) => {
    expect(machineFor({ workload })).toBe(expected);
  });

  it("counts the copies of each kind of pod less the spare, of the usual request where it names none", () => {
    // 2 of one and 1 of the other: 3 × 250 + 100 = 850 m and 3 × 512 + 400 = 1,936 MiB
    const workload = { pods: [{ name: "api", replicas: 3 }, { name: "job" }] };
    expect(planned({ workload })).toMatchObject({ pods: 3, pools: [{ count: 1, machine: { id: "s-1vcpu-2gb" } }] });
  });

  it("stays one in production, where a cluster would keep a spare", () => {
    expect(planned({ purpose: "enterprise", uptimePercent: 99.99 })).toMatchObject({
      policy: { spareNodes: 0, zones: 1 },
      pools: [{ count: 1 }],
    });
  });

  it("keeps nothing back but what Linux takes: all of it can be used", () => {
    const { vcpu, memoryGiB } = machineOf("digitalocean", "s-1vcpu-2gb");
    expect(planned({})).toMatchObject({
      pools: [{ allocatable: { cpuMillicores: vcpu * 1000, memoryMiB: memoryGiB * 1024 } }],
    });
  });

  it("is too small for very much", () => {
    expect(planned({ workload: { services: 5000 } })).toEqual({
      rule: "one-machine",
      reason: "What you run is larger than one machine.",
    });
  });

  it("is no answer to whoever asked for the nodes of a cluster", () => {
    expect(planned({ workload: { nodes: 2, vcpu: 2, memoryGiB: 4 } })).toMatchObject({ rule: "asked-for-nodes" });
  });
});
