import { isCurrentSpot } from "../catalog/spot.ts";
import type { Candidate, PlannedPool } from "./cluster-plan.ts";
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
    hoursPerMonth: candidate.requirement.hoursPerMonth,
    category: pool.option.category,
    allocatable: pool.option.allocatable,
    includedTransferGiB: pool.option.includedTransferGiB,
    packed: pool.packed,
  };
}

/** Nodes on spot capacity: the asked share, rounded down, with `onDemand` nodes always left out; none where the price is too old to plan with. */
function spotCount(
  candidate: Candidate,
  { option, count }: Pick<ChosenPool, "option" | "count">,
  onDemand: number,
): number {
  const { spotPercent } = candidate.requirement;
  if (spotPercent === 0 || !spotPriced(candidate, option.machine.id)) return 0;
  return Math.max(0, Math.min(count - onDemand, Math.floor((count * spotPercent) / 100)));
}

/** Whether a machine is offered on spot capacity there, at a price that is known and new enough to plan with. */
export function spotPriced({ platform, region, book }: Candidate, skuId: string): boolean {
  if (platform.features.spot?.status !== "yes") return false;
  const price = book.price(platform.provider ?? "", skuId, region.id, { category: "dynamic" });
  return price !== null && isCurrentSpot(price.reading, book);
}
