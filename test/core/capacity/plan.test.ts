import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capacity } from "../../../src/core/capacity/allocatable.ts";
import { type ClusterPlan, type PlannedPool, planNodeCount } from "../../../src/core/capacity/cluster-plan.ts";
import { nodeOptions } from "../../../src/core/capacity/node-options.ts";
import { packPods } from "../../../src/core/capacity/packing.ts";
import { planCluster } from "../../../src/core/capacity/plan.ts";
import type { SkuPrice } from "../../../src/core/catalog/catalog.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { PLANNING_REQUEST, sized } from "../../../src/core/question/workload.ts";
import { candidateOf, catalogData, knowledgeOf, nodesOf, platformOf, today } from "../real-catalog.ts";
import { somePods } from "../requirements.ts";

function planOf(id: string, asked: RequirementInput, tier?: string, knowledge = today): ClusterPlan {
  const plan = planCluster(candidateOf(id, asked, tier, knowledge));
  if ("rule" in plan) throw new Error(plan.reason);
  return plan;
}

const spotRead = knowledgeOf(catalogData, "2026-08-22"); // the day the spot prices of Azure were read

const shape = ({ pools }: ClusterPlan) => pools.map((pool) => `${pool.role}: ${pool.count} × ${pool.machine.id}`);

/** What daemons leave of one node of a pool. */
function usableOf(id: string, { machine }: PlannedPool): Capacity {
  const options = nodeOptions(today.book)({
    platform: platformOf(id),
    compute: nodesOf(id),
    regionId: today.book.regionFor(platformOf(id).provider ?? "", "us-east")?.id ?? "",
    commitment: "none",
    existing: false,
    publicNodes: false,
    hoursPerMonth: 730,
    sustained: true,
  });
  const found = options.find((option) => option.machine.id === machine.id);
  if (found === undefined) throw new Error(`${machine.id} cannot be a node`);
  return found.usable;
}

/** Where Google has Arm machines of that kind. */
const ARM_REGIONS: Record<string, string> = { "gke-zonal": "us-central1" };

const services = (count: number, more: RequirementInput = {}): RequirementInput => ({
  workload: { services: count, replicas: 2, cpuMillicores: 250, memoryMiB: 512 },
  ...more,
});

describe("a planned cluster", () => {
  const platforms = fc.constantFrom("eks", "gke-zonal", "gke-regional", "aks", "doks", "civo");

  it("holds every pod and keeps every node within its CPU, memory and pod ceiling", () => {
    fc.assert(
      fc.property(platforms, somePods, (id, pods) => {
        const plan = planCluster(candidateOf(id, { workload: { pods } }));
        if ("rule" in plan) return;
        const placed = new Map<string, number>();
        for (const pool of plan.pools) {
          const room = usableOf(id, pool);
          for (const nodes of pool.packed) {
            let [cpu, memory, count] = [0, 0, 0];
            for (const [kind, each] of nodes.holds) {
              cpu += each * kind.cpuMillicores;
              memory += each * kind.memoryMiB;
              count += each;
              placed.set(kind.name, (placed.get(kind.name) ?? 0) + each * nodes.count);
            }
            expect(cpu).toBeLessThanOrEqual(room.cpuMillicores);
            expect(memory).toBeLessThanOrEqual(room.memoryMiB);
            expect(count).toBeLessThanOrEqual(room.pods);
          }
        }
        expect(placed).toEqual(new Map(pods.map(({ name, replicas }) => [name, replicas])));
      }),
      { numRuns: 60 },
    );
  });

  it("holds them all still when, for production, its largest node is gone", () => {
    fc.assert(
      fc.property(platforms, somePods, (id, pods) => {
        const plan = planCluster(candidateOf(id, { workload: { pods } }));
        if ("rule" in plan) return;
        const pool = plan.pools.find(({ role }) => role === "general");
        if (pool === undefined) throw new Error("There is a general pool");
        const again = packPods(sized(pods, PLANNING_REQUEST), usableOf(id, pool)) ?? [];
        expect(again.reduce((sum, nodes) => sum + nodes.count, 0)).toBeLessThanOrEqual(pool.count - 1);
      }),
      { numRuns: 60 },
    );
  });

  it("loses a node in any zone above 99.9 % and still holds its pods there: no zone has less than its share and one", () => {
    fc.assert(
      fc.property(fc.constantFrom("eks", "gke-regional", "aks"), somePods, (id, pods) => {
        const plan = planCluster(candidateOf(id, { workload: { pods }, uptimePercent: 99.95 }));
        if ("rule" in plan) return;
        const pool = plan.pools.find(({ role }) => role === "general");
        const packed = (pool?.packed ?? []).reduce((sum, nodes) => sum + nodes.count, 0);
        expect(plan.zones).toBe(3);
        expect((pool?.count ?? 0) % 3).toBe(0);
        expect((pool?.count ?? 0) / 3 - 1).toBeGreaterThanOrEqual(packed / 3);
      }),
      { numRuns: 40 },
    );
  });

  it("says which limit decides", () => {
    const pods = (cpuMillicores: number, memoryMiB: number) => ({
      workload: { pods: [{ name: "a", replicas: 60, cpuMillicores, memoryMiB }] },
    });
    expect(planOf("gke-zonal", pods(100, 3000)).binding).toBe("memory");
    expect(planOf("gke-zonal", pods(1500, 200)).binding).toBe("cpu");
    expect(planOf("doks", services(1)).binding).toBe("minimum");
    expect(planOf("eks", { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } }).binding).toBe("asked");
    expect(planOf("gke-autopilot", services(3)).binding).toBe("requests");
  });
});

