import type { NodeOption } from "./node-options.ts";
import type { Candidate, PlannedPool } from "./plan.ts";
import type { ChosenPool } from "./pool.ts";

/** A pool of `count` such nodes, as it will be billed: a share of them on spot capacity where that was asked for. */
export function plannedPool(
  candidate: Candidate,
  pool: Pick<ChosenPool, "option" | "count" | "packed">,
  role: PlannedPool["role"],
  zones: number,
): PlannedPool {
  return {
    role,
    machine: pool.option.machine,
    count: pool.count,
    spotCount: role === "system" ? 0 : spotCount(candidate, pool.option, pool.count),
    zones,
    category: pool.option.category,
    allocatable: pool.option.allocatable,
    includedTransferGiB: pool.option.includedTransferGiB,
    packed: pool.packed,
  };
}

/** Nodes on spot capacity: the asked share, rounded down, with one node always left on demand. */
function spotCount({ platform, region, requirement, book }: Candidate, option: NodeOption, count: number): number {
  if (requirement.spotPercent === 0 || platform.features.spot?.status !== "yes") return 0;
  const priced = book.price(platform.provider ?? "", option.machine.id, region.id, { category: "dynamic" }) !== null;
  return priced ? Math.min(count - 1, Math.floor((count * requirement.spotPercent) / 100)) : 0;
}
