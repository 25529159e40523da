import type { Platform } from "../catalog/platform.ts";
import type { Purpose } from "../question/choices.ts";
import type { Requirement } from "../question/requirement.ts";
import type { PoolRequest } from "../question/workload-request.ts";

/** How a cluster has to be laid out for what was asked, before any machine is chosen. */
export interface Policy {
  production: boolean;
  /** 1 or 3. */
  zones: number;
  /** Nodes beyond what the pods need: with the largest gone, the requests still fit. */
  spareNodes: number;
  /** True: the spare node stands in every zone, since a volume cannot leave its zone. */
  spareInEachZone: boolean;
  /** Nodes without public addresses; they reach the internet through NAT where the platform has no other way. */
  privateNodes: boolean;
}

/** From here up a lost node must not be noticed. https://sre.google/sre-book/availability-table/ */
export const SPARE_NODE_FROM_PERCENT = 99.5;
/** Anything promised above this wants three zones. https://kubernetes.io/docs/setup/best-practices/multiple-zones/ */
export const ZONES_ABOVE_PERCENT = 99.9;
/** From here up the control plane needs an SLA of its own to point at. */
export const SLA_FROM_PERCENT = 99.9;
/** Nodes below this are for development: daemons take most of them. https://docs.digitalocean.com/products/kubernetes/details/limits/ */
export const PRODUCTION_NODE = { vcpu: 2, memoryGiB: 4 };
/** vCPU that a production node may use all the time; one that saves up CPU for more is slow when its load is not. basis: judgement */
export const SUSTAINED_VCPU = 1;

/**
 * No cluster for production is planned with more nodes where larger machines hold it with fewer: beyond, the daemons on each,
 * the pods that each may hold and an upgrade node by node weigh more than small machines save. basis: judgement
 */
export const MOST_NODES = 12;

const PRODUCTION: readonly Purpose[] = ["production", "enterprise"];
const PRIVATE: readonly Purpose[] = ["production", "enterprise", "internal-tool"];

/** Whether people depend on it, so that a lost node must not stop it. */
export const isProduction = (requirement: Requirement) => PRODUCTION.includes(requirement.purpose);

/** Whether the requirement wants nodes in three zones. */
export const wantsZones = ({ features, uptimePercent }: Requirement) =>
  features.includes("multi-zone") || (uptimePercent ?? 0) > ZONES_ABOVE_PERCENT;

/** The layout that `requirement` asks of `platform`. A platform with one zone gets one: whether that will do is a rule's business. */
export function policyFor(requirement: Requirement, platform: Platform): Policy {
  const production = isProduction(requirement);
  const uptime = requirement.uptimePercent ?? 0;
  const { zones } = platform;
  const spread = zones.always || (zones.most === 3 && wantsZones(requirement));
  return {
    production,
    zones: spread ? 3 : 1,
    spareNodes: production || uptime >= SPARE_NODE_FROM_PERCENT ? 1 : 0,
    spareInEachZone: spread && uptime > ZONES_ABOVE_PERCENT,
    privateNodes: PRIVATE.includes(requirement.purpose),
  };
}

/** Zones that nodes can stand in under `policy`: where machines were asked for, no more than there are of them. */
export function zonesUsed(policy: Policy, { workload, clusters }: Requirement, { compute, zones }: Platform): number {
  if (compute.kind !== "nodes") return policy.zones;
  if (!("nodes" in workload)) return Math.min(policy.zones, zonesOfPools(workload.pools, policy.zones, clusters));
  return zones.perZoneCounts ? policy.zones : Math.min(policy.zones, Math.ceil(workload.nodes / clusters));
}

/** The most zones that one of the pools was asked to stand in, and has a machine for; `otherwise` where none says. */
const zonesOfPools = (pools: readonly PoolRequest[] = [], otherwise: number, clusters: number) =>
  pools.length === 0
    ? otherwise
    : Math.max(...pools.map(({ zones, count }) => Math.min(zones ?? otherwise, Math.ceil(count / clusters))));

/** Nodes of a pool that needs `packed` of them for its pods: the spare, the zones and the platform's minimum added. */
export function poolCount(packed: number, minimum: number, policy: Policy): number {
  if (policy.spareInEachZone)
    return (
      policy.zones * Math.max(minimumPerZone(minimum, policy), Math.ceil(packed / policy.zones) + policy.spareNodes)
    );
  return policy.zones * Math.ceil(Math.max(minimum, packed + policy.spareNodes) / policy.zones);
}

const minimumPerZone = (minimum: number, policy: Policy) => Math.ceil(minimum / policy.zones);