describe("nodes that were asked for", () => {
  it("are exactly those: the type by name, as many as said", () => {
    expect(shape(planOf("eks", { workload: { nodes: 3, instanceType: "T3.Medium" } }))).toEqual([
      "general: 3 × t3.medium",
    ]);
  });

  it.each([
    ["eks", "t4g.medium"],
    ["gke-zonal", "t2a-standard-2"],
    ["aks", "Standard_D2ps_v5"],
  ])("are Arm machines where one was named: on %s %s", (id, instanceType) => {
    const plan = planOf(id, { workload: { nodes: 3, instanceType }, region: ARM_REGIONS[id] ?? "us-east" });
    expect(shape(plan)).toEqual([`general: 3 × ${instanceType}`]);
    expect(plan.notes.join(" ")).not.toContain("cannot be had there");
  });

  it("are elsewhere the cheapest at least as large, and the plan says so", () => {
    const plan = planOf("doks", { workload: { nodes: 3, instanceType: "t3.medium" } });
    expect(shape(plan)).toEqual(["general: 3 × s-2vcpu-4gb"]);
    expect(plan.notes).toContain(
      "t3.medium cannot be had there: priced with s-2vcpu-4gb, the cheapest at least as large.",
    );
  });

  it("say so where they do not divide by the clusters: ten in three are four each", () => {
    const { notes, pools } = planOf("eks", { workload: { nodes: 10, instanceType: "t3.medium" }, clusters: 3 });
    expect(pools[0]?.count).toBe(4);
    expect(notes).toContain("10 nodes do not divide by 3 clusters: 4 each are priced, 12 in all.");
    const regional = planOf("gke-regional", { workload: { nodes: 10, vcpu: 2, memoryGiB: 4 }, clusters: 3 });
    expect(planNodeCount(regional)).toBe(12); // 4 in each of three zones
    expect(regional.notes).toContain(
      "10 nodes do not divide by 3 clusters: 4 each in every zone are priced, 36 in all.",
    );
  });

  it("count in every zone where the platform counts so: two are six", () => {
    const plan = planOf("gke-regional", { workload: { nodes: 2, instanceType: "e2-standard-2" } });
    expect(planNodeCount(plan)).toBe(6);
  });

  it("may not be fewer than the servers of a self-run control plane", () => {
    const asked = { workload: { nodes: 2, vcpu: 2, memoryGiB: 4 }, region: "eu-central" };
    expect(planCluster(candidateOf("hetzner-k3s", asked, "ha"))).toEqual({
      rule: "too-few-nodes",
      reason: "That needs at least 3 servers; you asked for 2.",
    });
  });

  it.each([
    ["eks", 1, "Spread over one zone: what you ask for wants 3, and a node in each."],
    ["eks", 2, "Spread over 2 zones: what you ask for wants 3, and a node in each."],
    ["eks", 3, null],
    ["gke-regional", 1, null], // one in each zone
  ])("on %s, %d of them, say where they stand in fewer zones than wanted", (id, nodes, note) => {
    const { notes, zones } = planOf(id, { workload: { nodes, vcpu: 2, memoryGiB: 4 }, uptimePercent: 99.95 });
    expect(notes.find((each) => each.startsWith("Spread over")) ?? null).toBe(note);
    expect(zones).toBe(note === null ? 3 : nodes);
  });

  it("of a name nobody sells are the asker's mistake", () => {
    expect(() => planOf("eks", { workload: { nodes: 1, instanceType: "t99.huge" } })).toThrow(
      'workload.instanceType "t99.huge" is no machine in the catalog.',
    );
  });
});

