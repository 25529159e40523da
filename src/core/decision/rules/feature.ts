import { FEATURE_NAMES } from "./feature-names.ts";
import type { Gate } from "./rule.ts";

export const feature: Gate = {
  id: "feature",
  why: "What is asked for and not offered cannot be made up by a lower price.",
  source: "https://kubernetes.io/docs/setup/production-environment/turnkey-solutions/",
  says: ({ platform, requirement }) => {
    for (const asked of requirement.features) {
      const support = platform.features[asked];
      if (support === undefined) return `It does not offer ${FEATURE_NAMES[asked]}.`;
      if (support.status === "no") return support.says;
    }
    return null;
  },
};
