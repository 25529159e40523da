import type { Platform } from "../platform.ts";
import type { Requirement } from "../requirement.ts";
import type { Gate } from "./rule.ts";

/** What the asker wants to hear nothing of: platforms by their own id or by their provider's. */
export const leftOut: Gate = {
  id: "left-out",
  why: "What somebody refuses is no answer, however cheap: the rest is weighed as if it were not there.",
  source: "https://kubernetes.io/docs/setup/production-environment/turnkey-solutions/",
  says: ({ platform, requirement }) => {
    if (isAmong(platform, requirement.excluded)) return "You left it out.";
    return requirement.only.length > 0 && !isAmong(platform, requirement.only) ? "You asked for others only." : null;
  },
};

const isAmong = ({ id, provider }: Platform, ids: Requirement["only"]) =>
  ids.includes(id) || (provider !== null && ids.includes(provider));
