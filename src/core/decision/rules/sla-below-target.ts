import { policyFor, SLA_FROM_PERCENT, zonesUsed } from "../../capacity/policy.ts";
import { slaOf } from "../sla.ts";
import type { Gate } from "./rule.ts";

export const slaBelowTarget: Gate = {
  id: "sla",
  why: `From ${SLA_FROM_PERCENT} % up a promise has to stand behind the target; below it, none is usual and a warning will do.`,
  source: "https://sre.google/sre-book/availability-table/",
  says: ({ platform, tier, requirement }) => {
    const target = requirement.uptimePercent ?? 0;
    if (target < SLA_FROM_PERCENT) return null;
    const promised = slaOf(tier, zonesUsed(policyFor(requirement, platform), requirement, platform));
    if (promised === null) return `${tier.name} promises no availability; you asked for ${target} %.`;
    return promised < target ? `${tier.name} promises ${promised} %; you asked for ${target} %.` : null;
  },
};
