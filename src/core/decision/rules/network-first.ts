import { serviceCount } from "../../question/workload.ts";
import type { Check } from "./rule.ts";

const MANY_SERVICES = 30;

export const networkFirst: Check = {
  id: "network-first",
  effect: "warn",
  why: "Large bills grow by traffic that nobody planned, not by machines.",
  source: "https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/",
  says: ({ plan, candidate: { platform, requirement } }) => {
    const billed = platform.billing?.crossZone !== null && plan.zones > 1;
    if (!billed || requirement.crossZoneGiB > 0 || serviceCount(requirement) < MANY_SERVICES) return null;
    return "No traffic between zones is in this bill. With this many services it often costs more than the machines: look at it, and at what leaves through NAT, before machine sizes; topology-aware routing and private endpoints take most of it away.";
  },
};
