import { describe, expect, it } from "vitest";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { costsOf, pricedOf } from "../real-catalog.ts";

describe("volumes", () => {
  it.each([
    ["doks", 10], // 100 × 0.10
    ["eks", 8], // 100 × 0.08
    ["aks", 8.1], // 100 × 0.08103
  ])("cost their size times the price of a GiB: %s %d", (id, cost) => {
    expect(costsOf(pricedOf(id, { storageGiB: 100 }), "storage")).toEqual([cost]);
  });

  it.each([
    ["e2-standard-2", "pd-balanced", 10], // 100 × 0.10
    ["n4-standard-2", "hyperdisk-balanced", 9], // 100 × 0.09: these take no other disks
  ])("are on Google of a kind that %s takes: %s", (instanceType, skuId, cost) => {
    const { bill } = pricedOf("gke-zonal", { workload: { nodes: 3, instanceType }, storageGiB: 100 });
    const volumes = bill.lines.filter(({ category }) => category === "storage");
    expect(volumes.map((line) => [line.skuId, line.cost])).toEqual([[skuId, cost]]);
  });

  it("are no line where there are none, and neither are their snapshots", () => {
    const none = pricedOf("doks", { storageGiB: 0 });
    expect(costsOf(none, "storage")).toEqual([]);
    expect(costsOf(none, "backups")).toEqual([]);
  });
});

describe("volumes by name", () => {
  const two = (more: RequirementInput): RequirementInput => ({
    workload: { pods: [{ name: "web", replicas: 2, cpuMillicores: 250, memoryMiB: 256 }] },
    ...more,
  });

  it("make the whole bill of two small pods with a large volume and three balancers", () => {
    const { bill } = pricedOf("doks", two({ volumes: [{ name: "data", GiB: 2048 }], loadBalancers: 3 }));
    // 2 nodes × 24 + 2,048 GiB × 0.10 + its snapshot 2,048 × 0.06 + 3 balancers × 12 + 5 GiB of logs × 0.10
    expect(bill.total).toBe(412.18);
  });

  it("come on top of those without a name, and alone where only they were given", () => {
    const volumes = [{ name: "data", GiB: 50 }];
    expect(costsOf(pricedOf("doks", { volumes }), "storage")).toEqual([5]); // 50 × 0.10
    expect(costsOf(pricedOf("doks", { volumes, storageGiB: 20 }), "storage")).toEqual([7]); // 70 × 0.10
  });

  it("are billed by kind of disk, and as the usual one where that kind has no price", () => {
    const volumes = [
      { name: "a", GiB: 100, class: "ssd" },
      { name: "b", GiB: 100, class: "pd-standard" },
      { name: "c", GiB: 10, class: "mine" },
    ];
    const { bill } = pricedOf("gke-zonal", two({ volumes, backups: false }));
    const lines = bill.lines.filter(({ category }) => category === "storage");
    expect(lines.map(({ skuId, cost }) => [skuId, cost])).toEqual([
      ["pd-ssd", 17], // 100 × 0.17
      ["pd-standard", 4], // 100 × 0.04
      ["pd-balanced", 1], // 10 × 0.10
    ]);
    expect(lines[2]?.description).toBe("10 GiB volumes, Balanced persistent disk (for mine, which has no price here)");
  });
});

describe("backups", () => {
  it("are one full copy of the volumes", () => {
    expect(costsOf(pricedOf("doks", { storageGiB: 100 }), "backups")).toEqual([6]); // 100 × 0.06
    expect(costsOf(pricedOf("eks", { storageGiB: 100 }), "backups")).toEqual([5]); // 100 × 0.05
  });

  it("are a sum for each cluster where they are kept off-site, volumes or not", () => {
    const asked = { region: "eu-central", currency: "EUR", storageGiB: 0 } as const;
    expect(costsOf(pricedOf("hetzner-k3s", asked), "backups")).toEqual([6.49]);
    expect(costsOf(pricedOf("hetzner-k3s", { ...asked, clusters: 2 }), "backups")).toEqual([12.98]); // 2 × 6.49
  });

  it.each([
    ["hetzner-k3s", 1024, 1, [6.49]], // a bucket holds 1 TB
    ["hetzner-k3s", 1025, 1, [12.98]],
    ["hetzner-k3s", 5000, 2, [38.94]], // 2,500 a cluster take 3 buckets: 6 × 6.49
    ["civo", 500, 1, [5.5]], // 500 GB
    ["civo", 1000.5, 1, [16.5]], // 3 × 5.50
  ])("on %s take as many buckets as hold them: %d GiB in %d clusters: %j", (id, storageGiB, clusters, costs) => {
    const currency = id === "civo" ? "USD" : "EUR";
    expect(costsOf(pricedOf(id, { region: "eu-central", currency, storageGiB, clusters }), "backups")).toEqual(costs);
  });

  it("are none where none were asked for", () => {
    expect(costsOf(pricedOf("doks", { backups: false }), "backups")).toEqual([]);
    expect(costsOf(pricedOf("doks", { purpose: "mvp" }), "backups")).toEqual([]);
  });
});

describe("logs", () => {
  it("cost nothing within a provider's allowance", () => {
    expect(costsOf(pricedOf("eks", { logsGiB: 5 }), "logs")).toEqual([0]);
  });

  it("stand on a volume of the cluster where the provider keeps none", () => {
    expect(costsOf(pricedOf("doks", { logsGiB: 50 }), "logs")).toEqual([5]); // 50 × 0.10
  });

  it("are no line where none are kept", () => {
    expect(costsOf(pricedOf("doks", { logsGiB: 0 }), "logs")).toEqual([]);
    expect(costsOf(pricedOf("eks", { logsGiB: 0 }), "logs")).toEqual([]);
  });
});
