import { describe, expect, it } from "vitest";
import { fillFact } from "../../../src/cards/node-fill.ts";
import { traceOf } from "../../../src/core/decision/trace.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { adviceOn, nodesOf, rankedAs, today } from "../real-catalog.ts";

const two: RequirementInput = {
  purpose: "production",
  workload: { pods: [{ name: "web", replicas: 2, cpuMillicores: 250, memoryMiB: 256 }] },
};
const doks = () => rankedAs(adviceOn(two, today, ["doks"]), "doks");

describe("what nodes hold", () => {
  it("is what their pods ask for, what the daemons take and what is left, to the last MiB", () => {
    const [pool] = doks().cluster.pools;
    const { overhead } = nodesOf("doks");
    const [full, spare] = pool?.nodes ?? [];
    expect(full).toMatchObject({
      count: 1,
      requested: { cpuMillicores: 500, memoryMiB: 512, pods: 2 },
      isSpare: false,
    });
    expect(spare).toMatchObject({ count: 1, requested: { cpuMillicores: 0, memoryMiB: 0, pods: 0 }, isSpare: true });
    for (const { requested, free } of pool?.nodes ?? []) {
      expect(requested.cpuMillicores + free.cpuMillicores + overhead.cpuMillicores).toBe(
        pool?.allocatable.cpuMillicores,
      );
      expect(requested.memoryMiB + free.memoryMiB + overhead.memoryMiB).toBe(pool?.allocatable.memoryMiB);
    }
  });

  it("is all of the pool's nodes, and nothing where nobody knows what runs on them", () => {
    for (const { cluster } of adviceOn({ purpose: "production", workload: { services: 20 } }).ranking)
      for (const { count, nodes } of cluster.pools.filter((pool) => pool.nodes.length > 0))
        expect(nodes.reduce((sum, each) => sum + each.count, 0)).toBe(count);
    const named = rankedAs(adviceOn({ workload: { nodes: 3, instanceType: "t3.medium" } }), "eks");
    expect(named.cluster.pools.map(({ nodes }) => nodes)).toEqual([[]]);
    expect(fillFact(named)).toBeNull();
  });

  it("is a bar on the card", () => {
    // 512 of 2 × 2,560 MiB are 10 %, 500 of 2 × 1,900 m or so are 13 %.
    expect(fillFact(doks())?.value).toMatch(/^memory █░{9} 10 %, CPU █░{9} 1\d %, 1 node spare$/);
  });

  it("is told to engineers, each part of the machine", () => {
    const advice = { id: "k7f3a2", ...adviceOn(two, today, ["doks"]) };
    expect(traceOf(advice, today)).toMatch(
      /doks: 1 × s-2vcpu-4gb, spare, each 2,000 m CPU = system [\d,.]+ \+ daemons [\d,.]+ \+ pods 0 \+ free [\d,.]+;/,
    );
  });
});
