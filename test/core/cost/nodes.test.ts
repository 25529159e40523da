import { describe, expect, it } from "vitest";
import { catalogData, costsOf, knowledgeOf, pricedOf } from "../real-catalog.ts";

/** The real catalog with one machine priced by the hour instead of the month. */
function pricedByTheHour(provider: string, skuId: string, listUnitPrice: number) {
  const prices = catalogData.prices.map((price) =>
    price.provider === provider && price.skuId === skuId
      ? { ...price, pricingUnit: "hour" as const, listUnitPrice }
      : price,
  );
  return knowledgeOf({ ...catalogData, prices });
}

describe("machines that run part of a month", () => {
  const asked = (instanceType: string, rest = {}) => ({
    workload: { nodes: 3, instanceType },
    hoursPerMonth: 200,
    ...rest,
  });

  it("cost their hours: 3 × 200 × 0.0416", () => {
    expect(costsOf(pricedOf("eks", asked("t3.medium")), "nodes")).toEqual([24.96]);
  });

  it("cost their share of a month that is sold whole: 3 × 24 × 200 / 672", () => {
    expect(costsOf(pricedOf("doks", asked("s-2vcpu-4gb")), "nodes")).toEqual([21.43]);
  });

  it("cost all the hours where they are committed to", () => {
    const committed = asked("m7g.large", { commitment: "1y", region: "ap-south-1" });
    const [part] = costsOf(pricedOf("eks", committed), "nodes");
    const [whole] = costsOf(pricedOf("eks", { ...committed, hoursPerMonth: 730 }), "nodes");
    expect(part).toBe(whole);
  });
});

describe("a pool on spot capacity", () => {
  const pools = [
    { instanceType: "Standard_D4s_v5", count: 2 },
    { instanceType: "Standard_D4as_v5", count: 4, spot: true },
  ];
  const nodesOn = (day: string) =>
    pricedOf("aks", { region: "westeurope", workload: { pools } }, "standard", knowledgeOf(catalogData, day))
      .bill.lines.filter(({ category }) => category === "nodes")
      .map(({ skuId, unitPrice, cost, asOf }) => [skuId, unitPrice, cost, asOf]);

  it("is billed at Azure's spot price while that is at most 30 days old: 4 × 730 × 0.038438", () => {
    expect(nodesOn("2026-09-10")).toEqual([
      ["Standard_D4s_v5", 0.23, 335.8, "2026-08-22"], // 2 × 730 × 0.23
      ["Standard_D4as_v5", 0.038438, 112.24, "2026-08-22"], // 112.23896
    ]);
  });

  it("is billed on demand once it is older: 4 × 730 × 0.208", () => {
    expect(nodesOn("2026-09-22").slice(1)).toEqual([["Standard_D4as_v5", 0.208, 607.36, "2026-08-22"]]);
  });
});

describe("what running long takes off by itself", () => {
  const lines = (asked: Parameters<typeof pricedOf>[1]) =>
    pricedOf("gke-zonal", { region: "us-central1", ...asked }).bill.lines.filter(
      ({ category }) => category === "nodes" || category === "discounts",
    );
  const nodes = { nodes: 3, instanceType: "n2-standard-4" };

  it("is a line of its own under the list price: 3 × 730 × 0.194236, and 19.98 % of it", () => {
    const [listed, off] = lines({ workload: nodes });
    expect(listed).toMatchObject({ category: "nodes", unitPrice: 0.194236, cost: 425.38 }); // 425.37684
    expect(off).toMatchObject({ category: "discounts", skuId: "n2-standard-4", cost: -84.99 }); // 425.37684 × 0.1998 = 84.9903
    expect(off?.description).toBe("n2-standard-4: sustained use, 20 % off for running all month");
    expect(off?.source).toBe("https://docs.cloud.google.com/compute/docs/sustained-use-discounts");
  });

  it("counts the parts of a month that run: of 292 hours the first 182.5 have none, the next 109.5 have 13.22 %", () => {
    const [listed, off] = lines({ workload: nodes, hoursPerMonth: 292 });
    expect(listed?.cost).toBe(170.15); // 3 × 292 × 0.194236 = 170.1507
    expect(off?.cost).toBe(-8.44); // 3 × 109.5 × 0.194236 × 0.1322 = 8.4353
    expect(off?.description).toBe("n2-standard-4: sustained use, 5 % off for running 292 of 730 hours");
  });

  it.each([
    ["for less than a quarter of the month", { workload: nodes, hoursPerMonth: 180 }],
    ["on a commitment", { workload: nodes, commitment: "1y" as const }],
    ["for a family that has none", { workload: { nodes: 3, instanceType: "e2-standard-4" } }],
  ])("is nothing %s", (_, asked) => {
    expect(lines(asked).map(({ category }) => category)).toEqual(["nodes"]);
  });
});

