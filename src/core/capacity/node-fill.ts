import type { Platform } from "../catalog/platform.ts";
import type { NodeFill } from "../decision/estimate.ts";
import { groupBy } from "../group-by.ts";
import type { ClusterPlan, PlannedPool } from "./cluster-plan.ts";
import type { PackedNodes } from "./packing.ts";

/** What a node's daemons take. */
type Daemons = NodeFill["free"];

/** What every node of a platform runs for itself. */
export function daemonsOf({ compute }: Platform): Daemons {
  return compute.kind === "nodes" || compute.kind === "machine"
    ? compute.overhead
    : { cpuMillicores: 0, memoryMiB: 0, pods: 0 };
}

/**
 * The nodes of a pool by what they hold, the fullest first: what their pods ask for and what is left free beside that and the
 * daemons. Of those that hold nothing, as many as the plan keeps are spare. Empty where nobody knows what runs on them.
 */
export function nodeFill(pool: PlannedPool, { policy, pods }: ClusterPlan, daemons: Daemons): NodeFill[] {
  if (pods === 0) return [];
  const held = pool.packed.map((nodes) => ({ count: nodes.count, requested: requestedOn(nodes) }));
  const placed = held.reduce((sum, { count }) => sum + count, 0);
  const nothing = { cpuMillicores: 0, memoryMiB: 0, pods: 0 };
  const all = [...held, { count: pool.count - placed, requested: nothing }].filter(({ count }) => count > 0);
  const alike = [...groupBy(all, ({ requested }) => JSON.stringify(requested)).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, count: same.reduce((sum, { count }) => sum + count, 0) }];
  });
  const { allocatable, role } = pool;
  const spare = role === "general" && policy.spareNodes > 0;
  return alike
    .toSorted(
      (a, b) => b.requested.memoryMiB - a.requested.memoryMiB || b.requested.cpuMillicores - a.requested.cpuMillicores,
    )
    .map(({ count, requested }) => ({
      count,
      requested,
      free: {
        cpuMillicores: allocatable.cpuMillicores - daemons.cpuMillicores - requested.cpuMillicores,
        memoryMiB: Math.floor(allocatable.memoryMiB - daemons.memoryMiB - requested.memoryMiB),
        pods: allocatable.pods - daemons.pods - requested.pods,
      },
      isSpare: spare && requested.pods === 0,
    }));
}

function requestedOn({ holds }: PackedNodes): NodeFill["requested"] {
  const requested = { cpuMillicores: 0, memoryMiB: 0, pods: 0 };
  for (const [kind, each] of holds) {
    requested.cpuMillicores += each * kind.cpuMillicores;
    requested.memoryMiB += each * kind.memoryMiB;
    requested.pods += each;
  }
  return requested;
}
