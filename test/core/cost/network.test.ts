import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/core/decision/evaluate.ts";
import { sumOfCents } from "../../../src/core/units.ts";
import { candidateOf, costsOf, pricedOf } from "../real-catalog.ts";

const threeNodes = { workload: { nodes: 3, vcpu: 2, memoryGiB: 4 } };
const TB = 1024;

/** What `egressGiB` to the internet costs a month. */
const egressOf = (id: string, egressGiB: number, asked = {}) =>
  sumOfCents(costsOf(pricedOf(id, { ...threeNodes, egressGiB, ...asked }), "egress"));

/** The same by another of the provider's own prices. */
function egressBy(skuId: string, egressGiB: number): number {
  const candidate = candidateOf("gke-zonal", { ...threeNodes, egressGiB });
  const { platform } = candidate;
  if (platform.billing === null) throw new Error("GKE is billed");
  const billing = { ...platform.billing, egress: { skuId, pooled: false } };
  const priced = evaluate({ ...candidate, platform: { ...platform, billing } });
  if ("rule" in priced) throw new Error(priced.reason);
  return sumOfCents(costsOf(priced, "egress"));
}

describe("traffic to the internet, 1 TB = 1,024 GB", () => {
  // AWS: 100 free, 0.09 to 10 TB, 0.085 to 50 TB: 412 × 0.09; 924 × 0.09; 5,020 × 0.09; 10,140 × 0.09; 10,240 × 0.09 + 40,860 × 0.085.
  // Google premium: nothing free, 0.12 to 1 TB, 0.11 to 10 TB, 0.08 above: 512 × 0.12; 122.88; + 4,096 × 0.11; + 9,216 × 0.11; + 40,960 × 0.08.
  // Google standard: 200 free, 0.085 to 10 TB, 0.065 above: 312, 824, 4,920, 10,040 × 0.085; 870.40 + 40,760 × 0.065.
  // Azure: 100 free, 0.087 to 10 TB, 0.083 to 50 TB: 412, 924, 5,020, 10,140 × 0.087; 890.88 + 40,860 × 0.083.
  // DigitalOcean: three nodes bring 4 TB each; past 12 TB 38,912 × 0.01.
  it.each([
    [0.5, 37.08, 61.44, 26.52, 35.84, 0],
    [1, 83.16, 122.88, 70.04, 80.39, 0],
    [5, 451.8, 573.44, 418.2, 436.74, 0],
    [10, 912.6, 1136.64, 853.4, 882.18, 0],
    [50, 4394.7, 4413.44, 3519.8, 4282.26, 389.12],
  ])(
    "%d TB: AWS %d, Google premium %d and standard %d, Azure %d, DigitalOcean %d",
    (tb, aws, premium, standard, azure, ocean) => {
      expect(egressOf("eks", tb * TB)).toBe(aws);
      expect(egressOf("gke-zonal", tb * TB)).toBe(premium);
      expect(egressBy("internet-egress-standard", tb * TB)).toBe(standard);
      expect(egressOf("aks", tb * TB)).toBe(azure);
      expect(egressOf("doks", tb * TB)).toBe(ocean);
    },
  );

  it.each([
    [0.5, 0],
    [1, 0],
    [5, 0],
    [10, 0],
    [50, 30], // 30 TB beyond the 20 of one server, at 1 EUR each
  ])("%d TB from one Hetzner server: %d EUR", (tb, expected) => {
    const asked = { workload: { nodes: 1, vcpu: 2, memoryGiB: 4 }, region: "eu-central", currency: "EUR" as const };
    const priced = pricedOf("hetzner-k3s", { ...asked, egressGiB: tb * TB }, "single");
    expect(sumOfCents(costsOf(priced, "egress"))).toBe(expected);
  });

  it.each([
    [100, 0],
    [101, 0.09],
    [10_340, 921.6], // 10,240 × 0.09: the last GiB of the first tier
    [10_341, 921.69], // 0.085 for the next: 921.685
    [51_300, 4403.2], // 921.60 + 40,960 × 0.085 = 3,481.60: the last of the second
    [153_700, 11_571.2], // and 102,400 × 0.07 = 7,168: the last of the third
    [153_701, 11_571.25], // 0.05 for the next
  ])("an AWS bill of %d GiB is %d, at and around the edges of its tiers", (gib, expected) => {
    expect(egressOf("eks", gib)).toBe(expected);
  });

  it("is free once, however many clusters share the account", () => {
    expect(egressOf("eks", 1024, { clusters: 3, workload: { nodes: 9, vcpu: 2, memoryGiB: 4 } })).toBe(83.16);
  });

  it("has a line that says what was free, and none for no traffic", () => {
    const lines = pricedOf("eks", { ...threeNodes, egressGiB: 40 }).bill.lines.filter(
      ({ category }) => category === "egress",
    );
    expect(lines.map(({ quantity, unitPrice, cost }) => [quantity, unitPrice, cost])).toEqual([[40, 0, 0]]);
    expect(costsOf(pricedOf("eks", { ...threeNodes, egressGiB: 0 }), "egress")).toEqual([]);
  });
});