describe("a month of a node", () => {
  it("is 730 hours on AWS: 3 × 730 × 0.0416", () => {
    const priced = pricedOf("eks", { workload: { nodes: 3, instanceType: "t3.medium" } });
    expect(costsOf(priced, "nodes")).toEqual([91.1]); // 91.104
  });

  it("is never more than 672 hours on DigitalOcean: 24 USD, not the 26.07 of 730", () => {
    const asked = { workload: { nodes: 3, instanceType: "s-2vcpu-4gb" } };
    expect(costsOf(pricedOf("doks", asked), "nodes")).toEqual([72]);
    // The same machine at its hourly price of 0.0357142…: 3 × 672 h are 72 again.
    const hourly = pricedOf("doks", asked, "basic", pricedByTheHour("digitalocean", "s-2vcpu-4gb", 24 / 672));
    expect(costsOf(hourly, "nodes")).toEqual([72]);
  });

  it("is never more than 624 hours at Hetzner: 19.49 EUR, not the 22.80 of 730", () => {
    const asked = { workload: { nodes: 3, instanceType: "cpx22" }, region: "fsn1", currency: "EUR" as const };
    expect(costsOf(pricedOf("hetzner-k3s", asked, "ha"), "nodes")).toEqual([58.47]); // 3 × 19.49
    const hourly = pricedOf("hetzner-k3s", asked, "ha", pricedByTheHour("hetzner", "cpx22", 19.49 / 624));
    expect(costsOf(hourly, "nodes")).toEqual([58.47]);
  });

  it.each([
    ["2026-01-25", false, 5.99],
    ["2026-04-01", false, 7.99],
    ["2026-11-22", false, 19.49],
    ["2026-11-22", true, 7.99], // ordered before 15 June
  ])("of a CPX22 as of %s, existing: %s, is %d EUR", (asOf, existingServers, expected) => {
    const asked = {
      workload: { nodes: 3, instanceType: "cpx22" },
      region: "fsn1",
      currency: "EUR" as const,
      existingServers,
    };
    const knowledge = knowledgeOf(catalogData, asOf);
    const [cost = 0] = costsOf(pricedOf("hetzner-k3s", asked, "ha", knowledge), "nodes");
    expect(cost / 3).toBeCloseTo(expected, 9);
  });

  it("counts in every zone on a regional GKE cluster: two are six, 4,380 node-hours", () => {
    const asked = { workload: { nodes: 2, instanceType: "e2-standard-2" }, uptimePercent: 99.95 };
    const [line] = pricedOf("gke-regional", asked).bill.lines.filter(({ category }) => category === "nodes");
    expect(line?.quantity).toBe(4380);
  });
});

describe("billed pods", () => {
  it("are billed as many as there are, however they divide by clusters: 3 × 2 pods in two clusters are six", () => {
    const asked = { workload: { services: 3, replicas: 2, cpuMillicores: 250, memoryMiB: 512 }, clusters: 2 };
    const [vcpu, memory] = pricedOf("gke-autopilot", asked).bill.lines.filter(({ category }) => category === "nodes");
    expect(vcpu?.description).toContain("6 pods, 1.5 vCPU as billed");
    expect(vcpu?.quantity).toBe(1095); // 6 × 0.25 vCPU × 730 h
    expect(memory?.quantity).toBe(2190); // 6 × 0.5 GiB × 730 h
  });
});

describe("the disk a node boots from", () => {
  it.each([
    ["eks", "m5.large", [4.8]], // 3 × 20 GiB × 0.08
    ["gke-zonal", "e2-standard-2", [30]], // 3 × 100 GiB × 0.10
    ["gke-regional", "n4-standard-2", [81]], // the same three times
    ["aks", "Standard_D2s_v5", [59.13]], // 3 × 19.71, P10: no disk of its own
    ["aks", "Standard_D8s_v5", [114.04]], // 3 × 38.012142, P15
    ["aks", "Standard_D8ds_v5", []], // stands on the machine's own 300 GiB
    ["aks", "Standard_D2ds_v5", [59.13]], // 75 GiB of its own are too few
    ["doks", "s-2vcpu-4gb", []], // comes with the machine
  ])("on %s with %s: %j", (id, instanceType, expected) => {
    expect(costsOf(pricedOf(id, { workload: { nodes: 3, instanceType } }), "os-disks")).toEqual(expected);
  });
});

describe("a commitment", () => {
  const asked = { workload: { nodes: 3, instanceType: "e2-standard-2" }, commitment: "1y" as const };

  it("takes the sourced rate, which is less than on demand", () => {
    const [committed = 0] = costsOf(pricedOf("gke-zonal", asked), "nodes");
    const [onDemand = 0] = costsOf(pricedOf("gke-zonal", { ...asked, commitment: "none" }), "nodes");
    expect(committed).toBeLessThan(onDemand);
  });

  it("changes nothing where no rate is sourced", () => {
    const doks = { workload: { nodes: 3, instanceType: "s-2vcpu-4gb" } };
    expect(costsOf(pricedOf("doks", { ...doks, commitment: "3y" }), "nodes")).toEqual([72]);
  });
});

describe("spot capacity", () => {
  const read = knowledgeOf(catalogData, "2024-09-08"); // 30 days after the spot prices of AWS were read

  it("is the asked share, rounded down, on lines of its own; one node stays on demand", () => {
    const lines = (spotPercent: number) =>
      pricedOf("eks", { workload: { nodes: 3, instanceType: "m5.large" }, spotPercent }, undefined, read)
        .bill.lines.filter(({ category }) => category === "nodes")
        .map(({ quantity }) => quantity / 730);
    expect(lines(0)).toEqual([3]);
    expect(lines(50)).toEqual([2, 1]); // 1.5 rounded down
    expect(lines(100)).toEqual([1, 2]);
  });

  it("is in no bill once its price is more than 30 days old", () => {
    const asked = { workload: { nodes: 3, instanceType: "m5.large" }, spotPercent: 100 };
    const later = knowledgeOf(catalogData, "2024-09-09");
    expect(pricedOf("eks", asked, undefined, read).plan.pools[0]?.spotCount).toBe(2);
    expect(pricedOf("eks", asked, undefined, later).plan.pools[0]?.spotCount).toBe(0);
  });
});
