import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capacity } from "../../../src/core/capacity/allocatable.ts";
import { demandOf, fewestNodes, nodeCount, type PackedNodes, packPods } from "../../../src/core/capacity/packing.ts";
import type { SizedPodKind } from "../../../src/core/question/workload.ts";

const NODE: Capacity = { cpuMillicores: 1900, memoryMiB: 6000, pods: 20, gpus: 0 };
const SERVER: Capacity = { cpuMillicores: 1500, memoryMiB: 4500, pods: 15, gpus: 0 };

const pod = (name: string, replicas: number, cpuMillicores: number, memoryMiB: number, gpus = 0): SizedPodKind => ({
  name,
  replicas,
  cpuMillicores,
  memoryMiB,
  gpus,
});

const fittingKinds = fc
  .array(
    fc.record({
      replicas: fc.integer({ min: 1, max: 60 }),
      cpuMillicores: fc.integer({ min: 1, max: SERVER.cpuMillicores }),
      memoryMiB: fc.integer({ min: 1, max: SERVER.memoryMiB }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((kinds) => kinds.map((kind, i) => pod(`pod-${i}`, kind.replicas, kind.cpuMillicores, kind.memoryMiB)));

function load(nodes: PackedNodes): Capacity {
  const used = { cpuMillicores: 0, memoryMiB: 0, pods: 0, gpus: 0 };
  for (const [kind, each] of nodes.holds) {
    used.cpuMillicores += each * kind.cpuMillicores;
    used.memoryMiB += each * kind.memoryMiB;
    used.pods += each;
    used.gpus += each * kind.gpus;
  }
  return used;
}

function placed(packed: readonly PackedNodes[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const nodes of packed)
    for (const [kind, each] of nodes.holds) counts.set(kind.name, (counts.get(kind.name) ?? 0) + each * nodes.count);
  return counts;
}

const fitsIn = (used: Capacity, room: Capacity) =>
  used.cpuMillicores <= room.cpuMillicores &&
  used.memoryMiB <= room.memoryMiB &&
  used.pods <= room.pods &&
  used.gpus <= room.gpus;

function packedOn(node: Capacity, pods: SizedPodKind[], fixed?: { count: number; capacity: Capacity }): PackedNodes[] {
  const packed = packPods(pods, node, fixed);
  if (packed === null) throw new Error("They fit one by one, so they fit");
  return packed;
}

describe("pods on equal nodes", () => {
  it.each([
    ["memory", [pod("a", 7, 100, 2000)], 3], // three to a node: 3 + 3 + 1
    ["CPU", [pod("a", 7, 600, 100)], 3], // three to a node
    ["the pod ceiling", [pod("a", 45, 1, 1)], 3], // 20 to a node: 20 + 20 + 5
    ["nothing", [], 0],
  ])("are limited by %s", (_limit, pods, nodes) => {
    expect(nodeCount(packedOn(NODE, pods))).toBe(nodes);
  });

  it("fill the gaps that larger pods leave", () => {
    // Two of 4,000 MiB take a node each; two of 2,000 go beside them.
    expect(nodeCount(packedOn(NODE, [pod("small", 2, 100, 2000), pod("large", 2, 100, 4000)]))).toBe(2);
  });

  it("share GPUs by whole ones", () => {
    const withGpus = { ...NODE, gpus: 4 };
    expect(nodeCount(packedOn(withGpus, [pod("train", 5, 100, 100, 2)]))).toBe(3); // two to a node
    expect(packPods([pod("train", 1, 100, 100, 1)], NODE)).toBeNull();
  });

  it("have no place when one is larger than a node", () => {
    expect(packPods([pod("huge", 1, 1901, 1)], NODE)).toBeNull();
    expect(packPods([pod("huge", 1, 1, 6001)], NODE)).toBeNull();
    expect(packPods([pod("exact", 1, 1900, 6000)], NODE)).not.toBeNull();
  });

  it("are all placed, on no fewer nodes than any packing needs, and none is overfull", () => {
    fc.assert(
      fc.property(fittingKinds, (pods) => {
        const packed = packedOn(NODE, pods);
        for (const nodes of packed) expect(fitsIn(load(nodes), NODE)).toBe(true);
        expect(placed(packed)).toEqual(new Map(pods.map(({ name, replicas }) => [name, replicas])));
        expect(nodeCount(packed)).toBeGreaterThanOrEqual(fewestNodes(demandOf(pods), NODE).nodes);
      }),
    );
  });

  it("take the nodes that are there first, which may be smaller, and keep even the empty ones", () => {
    fc.assert(
      fc.property(fittingKinds, fc.integer({ min: 1, max: 5 }), (pods, servers) => {
        const packed = packedOn(NODE, pods, { count: servers, capacity: SERVER });
        const agents = nodeCount(packed) - servers;
        const tooLargeForServers = packed.filter((nodes) => !fitsIn(load(nodes), SERVER));
        for (const nodes of packed) expect(fitsIn(load(nodes), NODE)).toBe(true);
        expect(nodeCount(tooLargeForServers)).toBeLessThanOrEqual(agents);
        expect(agents).toBeGreaterThanOrEqual(0);
        const all = [...placed(packed).values()].reduce((sum, count) => sum + count, 0);
        expect(all).toBe(pods.reduce((sum, { replicas }) => sum + replicas, 0));
      }),
    );
  });

  it("never need more nodes than all of them at the largest size would", () => {
    fc.assert(
      fc.property(fittingKinds, (pods) => {
        const cpuMillicores = Math.max(...pods.map((kind) => kind.cpuMillicores));
        const memoryMiB = Math.max(...pods.map((kind) => kind.memoryMiB));
        const largest = pods.map((kind) => ({ ...kind, cpuMillicores, memoryMiB }));
        expect(nodeCount(packedOn(NODE, pods))).toBeLessThanOrEqual(nodeCount(packedOn(NODE, largest)));
      }),
    );
  });

  it("are laid out the same in whatever order they are named", () => {
    fc.assert(
      fc.property(fittingKinds, (pods) => {
        const other = packedOn(NODE, [...pods].reverse());
        expect(other.map((nodes) => [nodes.count, load(nodes)])).toEqual(
          packedOn(NODE, pods).map((nodes) => [nodes.count, load(nodes)]),
        );
      }),
    );
  });
});

describe("the lower bound", () => {
  it.each([
    ["memory", [pod("a", 7, 100, 2000)], 3], // 14,000 / 6,000 = 2.33
    ["cpu", [pod("a", 7, 600, 100)], 3], // 4,200 / 1,900 = 2.2
    ["pods", [pod("a", 45, 1, 1)], 3], // 45 / 20 = 2.25
  ] as const)("says that %s decides", (limit, pods, nodes) => {
    expect(fewestNodes(demandOf(pods), NODE)).toEqual({ nodes, limit });
  });

  it("counts exactly full nodes as full, not as one more", () => {
    expect(fewestNodes(demandOf([pod("a", 3, 1900, 100)]), NODE).nodes).toBe(3);
  });

  it("is met by pods that divide a node evenly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.constantFrom(1, 2, 4, 5, 10, 20), (replicas, perNode) => {
        const even = [pod("a", replicas, 1900 / perNode, 6000 / perNode)];
        expect(nodeCount(packedOn(NODE, even))).toBe(fewestNodes(demandOf(even), NODE).nodes);
      }),
    );
  });
});
