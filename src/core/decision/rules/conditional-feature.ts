import { FEATURE_NAMES } from "./feature-names.ts";
import type { Check } from "./rule.ts";

export const conditionalFeature: Check = {
  id: "conditional-feature",
  effect: "warn",
  why: "What is offered on conditions is neither silently fine nor silently out.",
  source: "https://kubernetes.io/docs/setup/production-environment/",
  says: ({ candidate: { platform, requirement } }) => {
    const conditions = requirement.features.flatMap((feature) => {
      const support = platform.features[feature];
      const open = support?.status === "conditional" || support?.status === "do-it-yourself";
      return open ? [`For ${FEATURE_NAMES[feature]}: ${support.says}`] : [];
    });
    return conditions.length === 0 ? null : conditions.join(" ");
  },
};
