import { describe, expect, it } from "vitest";
import { machineOf, nodesOf, platformOf, pricedOf, today } from "../real-catalog.ts";

const optionOf = (machine: string, sustained: boolean) =>
  today
    .options({
      platform: platformOf("eks"),
      compute: nodesOf("eks"),
      regionId: "us-east-1",
      commitment: "none",
      existing: false,
      publicNodes: false,
      hoursPerMonth: 730,
      sustained,
    })
    .find((option) => option.machine.id === machine);

describe("A burstable machine", () => {
  it.each([
    ["aws", "t3.medium", 20],
    ["aws", "t4g.xlarge", 40],
    ["azure", "Standard_B2s", 20],
    ["azure", "Standard_B4als_v2", 30],
    ["gcp", "e2-medium", 50],
  ])("%s %s may use %d %% of each vCPU all the time", (provider, id, percent) => {
    expect(machineOf(provider, id).baselinePercent).toBe(percent);
  });

  it("offers what it may use all the time where that counts, less the daemons", () => {
    // 2 vCPU × 20 % = 400 m; daemons ask for 150 m. Otherwise 1,930 m are allocatable.
    expect(optionOf("t3.medium", true)?.usable.cpuMillicores).toBe(250);
    expect(optionOf("t3.medium", false)?.usable.cpuMillicores).toBe(1780);
    expect(optionOf("m6a.large", true)?.usable).toEqual(optionOf("m6a.large", false)?.usable);
  });

  it("is no production node below one vCPU that it may use all the time, and is one for a demo", () => {
    const machines = (purpose: "production" | "demo") =>
      pricedOf("eks", { purpose, workload: { services: 3 } }).plan.pools.map(({ machine }) => machine.cpu);
    expect(machines("production")).toEqual(["dedicated"]);
    expect(machines("demo")).toEqual(["burstable"]);
  });

  it("is priced as asked where it is named", () => {
    const { plan } = pricedOf("eks", { workload: { nodes: 3, instanceType: "t3.medium" } });
    expect(plan.pools).toMatchObject([{ count: 3, machine: { id: "t3.medium" } }]);
  });
});

describe("Many small nodes", () => {
  const large = pricedOf("eks", { workload: { services: 200 } });

  it("give way to at most twelve larger ones in production, and it is said what they would save", () => {
    const nodes = large.plan.pools.reduce((sum, { count }) => sum + count, 0);
    expect(nodes).toBeLessThanOrEqual(12);
    expect(large.plan.notes.join()).toMatch(
      /are planned rather than \d+ × \S+, which would cost about \d+ USD a month less/,
    );
  });

  it("stay where they are cheapest and nobody depends on them", () => {
    const { plan } = pricedOf("eks", { purpose: "demo", workload: { services: 200 } });
    expect(plan.notes.join()).not.toContain("rather than");
  });
});
