import type { Candidate, ClusterPlan } from "../capacity/cluster-plan.ts";
import { type Bill, COST_CATEGORIES, type CostLine } from "../decision/estimate.ts";
import { sumOfCents } from "../units.ts";
import { controlPlaneLines } from "./control-plane.ts";
import { discountLines } from "./discounts.ts";
import { crossZoneLines, egressLines, ipv4Lines, loadBalancerLines, natLines } from "./network.ts";
import { nodeLines, osDiskLines } from "./nodes.ts";
import { type CostContext, Unpriced } from "./price-line.ts";
import { backupLines, logLines, storageLines } from "./storage.ts";

const PARTS = [
  controlPlaneLines,
  nodeLines,
  osDiskLines,
  storageLines,
  backupLines,
  loadBalancerLines,
  natLines,
  ipv4Lines,
  egressLines,
  crossZoneLines,
  logLines,
];

/**
 * A month's bill for all clusters of a plan, line by line, in the requirement's currency; before tax.
 * Lines are in the order of `COST_CATEGORIES`; their sum is the total, to the cent.
 * `unpriced` instead, naming it, when something needed has no price there.
 */
export function billOf(candidate: Candidate, plan: ClusterPlan): Bill | { unpriced: string } {
  const { billing, provider } = candidate.platform;
  if (billing === null || provider === null) throw new RangeError(`${candidate.platform.id} has nothing to bill`);
  const context: CostContext = { candidate, plan, billing, provider };
  try {
    const lines = withDiscounts(
      context,
      PARTS.flatMap((part) => part(context)),
    ).sort((a, b) => COST_CATEGORIES.indexOf(a.category) - COST_CATEGORIES.indexOf(b.category));
    return { currency: candidate.requirement.currency, total: sumOfCents(lines.map((line) => line.cost)), lines };
  } catch (error) {
    if (error instanceof Unpriced) return { unpriced: error.what };
    throw error;
  }
}

const withDiscounts = (context: CostContext, lines: CostLine[]) => [...lines, ...discountLines(context, lines)];
