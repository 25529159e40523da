import type { Platform } from "../../catalog/platform.ts";
import type { Gate } from "./rule.ts";

/** What the asker wants to hear nothing of: platforms by their own id or by their provider's. */
export const leftOut: Gate = {
  id: "left-out",
  why: "What somebody refuses is no answer, however cheap: the rest is weighed as if it were not there.",
  source: "https://kubernetes.io/docs/setup/production-environment/turnkey-solutions/",
  says: ({ platform, requirement }) => (isAmong(platform, requirement.excluded) ? "You left it out." : null),
};

/** Whether `ids` hold a platform by its own id or by its provider's. */
export const isAmong = ({ id, provider }: Platform, ids: readonly string[]): boolean =>
  ids.includes(id) || (provider !== null && ids.includes(provider));
