import { describe, expect, it } from "vitest";
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
