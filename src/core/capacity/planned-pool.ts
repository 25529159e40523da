import { isCurrentSpot } from "../spot.ts";
import type { Candidate, PlannedPool } from "./plan.ts";
import type { ChosenPool } from "./pool.ts";

/**
 * A pool of `count` such nodes, as it will be billed: a share of them on spot capacity where that was asked for, and at least
 * `onDemand` not.
 */
export function plannedPool(
  candidate: Candidate,
  pool: Pick<ChosenPool, "option" | "count" | "packed">,
  role: PlannedPool["role"],
  zones: number,
  onDemand = 1,
): PlannedPool {
  return {
    role,
    machine: pool.option.machine,
    count: pool.count,
    spotCount: role === "system" ? 0 : spotCount(candidate, pool, onDemand),
    zones,
    category: pool.option.category,
    allocatable: pool.option.allocatable,
    includedTransferGiB: pool.option.includedTransferGiB,
    packed: pool.packed,
  };
}

/** Nodes on spot capacity: the asked share, rounded down, with `onDemand` nodes always left out; none where the price is too old to plan with. */
function spotCount(
  { platform, region, requirement, book }: Candidate,
  { option, count }: Pick<ChosenPool, "option" | "count">,
  onDemand: number,
): number {
  if (requirement.spotPercent === 0 || platform.features.spot?.status !== "yes") return 0;
  const price = book.price(platform.provider ?? "", option.machine.id, region.id, { category: "dynamic" });
  const share = Math.floor((count * requirement.spotPercent) / 100);
  return price !== null && isCurrentSpot(price.reading, book) ? Math.max(0, Math.min(count - onDemand, share)) : 0;
}
