import type { Check } from "./rule.ts";

export const uncommittedPrice: Check = {
  id: "uncommitted-price",
  effect: "warn",
  why: "A generic percentage is not a price: without a sourced rate the on-demand price stays.",
  source: "https://www.finops.org/framework/capabilities/rate-optimization/",
  says: ({ plan, candidate: { requirement } }) => {
    if (requirement.commitment === "none") return null;
    const onDemand = plan.pools.filter((pool) => pool.category === "standard").map((pool) => pool.machine.id);
    if (plan.pools.length > 0 && onDemand.length === 0) return null;
    return `No ${requirement.commitment === "1y" ? "1-year" : "3-year"} rate is sourced for ${onDemand.length > 0 ? onDemand.join(", ") : "its pods"}: priced on demand.`;
  },
};
