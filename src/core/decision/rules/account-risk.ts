import { isProduction, SLA_FROM_PERCENT } from "../../capacity/policy.ts";
import type { Check } from "./rule.ts";

export const accountRisk: Check = {
  id: "account-risk",
  effect: "note",
  why: "Agreements leave out outages that follow a suspended account, and accounts are suspended by mistake too.",
  source: "https://aws.amazon.com/eks/sla/",
  says: ({ candidate: { requirement } }) =>
    isProduction(requirement) && (requirement.uptimePercent ?? 0) >= SLA_FROM_PERCENT
      ? "A promise of availability covers faults, not a locked account: keep backups and manifests outside this provider, so that another's Kubernetes could take over."
      : null,
};
