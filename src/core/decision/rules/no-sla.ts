import type { Check } from "./rule.ts";

export const noSla: Check = {
  id: "no-sla",
  effect: "warn",
  why: "Without a promise there is nobody to hold to it.",
  source: "https://sre.google/sre-book/service-level-objectives/",
  says: ({ sla, candidate: { tier, platform } }) => {
    if (sla !== null) return null;
    if (platform.kind === "machine")
      return "Nobody promises any availability for it, and every restart is an outage: if that must not be, name the uptime you need.";
    const dearer = platform.tiers.find((other) => other.sla !== null && !other.extendedSupport);
    const better = dearer === undefined ? "" : ` ${dearer.name} promises ${dearer.sla?.percent} %.`;
    return `${tier.name} promises no availability for the Kubernetes API, which deploys and scaling go through.${better}`;
  },
};
