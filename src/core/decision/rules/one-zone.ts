import { wantsZones, ZONES_ABOVE_PERCENT } from "../../capacity/policy.ts";
import type { Gate } from "./rule.ts";

export const oneZone: Gate = {
  id: "one-zone",
  why: "One building fails as a whole: no number of nodes inside it makes up for a second one.",
  source: "https://kubernetes.io/docs/setup/best-practices/multiple-zones/",
  says: ({ platform, requirement }) =>
    wantsZones(requirement) && platform.zones.most < 3
      ? `A cluster there stands in one zone; ${requirement.features.includes("multi-zone") ? "you asked for several" : `above ${ZONES_ABOVE_PERCENT} % needs three`}.`
      : null,
};