describe("an AKS system pool", () => {
  it("has at least two nodes of 4 vCPU in production, none burstable", () => {
    const [pool] = planOf("aks", services(3), "standard").pools;
    expect(pool?.count).toBeGreaterThanOrEqual(2);
    expect(pool?.machine.vcpu).toBeGreaterThanOrEqual(4);
    expect(pool?.machine.cpu).not.toBe("burstable");
  });

  it("may have 2 vCPU where it is not for production", () => {
    const [pool] = planOf("aks", services(3, { purpose: "demo" }), "free").pools;
    expect(pool?.machine.vcpu).toBe(2);
    expect(pool?.machine.cpu).not.toBe("burstable");
  });

  it("is never on spot machines, and never the B-series somebody named", () => {
    const plan = planOf("aks", { workload: { nodes: 3, instanceType: "Standard_B2s" } }, "standard");
    expect(plan.pools.map(({ role, count, machine }) => [role, count, machine.cpu === "burstable"])).toEqual([
      ["system", 2, false],
      ["general", 1, true], // beside the two that carry the system pool it may be what was named
    ]);
    const spot = planOf("aks", services(80, { spotPercent: 100, region: "eu-west" }), "standard", spotRead);
    expect(spot.pools.some(({ spotCount }) => spotCount > 0)).toBe(true);
    for (const pool of spot.pools.filter(({ role }) => role === "system")) expect(pool.spotCount).toBe(0);
  });

  it.each<[string, RequirementInput]>([
    [
      "planned for pods",
      { workload: { services: 20, replicas: 3, cpuMillicores: 500, memoryMiB: 2000 }, spotPercent: 99 },
    ],
    ["asked for", { workload: { nodes: 5, instanceType: "Standard_D4as_v5" }, spotPercent: 100 }],
    ["asked for, fewer than it wants", { workload: { nodes: 1, instanceType: "Standard_D4as_v5" }, spotPercent: 100 }],
  ])("keeps two nodes off spot machines where it is the only pool, %s", (_what, asked) => {
    const [pool, ...others] = planOf("aks", { ...asked, region: "eu-west" }, "standard", spotRead).pools;
    expect(others).toEqual([]);
    expect((pool?.count ?? 0) - (pool?.spotCount ?? 0)).toBe(Math.min(2, pool?.count ?? 0));
  });
});

describe("servers of K3s", () => {
  const asked = { region: "eu-central", purpose: "production" as const };

  it("are one or three, and never lose the room that the control plane takes", () => {
    expect(planNodeCount(planOf("hetzner-k3s", services(1, { ...asked, purpose: "demo" }), "single"))).toBe(1);
    expect(planNodeCount(planOf("hetzner-k3s", services(3, asked), "ha"))).toBeGreaterThanOrEqual(3);
  });

  // A CPX22 server has 2,000 − 100 − 200 m and 4,096 − 868 − 275 − 1,362 = 1,591 MiB for pods of 250 m and 512 MiB: three of them.
  it.each([
    [3, 3], // 6 pods: two servers hold them when the third is gone
    [4, 4], // 8 pods need all three servers, so another node stands by
  ])("are each other's spare: %d services of two copies in production take %d nodes", (count, nodes) => {
    const [pool] = planOf("hetzner-k3s", services(count, asked), "ha").pools;
    expect(`${pool?.count} × ${pool?.machine.id}`).toBe(`${nodes} × cpx22`);
  });

  it.each([
    ["2026-09-02", "cx23"],
    ["2026-09-03", "cpx22"], // the first day that CX servers were seen to be out of stock
    ["2026-09-28", "cpx22"],
    ["2026-09-29", "cpx22"], // and the last
  ])("are as of %s what could be ordered then, as far as anybody looked: %s", (day, expected) => {
    const plan = planCluster(candidateOf("hetzner-k3s", services(3, asked), "ha", knowledgeOf(catalogData, day)));
    expect("rule" in plan ? plan.reason : plan.pools[0]?.machine.id).toBe(expected);
  });

  it("are never machines that cannot be ordered, unless they are there already", () => {
    const [pool] = planOf("hetzner-k3s", services(3, asked), "ha").pools;
    expect(pool?.machine.id).toMatch(/^(cpx|ccx)/);
    const [kept] = planOf("hetzner-k3s", services(3, { ...asked, existingServers: true }), "ha").pools;
    expect(kept?.machine.id).toMatch(/^cx/);
  });
});

