import { describe, expect, it } from "vitest";
import { costsOf, pricedOf } from "../real-catalog.ts";

const nodes = { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } };
const clusters = (count: number) => ({ clusters: count, workload: { nodes: 3 * count, vcpu: 2, memoryGiB: 4 } });

describe("the fee of a control plane for 730 hours", () => {
  it.each([
    ["doks", "basic", [0]],
    ["doks", "ha", [40]],
    ["aks", "free", [0]],
    ["aks", "standard", [73]], // 0.10 an hour
    ["aks", "premium", [438]], // 0.60
    ["gke-zonal", "standard", [73]],
    ["gke-zonal", "extended", [73, 365]], // 0.50 an hour on top
    ["gke-regional", "standard", [73]],
    ["gke-autopilot", "standard", [73]],
    ["eks", "standard", [73]],
    ["eks", "extended", [438]], // 0.60 is the whole fee: 365 more
    ["eks-fargate", "standard", [73]],
    ["hetzner-k3s", "ha", [0]],
  ])("on %s, %s: %j", (id, tier, expected) => {
    const asked = id === "hetzner-k3s" ? { ...nodes, region: "eu-central" } : nodes;
    expect(costsOf(pricedOf(id, asked, tier), "control-plane")).toEqual(expected);
  });

  it("is paid for every cluster: three on EKS are 219, ten on an old version 4,380", () => {
    expect(costsOf(pricedOf("eks", clusters(3)), "control-plane")).toEqual([219]);
    expect(costsOf(pricedOf("eks", clusters(10), "extended"), "control-plane")).toEqual([4380]);
  });
});

describe("Google's credit of 74.40 USD a month and billing account", () => {
  it.each(["gke-zonal", "gke-autopilot"])("gives back the 73 of one %s cluster, not the 1.40 left over", (id) => {
    expect(costsOf(pricedOf(id, nodes), "credits")).toEqual([-73]);
  });

  it("is given once, however many clusters there are: of two, the second has the 1.40 left over", () => {
    const two = pricedOf("gke-zonal", clusters(2));
    expect(costsOf(two, "control-plane")).toEqual([146]); // 2 × 730 h × 0.10
    expect(costsOf(two, "credits")).toEqual([-74.4]); // 744 h × 0.10
    expect(costsOf(pricedOf("gke-zonal", clusters(5)), "credits")).toEqual([-74.4]);
  });

  it("never covers the surcharge of an old version", () => {
    expect(costsOf(pricedOf("gke-zonal", nodes, "extended"), "credits")).toEqual([-73]);
  });

  it("never covers a regional cluster", () => {
    expect(costsOf(pricedOf("gke-regional", nodes), "credits")).toEqual([]);
  });

  it("is gone where another cluster of the account takes it", () => {
    expect(costsOf(pricedOf("gke-zonal", { ...nodes, gkeCreditUsed: true }), "credits")).toEqual([]);
  });
});
