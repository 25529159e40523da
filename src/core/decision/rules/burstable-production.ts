import type { Check } from "./rule.ts";

export const burstableProduction: Check = {
  id: "burstable",
  effect: "warn",
  why: "A burstable machine earns CPU credits and slows down, or costs more, once they are used up.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html",
  says: ({ plan }) => {
    const machine = plan.pools.find((pool) => pool.machine.cpu === "burstable" && plan.policy.production)?.machine;
    return machine === undefined
      ? null
      : `${machine.id} is burstable: above its share of CPU for long, it slows down or costs more.`;
  },
};