describe("GPU nodes", () => {
  const training: RequirementInput = {
    workload: {
      pods: [
        { name: "api", replicas: 2, cpuMillicores: 250, memoryMiB: 512 },
        { name: "train", replicas: 2, cpuMillicores: 2000, memoryMiB: 8192, gpus: 1 },
      ],
    },
  };

  it("stand apart from the others, as many as the pods ask for", () => {
    const plan = planOf("eks", training);
    expect(plan.pools.map(({ role }) => role)).toEqual(["general", "gpu"]);
    const gpus = plan.pools.filter(({ role }) => role === "gpu").reduce((sum, p) => sum + p.count * p.machine.gpus, 0);
    expect(gpus).toBeGreaterThanOrEqual(2);
    expect(plan.pools[0]?.machine.gpus).toBe(0);
  });

  it("are planned where GPUs are wanted and no pod asks for one", () => {
    expect(planOf("gke-zonal", services(3, { features: ["gpu"] })).pools.map(({ role }) => role)).toEqual([
      "general",
      "gpu",
    ]);
  });

  it("are refused where the platform has none", () => {
    expect(planCluster(candidateOf("eks-fargate", training))).toMatchObject({ rule: "no-gpu" });
  });
});

describe("what fits nowhere", () => {
  const isSeoul = ({ regionId, pricingUnit }: SkuPrice) => regionId === "ap-northeast-2" && pricingUnit === "hour";
  const withoutSeoul = knowledgeOf({ ...catalogData, prices: catalogData.prices.filter((row) => !isSeoul(row)) });

  const pod = (cpuMillicores: number, memoryMiB: number): RequirementInput => ({
    workload: { pods: [{ name: "huge", replicas: 1, cpuMillicores, memoryMiB }] },
  });

  it.each([
    ["doks", pod(200_000, 1024)],
    ["gke-autopilot", pod(31_000, 40_000)],
    ["eks-fargate", pod(16_001, 40_000)],
  ])("on %s is refused with the pod's size", (id, asked) => {
    const plan = planCluster(candidateOf(id, asked));
    expect(plan).toMatchObject({ rule: "pod-too-large" });
    expect("reason" in plan && plan.reason).toContain("A pod that asks for");
  });

  it.each([
    ["eks", { region: "korea" }, "It cannot be priced here: what its machines cost in ap-northeast-2 is unknown."],
    [
      "eks",
      { region: "korea", workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } },
      "It cannot be priced here: what its machines cost in ap-northeast-2 is unknown.",
    ],
    // CPX and CCX can be ordered there, CAX cannot
    [
      "hetzner-k3s",
      { region: "eu-central", features: ["arm"] },
      "No Arm machine that could be a node can be ordered in fsn1.",
    ],
    [
      "doks",
      { workload: { nodes: 3, vcpu: 300, memoryGiB: 4 } },
      "No machine with 300 vCPU and 4 GiB can be ordered in nyc3.",
    ],
  ] as [string, RequirementInput, string][])("on %s with %j says what is missing", (id, asked, reason) => {
    expect(planCluster(candidateOf(id, asked, undefined, withoutSeoul))).toEqual({ rule: "no-machine", reason });
  });

  it("is refused by one machine without Kubernetes", () => {
    expect(planCluster(candidateOf("not-kubernetes", pod(200_000, 1024)))).toMatchObject({ rule: "one-machine" });
    expect(planCluster(candidateOf("not-kubernetes", { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } }))).toMatchObject(
      {
        rule: "asked-for-nodes",
      },
    );
  });
});
