import { planNodeCount } from "../../capacity/cluster-plan.ts";
import { isCurrentSpot, SPOT_DAYS } from "../../catalog/spot.ts";
import { plainNumber } from "../../cost/money.ts";
import type { CostedCandidate } from "../evaluate.ts";
import type { Check } from "./rule.ts";

export const spotShare: Check = {
  id: "spot-share",
  effect: "warn",
  why: "A share of spot capacity that cannot be had, or not in full, changes the bill.",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/",
  says: (priced) => {
    const { plan, candidate } = priced;
    const { requirement, platform } = candidate;
    if (requirement.spotPercent === 0) return null;
    const spot = plan.pools.reduce((sum, pool) => sum + pool.spotCount, 0);
    if (spot === 0)
      return (
        oldSpot(priced) ??
        `No node is on spot capacity: ${platform.features.spot?.status === "yes" ? "too few nodes, or no spot price is known" : "it is not offered"}.`
      );
    return `${spot} of ${planNodeCount(plan)} nodes are on spot capacity and can be taken away within minutes; spot prices move daily.`;
  },
};

/** Why a spot price that is known is in no bill, and how much it saved when it was read; null where none is too old. */
function oldSpot({ plan, candidate: { book, platform, region, requirement } }: CostedCandidate): string | null {
  const provider = platform.provider ?? "";
  const asked = Math.floor((planNodeCount(plan) * requirement.spotPercent) / 100);
  if (asked === 0 || platform.features.spot?.status !== "yes") return null;
  for (const { machine, role } of plan.pools) {
    const spot = book.price(provider, machine.id, region.id, { category: "dynamic" });
    const listed = book.price(provider, machine.id, region.id);
    if (role === "system" || spot === null || listed === null || isCurrentSpot(spot.reading, book)) continue;
    const saved = plainNumber(100 * (1 - spot.listUnitPrice / listed.listUnitPrice), 0);
    return `Spot prices move daily, and none here was read in the last ${SPOT_DAYS} days: priced on demand. On ${spot.reading.asOf} spot saved ${saved} % of a ${machine.id}.`;
  }
  return null;
}
