import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planCluster } from "../../../src/core/capacity/plan.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { candidateOf, costsOf, pricedOf } from "../real-catalog.ts";
import { somePods } from "../requirements.ts";

const api = (replicas: number) => ({ name: "api", replicas, cpuMillicores: 500, memoryMiB: 1024 });
const three = [{ count: 3, instanceType: "t3.medium" }];
const none = { storageGiB: 0, egressGiB: 0, logsGiB: 0, loadBalancers: 0, backups: false } as const;
const notesOn = (id: string, asked: RequirementInput) => pricedOf(id, { purpose: "mvp", ...asked }).plan.notes;

describe("pools that were asked for", () => {
  it("are priced as asked: on demand, on spot capacity where its price is of this month, and for the hours they run", () => {
    const pools = [
      { count: 3, instanceType: "t3.medium" },
      { count: 2, instanceType: "m5.large", spot: true },
      { count: 1, instanceType: "g4dn.xlarge", hoursPerMonth: 40 },
    ];
    const priced = pricedOf("eks", { ...none, purpose: "mvp", workload: { pools } });
    expect(costsOf(priced, "nodes")).toEqual([
      91.1, // 3 × 730 h × 0.0416
      140.16, // 2 × 730 h × 0.096: the spot price of AWS is too old to plan with
      21.04, // 40 h × 0.526
    ]);
    expect(costsOf(priced, "os-disks")).toEqual([4.8, 3.2, 1.6]); // 3, 2 and 1 × 20 GiB × 0.08
    // 73.00 for the control plane, the nodes, their disks, and 3 + 2 + 1 addresses at 730 × 0.005
    expect(priced.bill.total).toBe(73 + 252.3 + 9.6 + 21.9);
  });

  it("cost on DigitalOcean their share of a month sold whole, and never more than it", () => {
    const hours = (hoursPerMonth: number) =>
      costsOf(
        pricedOf("doks", { workload: { pools: [{ count: 1, instanceType: "s-2vcpu-4gb", hoursPerMonth }] } }),
        "nodes",
      );
    expect(hours(168)).toEqual([6]); // 24 × 168 / 672
    expect(hours(672)).toEqual([24]);
    expect(hours(700)).toEqual([24]);
  });

  it("say that spot capacity cannot be had, and are priced on demand", () => {
    expect(notesOn("doks", { workload: { pools: [{ count: 1, instanceType: "s-2vcpu-4gb", spot: true }] } })).toContain(
      "s-2vcpu-4gb is priced on demand: it is not sold on spot capacity there, or nobody knows at what price.",
    );
  });

  it("stand with machines of another provider as the cheapest at least as large, and with its GPU or not at all", () => {
    expect(notesOn("gke-zonal", { workload: { pools: three } })).toContain(
      "t3.medium cannot be had there: priced with e2-medium, the cheapest at least as large.",
    );
    const cards: RequirementInput = { purpose: "mvp", workload: { pools: [{ count: 1, gpuModel: "T4" }] } };
    expect(planCluster(candidateOf("doks", cards))).toMatchObject({ rule: "no-gpu" });
    expect(planCluster(candidateOf("gke-autopilot", cards))).toMatchObject({ rule: "no-gpu" });
  });

  it("get a system pool beside them on AKS where none of them may be it", () => {
    const roles = (pool: { instanceType: string; count: number; spot?: boolean }) =>
      pricedOf("aks", { purpose: "mvp", workload: { pools: [pool] } }).plan.pools.map(({ role }) => role);
    expect(roles({ instanceType: "B2s", count: 3 })).toEqual(["system", "general"]);
    expect(roles({ instanceType: "D4s_v5", count: 3, spot: true })).toEqual(["system", "general"]);
    expect(roles({ instanceType: "D4s_v5", count: 3 })).toEqual(["general"]);
  });

  it("hold the servers of a control plane that is self-run, on machines that stay", () => {
    const pools = [{ count: 2, vcpu: 4, memoryGiB: 8 }];
    const asked = { region: "eu-central", workload: { pools } };
    expect(planCluster(candidateOf("hetzner-k3s", asked, "ha"))).toMatchObject({
      rule: "too-few-nodes",
      reason: "That needs at least 3 servers that stay; your pools have 2 machines off spot capacity.",
    });
  });

  it("stand in as many zones as share them out evenly where the platform counts by zone", () => {
    const zonesOf = (count: number) =>
      pricedOf("gke-regional", { workload: { pools: [{ count, instanceType: "e2-standard-2" }] } }).plan.pools[0]
        ?.zones;
    expect([6, 4, 5].map(zonesOf)).toEqual([3, 2, 1]);
  });
});

