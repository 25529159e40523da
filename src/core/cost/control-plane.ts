import type { CostLine } from "../decision/estimate.ts";
import { allMonth, type CostContext, priceLine } from "./price-line.ts";

/** The fee of every cluster, any surcharge, and what the provider gives back. Free control planes have a line of 0. */
export function controlPlaneLines(context: CostContext): CostLine[] {
  const { tier, requirement, platform } = context.candidate;
  const clusters = requirement.clusters;
  const count = clusters === 1 ? "" : `${clusters} × `;
  const fee = priceLine(context, {
    category: "control-plane",
    description: `${count}${platform.name}, ${feeName(tier.name)}`,
    skuId: tier.feeSku,
    quantity: allMonth(clusters),
  });
  const surcharge =
    tier.surchargeSku === null
      ? []
      : [
          priceLine(context, {
            category: "control-plane",
            description: `${count}surcharge for a Kubernetes version past standard support`,
            skuId: tier.surchargeSku,
            quantity: allMonth(clusters),
          }),
        ];
  return [fee, ...surcharge, ...creditLines(context)];
}

/** What is credited against the fees of all clusters: never more than they are, and once per billing account. */
export function creditLines(context: CostContext): CostLine[] {
  const credit = context.billing.feeCredit;
  const { clusters, gkeCreditUsed } = context.candidate.requirement;
  if (credit === null || gkeCreditUsed) return [];
  const line = priceLine(context, {
    category: "credits",
    description: `Credit against the fee, up to ${credit.perAccountUsd.toFixed(2)} USD a month per billing account`,
    skuId: credit.skuId,
    quantity: (unit, hours, price) =>
      Math.min(allMonth(clusters)(unit, hours), Math.round(credit.perAccountUsd / -price)),
  });
  return [line];
}

/** "control plane, Standard", or the tier's own name where that says what it is of. */
const feeName = (tier: string) =>
  tier.endsWith("control plane") ? `${tier.charAt(0).toLowerCase()}${tier.slice(1)}` : `control plane, ${tier}`;