describe("NAT", () => {
  it("stands in each zone on AWS: 3 × 730 × 0.045, with 20 GiB of every node", () => {
    const priced = pricedOf("eks", { ...threeNodes, uptimePercent: 99.95 });
    expect(costsOf(priced, "nat")).toEqual([98.55, 2.7]); // 60 GiB × 0.045
  });

  it("stands in one zone where one is planned: 730 × 0.045", () => {
    expect(costsOf(pricedOf("eks", threeNodes), "nat")).toEqual([32.85, 2.7]);
  });

  it("is none where nodes have addresses of their own, as in a demo", () => {
    const demo = pricedOf("eks", { ...threeNodes, purpose: "demo" });
    expect(costsOf(demo, "nat")).toEqual([]);
    expect(costsOf(demo, "public-ipv4")).toEqual([18.25]); // three nodes and two of the balancer: 5 × 3.65
  });

  it("is by machine on Google up to 32 of them, then flat", () => {
    const nodes = (count: number) => ({ workload: { nodes: count, vcpu: 2, memoryGiB: 4 } });
    expect(costsOf(pricedOf("gke-zonal", nodes(32)), "nat")[0]).toBe(32.7); // 32 × 730 × 0.0014 = 32.704
    expect(costsOf(pricedOf("gke-zonal", nodes(33)), "nat")[0]).toBe(32.7); // 730 × 0.0448 = 32.704: never more
  });

  it("is not needed on Azure and DigitalOcean", () => {
    for (const id of ["aks", "doks"]) expect(costsOf(pricedOf(id, threeNodes), "nat")).toEqual([]);
  });
});

describe("load balancers", () => {
  it.each([
    ["eks", 1, [16.43, 0.8]], // 730 × 0.0225 = 16.425; 100 GiB × 0.008
    ["eks", 3, [49.28, 0.8]], // 49.275
    ["gke-zonal", 1, [18.25, 0.08]], // five rules together at 0.025; only what comes in is billed, 10 GiB × 0.008
    ["gke-zonal", 5, [18.25, 0.08]],
    ["gke-zonal", 7, [18.25, 14.6, 0.08]], // two more at 0.01: 2 × 7.30
    ["aks", 1, [18.25, 0.5]],
    ["doks", 2, [24]],
  ])("on %s, %d of them: %j", (id, loadBalancers, expected) => {
    expect(costsOf(pricedOf(id, { ...threeNodes, loadBalancers }), "load-balancers")).toEqual(expected);
  });

  it("are none where none is asked for, but on Azure the nodes' way out needs one", () => {
    const none = { ...threeNodes, loadBalancers: 0 };
    for (const id of ["eks", "gke-zonal", "doks"]) expect(costsOf(pricedOf(id, none), "load-balancers")).toEqual([]);
    expect(costsOf(pricedOf("aks", none), "load-balancers")).toEqual([18.25]);
    expect(costsOf(pricedOf("aks", none), "public-ipv4")).toEqual([3.65]);
  });

  it("hold an address in each zone on AWS, in two at least: 2, 2 and 3 × 3.65, and NAT one a zone", () => {
    const addresses = (asked: object) => costsOf(pricedOf("eks", { ...threeNodes, ...asked }), "public-ipv4");
    expect(addresses({})).toEqual([10.95]); // one zone: 2 of the balancer and 1 of its gateway
    expect(addresses({ uptimePercent: 99.95 })).toEqual([21.9]); // three zones: 3 and 3
  });

  it("say that Google's data is what comes in, and how much of it is assumed", () => {
    const lines = pricedOf("gke-zonal", { ...threeNodes, egressGiB: 250 }).bill.lines;
    expect(lines.find(({ skuId }) => skuId === "load-balancer-data")?.description).toBe(
      "25 GiB in through load balancers, assumed at 10 % of what goes out",
    );
  });

  it("are as many for every cluster", () => {
    const two = { workload: { nodes: 6, vcpu: 2, memoryGiB: 4 }, clusters: 2 };
    expect(costsOf(pricedOf("doks", two), "load-balancers")).toEqual([24]);
    expect(costsOf(pricedOf("gke-zonal", { ...two, loadBalancers: 6 }), "load-balancers").slice(0, 2)).toEqual([
      36.5, 14.6,
    ]);
  });
});

describe("traffic between zones", () => {
  const across = { ...threeNodes, crossZoneGiB: 1000, uptimePercent: 99.95 };

  it.each([
    ["eks", [20]], // 1,000 × 0.01, both ways
    ["gke-regional", [10]], // billed once, where it leaves: 1,000 × 0.01
    ["aks", [0]], // Azure dropped the announced charge
  ])("on %s: %j", (id, expected) => {
    expect(costsOf(pricedOf(id, across), "cross-zone")).toEqual(expected);
  });

  it("is none in one zone, and none where none is asked for", () => {
    expect(costsOf(pricedOf("eks", { ...across, uptimePercent: 99 }), "cross-zone")).toEqual([]);
    expect(costsOf(pricedOf("eks", { ...across, crossZoneGiB: 0 }), "cross-zone")).toEqual([]);
  });
});
