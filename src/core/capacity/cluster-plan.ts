import type { InstanceType, PricingCategory, Region } from "../catalog/catalog.ts";
import type { Platform, Tier } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import type { Cluster } from "../decision/estimate.ts";
import type { Commitment } from "../question/choices.ts";
import type { Requirement } from "../question/requirement.ts";
import type { Terms } from "../question/terms.ts";
import type { Capacity } from "./allocatable.ts";
import type { NodeOptions } from "./node-options.ts";
import type { PackedNodes } from "./packing.ts";
import type { BilledPod } from "./pod-rounding.ts";
import type { Policy } from "./policy.ts";

/** Equal nodes of one cluster. */
export interface PlannedPool {
  role: "general" | "system" | "gpu";
  machine: InstanceType;
  count: number; // all zones together
  spotCount: number; // of these, on spot capacity
  zones: number;
  hoursPerMonth: number; // that each of them runs
  category: PricingCategory;
  allocatable: Capacity; // of one node, daemons not yet taken off
  includedTransferGiB: number; // of one node
  packed: readonly PackedNodes[]; // the pods placed on it; empty where machines were asked for as such
}

/** One cluster, laid out and not yet priced. */
export interface ClusterPlan {
  pools: PlannedPool[];
  billedPods: BilledPod[]; // instead of pools where pods are billed; those of all clusters
  pods: number;
  zones: number;
  binding: Cluster["binding"];
  policy: Policy;
  notes: string[]; // what the asker should know about this layout
}

/** Everything a plan and its price depend on. */
export interface Candidate {
  platform: Platform;
  tier: Tier;
  region: Region;
  requirement: Requirement;
  policy: Policy;
  book: PriceBook;
  options: NodeOptions;
  terms: Terms;
  assumed: readonly string[]; // keys that nobody named: what rests on them rules nothing out
  /** A commitment that was asked for and is left out, because not all that is ranked has rates for it. */
  uncompared: Commitment;
}

/** Why a platform cannot hold what was asked: the reason, in words for the asker. */
export interface Unplannable {
  rule: string;
  reason: string;
}

/** Nodes of one cluster. */
export const planNodeCount = (plan: ClusterPlan) => plan.pools.reduce((sum, pool) => sum + pool.count, 0);
