import { planNodeCount } from "../capacity/cluster-plan.ts";
import type { CostLine } from "../decision/estimate.ts";
import { plainNumber } from "./money.ts";
import { allMonth, type CostContext, exactly, nameOf, priceLine, tieredLines } from "./price-line.ts";

/** Load balancers of one cluster: those asked for, and at least those it needs for its own way out. One machine is its own door. */
const balancers = ({ candidate, billing }: CostContext) =>
  candidate.platform.kind === "machine"
    ? 0
    : Math.max(candidate.requirement.loadBalancers, billing.loadBalancer.always);

/** Load balancers, and the data that goes through them. */
export function loadBalancerLines(context: CostContext): CostLine[] {
  const { requirement } = context.candidate;
  const each = balancers(context);
  if (each === 0) return [];
  const rule = context.billing.loadBalancer;
  const count = each * requirement.clusters;
  const lines: CostLine[] = [];
  if (rule.kind === "each") {
    lines.push(
      priceLine(context, {
        category: "load-balancers",
        description: `${count} × ${nameOf(context, rule.skuId)}`,
        skuId: rule.skuId,
        quantity: allMonth(count),
      }),
    );
  } else {
    const clusters = requirement.clusters;
    lines.push(
      priceLine(context, {
        category: "load-balancers",
        description: `${nameOf(context, rule.firstSku)}`,
        skuId: rule.firstSku,
        quantity: allMonth(clusters),
      }),
    );
    const extra = Math.max(0, each - rule.firstCount) * clusters;
    if (extra > 0)
      lines.push(
        priceLine(context, {
          category: "load-balancers",
          description: `${extra} × ${nameOf(context, rule.extraSku)}`,
          skuId: rule.extraSku,
          quantity: allMonth(extra),
        }),
      );
  }
  return [...lines, ...balancedDataLines(context)];
}

/** The data that balancers bill: all that goes out, or where only what comes in is billed, an estimate of that. */
function balancedDataLines(context: CostContext): CostLine[] {
  const { requirement } = context.candidate;
  const rule = context.billing.loadBalancer;
  if (rule.dataSku === null || requirement.loadBalancers === 0 || requirement.egressGiB === 0) return [];
  const share = rule.kind === "rules" ? rule.inboundShare : undefined;
  const gib = requirement.egressGiB * (share ?? 1);
  return [
    priceLine(context, {
      category: "load-balancers",
      description:
        share === undefined
          ? `${gib} GiB through load balancers`
          : `${plainNumber(gib, 1)} GiB in through load balancers, assumed at ${share * 100} % of what goes out`,
      skuId: rule.dataSku,
      quantity: exactly(gib),
    }),
  ];
}

/** NAT gateways of one cluster: nodes without an address of their own reach the internet through them. */
export function natGateways({ billing, plan }: CostContext): number {
  const { nat } = billing;
  if (nat.kind === "none" || !(nat.always || plan.policy.privateNodes)) return 0;
  return nat.kind === "per-zone" ? plan.zones : 1;
}

/** Gateways by the hour, and what goes out through them: images, updates and calls to others. */
export function natLines(context: CostContext): CostLine[] {
  const { billing, plan, candidate } = context;
  const { nat } = billing;
  const gateways = natGateways(context) * candidate.requirement.clusters;
  if (nat.kind === "none" || gateways === 0) return [];
  // Where pods are billed each pulls its own images: ten count as a node.
  const nodes = (planNodeCount(plan) || Math.ceil(plan.pods / 10)) * candidate.requirement.clusters;
  const gib = nodes * nat.gibPerNode;
  const perNode = nat.kind === "per-node" && nodes <= nat.upToNodes * gateways;
  const hourSku = nat.kind === "per-zone" ? nat.hourSku : perNode ? nat.nodeHourSku : nat.flatHourSku;
  const count = perNode ? nodes : gateways;
  return [
    priceLine(context, {
      category: "nat",
      description: `${count} × ${nameOf(context, hourSku)}`,
      skuId: hourSku,
      quantity: allMonth(count),
    }),
    ...(gib === 0
      ? []
      : [
          priceLine(context, {
            category: "nat",
            description: `${gib} GiB out through NAT, assumed at ${nat.gibPerNode} GiB a node`,
            skuId: nat.dataSku,
            quantity: exactly(gib),
          }),
        ]),
  ];
}

/** Public addresses of load balancers, gateways and, where they have their own, nodes. */
export function ipv4Lines(context: CostContext): CostLine[] {
  const { billing, plan, candidate } = context;
  if (billing.ipv4Sku === null) return [];
  const ofNodes =
    billing.nodeIpv4 === "every-node" || (billing.nodeIpv4 === "public-nodes" && !plan.policy.privateNodes)
      ? planNodeCount(plan)
      : 0;
  const ofBalancers = balancers(context) * addressesEach(context);
  const count = (ofNodes + ofBalancers + natGateways(context)) * candidate.requirement.clusters;
  if (count === 0) return [];
  return [
    priceLine(context, {
      category: "public-ipv4",
      description: `${count} × ${nameOf(context, billing.ipv4Sku)}`,
      skuId: billing.ipv4Sku,
      quantity: allMonth(count),
    }),
  ];
}

/** Addresses of one balancer: the fewest it has, or one in each zone of the cluster. */
const addressesEach = ({ billing: { loadBalancer }, plan }: CostContext) =>
  loadBalancer.kind === "each" && loadBalancer.ipv4EachZone === true
    ? Math.max(loadBalancer.ipv4Each, plan.zones)
    : loadBalancer.ipv4Each;

/** Traffic to the internet, after what is free and what comes with the machines. */
export function egressLines(context: CostContext): CostLine[] {
  const { requirement } = context.candidate;
  if (requirement.egressGiB === 0) return [];
  const { egress } = context.billing;
  const perCluster = context.plan.pools.reduce((sum, pool) => sum + pool.count * pool.includedTransferGiB, 0);
  const included = egress.pooled ? perCluster * requirement.clusters : 0;
  return tieredLines(context, {
    category: "egress",
    what: "Traffic to the internet",
    skuId: egress.skuId,
    quantity: requirement.egressGiB,
    included,
  });
}

/** Traffic between zones, counted in each direction that is billed. Clusters in one zone have none. */
export function crossZoneLines(context: CostContext): CostLine[] {
  const { crossZone } = context.billing;
  const gib = context.candidate.requirement.crossZoneGiB;
  if (crossZone === null || gib === 0 || context.plan.zones === 1) return [];
  const each = crossZone.directions === 2 ? ", billed on both sides" : "";
  return [
    priceLine(context, {
      category: "cross-zone",
      description: `${gib} GiB between zones${each}`,
      skuId: crossZone.skuId,
      quantity: exactly(gib * crossZone.directions),
    }),
  ];
}
