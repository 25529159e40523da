import { SLA_FROM_PERCENT } from "../../capacity/policy.ts";
import { slaOf } from "../sla.ts";
import type { Check } from "./rule.ts";

export const paidPromise: Check = {
  id: "paid-promise",
  effect: "note",
  why: "Whoever pays for a tier should read what a cheaper one would not promise.",
  source: "https://sre.google/sre-book/service-level-objectives/",
  says: ({ plan, candidate: { platform, tier, requirement } }) => {
    const target = requirement.uptimePercent ?? 0;
    if (target < SLA_FROM_PERCENT || tier.extendedSupport) return null;
    const lesser = platform.tiers.find((other) => !other.extendedSupport && (slaOf(other, plan.zones) ?? 0) < target);
    if (lesser === undefined || lesser.id === tier.id) return null;
    const promised = slaOf(lesser, plan.zones);
    return `Your ${target} % needs this tier, ${tier.name}: ${lesser.name} promises ${promised === null ? "nothing" : `${promised} %`}.`;
  },
};
