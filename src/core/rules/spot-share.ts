import { planNodeCount } from "../capacity/plan.ts";
import type { Check } from "./rule.ts";

export const spotShare: Check = {
  id: "spot-share",
  effect: "warn",
  why: "A share of spot capacity that cannot be had, or not in full, changes the bill.",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/",
  says: ({ plan, candidate: { requirement, platform } }) => {
    if (requirement.spotPercent === 0) return null;
    const spot = plan.pools.reduce((sum, pool) => sum + pool.spotCount, 0);
    if (spot === 0)
      return `No node is on spot capacity: ${platform.features.spot?.status === "yes" ? "too few nodes, or no spot price is known" : "it is not offered"}.`;
    return `${spot} of ${planNodeCount(plan)} nodes are on spot capacity and can be taken away within minutes; spot prices move daily.`;
  },
};
