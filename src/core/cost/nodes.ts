import type { PlannedPool } from "../capacity/cluster-plan.ts";
import { osDisk } from "../capacity/node-options.ts";
import type { PricingCategory, SkuPrice } from "../catalog/catalog.ts";
import type { CostLine } from "../decision/estimate.ts";
import { HOURS_PER_MONTH } from "../units.ts";
import { type CostContext, priceLine } from "./price-line.ts";
import { sustainedUseLines } from "./sustained-use.ts";

const PRICING_NAMES: Record<PricingCategory, string> = {
  standard: "",
  "committed-1y": ", 1 year committed",
  "committed-3y": ", 3 years committed",
  dynamic: ", spot",
};
const ROLE_NAMES: Record<PlannedPool["role"], string> = { general: "node", system: "system node", gpu: "GPU node" };

/** Every node of every cluster for a month, by machine and by how it is paid for; or every billed pod. */
export function nodeLines(context: CostContext): CostLine[] {
  const clusters = context.candidate.requirement.clusters;
  const machines = context.plan.pools.flatMap((pool) => [
    ...nodeLine(context, pool, (pool.count - pool.spotCount) * clusters, pool.category),
    ...nodeLine(context, pool, pool.spotCount * clusters, "dynamic"),
  ]);
  return [...machines, ...podLines(context)];
}

function nodeLine(context: CostContext, pool: PlannedPool, count: number, pricing: PricingCategory): CostLine[] {
  if (count === 0) return [];
  const { machine } = pool;
  const size = `${machine.vcpu} vCPU, ${machine.memoryGiB} GiB`;
  const name = context.candidate.platform.kind === "machine" ? "machine" : ROLE_NAMES[pool.role];
  const description = `${count} × ${machine.id} ${name}${count === 1 ? "" : "s"} (${size})${PRICING_NAMES[pricing]}`;
  const line = priceLine(context, {
    category: "nodes",
    description: `${description}${hoursText(pool.hoursPerMonth)}`,
    skuId: machine.id,
    quantity: runningHours(pool.hoursPerMonth, count, pricing.startsWith("committed")),
    pricing,
  });
  return [line, ...sustainedUseLines(context, line, { machine, pricing, hours: pool.hoursPerMonth })];
}

/** Hours that `count` of something run; what is committed is paid for all the time, and what is sold by the month costs its share of one, up to the whole. */
const runningHours =
  (hoursPerMonth: number, count: number, isCommitted = false) =>
  (unit: SkuPrice["pricingUnit"], hours: number) => {
    const running = hoursPerMonth === HOURS_PER_MONTH || isCommitted ? hours : Math.min(hours, hoursPerMonth);
    return unit === "month" ? (count * running) / hours : count * running;
  };
const hoursText = (hoursPerMonth: number) =>
  hoursPerMonth === HOURS_PER_MONTH ? "" : `, ${hoursPerMonth} hours a month`;

/** Billed pods: all their vCPU in one line, all their memory in the next. */
function podLines(context: CostContext): CostLine[] {
  const { platform, requirement } = context.candidate;
  const { compute } = platform;
  if (compute.kind !== "pods") return [];
  let [vcpu, memoryGiB, pods] = [0, 0, 0];
  for (const pod of context.plan.billedPods) {
    vcpu += pod.vcpu * pod.count;
    memoryGiB += pod.memoryGiB * pod.count;
    pods += pod.count;
  }
  const line = (what: string, skuId: string, amount: number) =>
    priceLine(context, {
      category: "nodes",
      description: `${pods} pods, ${what}${hoursText(requirement.hoursPerMonth)}`,
      skuId,
      quantity: runningHours(requirement.hoursPerMonth, amount),
    });
  return [
    line(`${tidy(vcpu)} vCPU as billed`, compute.vcpuSku, vcpu),
    line(`${tidy(memoryGiB)} GiB as billed`, compute.memorySku, memoryGiB),
  ];
}

/** The disks that nodes boot from, where they are billed apart. */
export function osDiskLines(context: CostContext): CostLine[] {
  const { platform, requirement } = context.candidate;
  const { compute } = platform;
  if (compute.kind !== "nodes") return [];
  return context.plan.pools.flatMap((pool) => {
    const disk = osDisk(compute, pool.machine);
    if (disk === null) return [];
    const count = pool.count * requirement.clusters;
    return [
      priceLine(context, {
        category: "os-disks",
        description: `${count} × ${disk.gib} GiB disk to boot from`,
        skuId: disk.skuId,
        quantity: (unit) => (unit === "month" ? count : count * disk.gib),
      }),
    ];
  });
}

const tidy = (amount: number) => String(Math.round(amount * 1000) / 1000);