describe("pods on pools", () => {
  // A t3.medium leaves pods 1,930 m less EKS's daemons, and 2 GiB and more: room for 2 or 3 of 500 m and 1 GiB.
  it("fit, or the answer says which do not, by which limit, and how many nodes more would hold them", () => {
    expect(notesOn("eks", { workload: { pods: [api(3)], pools: three } })[0]).toBe("All 3 pods fit on your pools.");
    const [note] = notesOn("eks", { workload: { pods: [api(12)], pools: three } });
    const found =
      /^(\d+) of 12 pods “api” \(500 m CPU, 1,024 MiB\) find no place on your pools: (memory|CPU) runs out\. (\d+) more t3\.medium would hold them, for about [\d.]+ USD a month\.$/.exec(
        note ?? "",
      );
    const [, left, , more] = found ?? [];
    expect(Number(left)).toBeGreaterThan(0);
    const enough = [{ count: 3 + Number(more), instanceType: "t3.medium" }];
    expect(notesOn("eks", { workload: { pods: [api(12)], pools: enough } })[0]).toBe("All 12 pods fit on your pools.");
    const oneLess = [{ count: 2 + Number(more), instanceType: "t3.medium" }];
    expect(notesOn("eks", { workload: { pods: [api(12)], pools: oneLess } })[0]).not.toMatch(/^All/);
  });

  it("larger than every machine are said to be, by the limit they miss", () => {
    const one = (more: object) => [{ name: "db", replicas: 1, cpuMillicores: 500, memoryMiB: 512, ...more }];
    expect(notesOn("eks", { workload: { pods: one({ gpus: 1 }), pools: three } })[0]).toContain(
      "find no place on your pools: no machine has a GPU.",
    );
    expect(notesOn("eks", { workload: { pods: one({ cpuMillicores: 4000 }), pools: three } })[0]).toMatch(
      /no node leaves more than 1,\d{3} m CPU\.$/,
    );
    expect(notesOn("eks", { workload: { pods: one({ memoryMiB: 9000 }), pools: three } })[0]).toMatch(
      /no node leaves more than [23],\d{3} MiB\.$/,
    );
  });

  it("in production are looked at with a node lost as well", () => {
    const production = (count: number) =>
      notesOn("eks", {
        purpose: "production",
        workload: { pods: [api(2)], pools: [{ count, instanceType: "t3.medium" }] },
      })[0];
    expect(production(1)).toBe("All 2 pods fit on your pools, but not with one t3.medium lost: plan one more of it.");
    expect(production(2)).toBe("All 2 pods fit on your pools, with any one node lost as well.");
  });

  it("without a GPU leave machines that have one to those that need it", () => {
    const pools = [
      { count: 1, instanceType: "g4dn.xlarge" },
      { count: 1, instanceType: "m5.large" },
    ];
    const { plan } = pricedOf("eks", { purpose: "mvp", workload: { pods: [api(2)], pools } });
    const held = plan.pools.map(({ packed }) => packed.some(({ holds }) => holds.size > 0));
    expect(held).toEqual([false, true]);
  });

  it("are never placed beyond what a node leaves, and never lost", () => {
    fc.assert(
      fc.property(somePods, fc.integer({ min: 1, max: 30 }), (pods, count) => {
        const pools = [
          { count, instanceType: "m5.xlarge" },
          { count: 2, instanceType: "t3.medium", spot: true },
        ];
        const { plan } = pricedOf("eks", { purpose: "mvp", workload: { pods, pools } });
        let placed = 0;
        for (const { packed, allocatable } of plan.pools)
          for (const nodes of packed) {
            let [cpu, memory] = [0, 0];
            for (const [kind, each] of nodes.holds) {
              cpu += each * kind.cpuMillicores;
              memory += each * kind.memoryMiB;
              placed += each * nodes.count;
            }
            expect(cpu).toBeLessThanOrEqual(allocatable.cpuMillicores);
            expect(memory).toBeLessThanOrEqual(allocatable.memoryMiB);
          }
        const all = pods.reduce((sum, pod) => sum + pod.replicas, 0);
        const isWhole = plan.notes.some((note) => note.startsWith("All "));
        expect(placed === all).toBe(isWhole);
        expect(placed).toBeLessThanOrEqual(all);
      }),
      { numRuns: 100 },
    );
  });
});

describe("pools where pods are billed", () => {
  it("change nothing about pods that were named", () => {
    const pods = [api(4)];
    const nodes = (workload: NonNullable<RequirementInput["workload"]>) =>
      costsOf(pricedOf("eks-fargate", { purpose: "mvp", workload }), "nodes");
    expect(nodes({ pods, pools: three })).toEqual(nodes({ pods }));
  });

  it("are read as pods where nothing else is known", () => {
    const nodes = (workload: NonNullable<RequirementInput["workload"]>) =>
      costsOf(pricedOf("eks-fargate", { purpose: "mvp", workload }), "nodes");
    expect(nodes({ pools: three })).toEqual(nodes({ nodes: 3, instanceType: "t3.medium" }));
  });
});
