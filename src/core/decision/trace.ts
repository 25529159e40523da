import type { ClusterPlan, PlannedPool } from "../capacity/cluster-plan.ts";
import { daemonsOf, nodeFill } from "../capacity/node-fill.ts";
import type { Platform } from "../catalog/platform.ts";
import { money, plainNumber } from "../cost/money.ts";
import { MIB_PER_GIB } from "../units.ts";
import { consider, type Knowledge } from "./consider.ts";
import { COST_CATEGORIES, type Estimate } from "./estimate.ts";
import { categoryCost } from "./evaluate.ts";
import { GATES } from "./rules/gates.ts";
import { WARNINGS } from "./rules/index.ts";

/**
 * How an answer came about, for engineers: the gates in their order, every plan that was priced with the money of each
 * corner and its weight, and which rules fired. Made again from the estimate's own requirement.
 */
export function traceOf(estimate: Estimate, knowledge: Knowledge): string {
  const { weighing, ranked, rejected, priced } = consider(estimate.requirement, knowledge, {
    assumed: estimate.assumed,
  });
  const { currency } = estimate.requirement;
  const gates = GATES.map((gate) => `  ${gate.id}: ${gate.why} ${gate.source}`);
  const plans = priced.map(({ candidate, plan, bill }) => {
    const pools =
      plan.pools.map((pool) => `${pool.count} × ${pool.machine.id}`).join(" + ") || `${plan.pods} billed pods`;
    const parts = COST_CATEGORIES.map((category) => ({ category, cost: categoryCost(bill, category) })).filter(
      ({ cost }) => cost !== 0,
    );
    return `  ${candidate.platform.id}/${candidate.tier.id} in ${candidate.region.id}: ${pools}, ${plan.binding} decides; ${money(bill.total, currency)} = ${parts.map(({ category, cost }) => `${category} ${cost.toFixed(2)}`).join(" + ")}`;
  });
  const fills = ranked.flatMap(({ priced: { candidate, plan } }) =>
    plan.pools.flatMap((pool) => fillLines(candidate.platform, plan, pool)),
  );
  const weights = ranked.map(({ priced: { candidate }, weightedCost, parts }, i) => {
    const sum = parts.map((part) => `${part.corner} ${part.money.toFixed(2)} × ${part.weight}`).join(" + ");
    return `  ${i + 1}. ${candidate.platform.id}: ${sum} = ${plainNumber(weightedCost, 2)}`;
  });
  const fired = ranked.flatMap(({ priced: each }) =>
    WARNINGS.flatMap((rule) =>
      rule.says(each) === null ? [] : [`  ${each.candidate.platform.id}: ${rule.id}. ${rule.why}`],
    ),
  );
  return [
    `Weighing ${weighing.priorities.join(", then ")}: ${weighing.reason}.`,
    "Gates, in the order they are tried:",
    ...gates,
    "Ruled out:",
    ...rejected.map(({ platform, tier, rule, reason }) => `  ${platform}/${tier} by ${rule}: ${reason}`),
    "Plans that were priced:",
    ...plans,
    "Nodes, by what they hold:",
    ...fills,
    "Weights, the least first:",
    ...weights,
    "Warnings that fired:",
    ...fired,
  ].join("\n");
}

/** What one node of each kind keeps for its system and daemons, what its pods ask for and what is left free. */
function fillLines(platform: Platform, plan: ClusterPlan, pool: PlannedPool): string[] {
  const { machine, allocatable } = pool;
  const daemons = daemonsOf(platform);
  const kept = {
    cpu: machine.vcpu * 1000 - allocatable.cpuMillicores,
    memory: machine.memoryGiB * MIB_PER_GIB - allocatable.memoryMiB,
  };
  return nodeFill(pool, plan, daemons).map(({ count, requested, free, isSpare }) => {
    const line = (of: number, parts: number[], unit: string) =>
      `${plainNumber(of)} ${unit} = ${["system", "daemons", "pods", "free"].map((name, i) => `${name} ${plainNumber(parts[i] ?? 0)}`).join(" + ")}`;
    const cpu = [kept.cpu, daemons.cpuMillicores, requested.cpuMillicores, free.cpuMillicores];
    const memory = [kept.memory, daemons.memoryMiB, requested.memoryMiB, free.memoryMiB];
    return `  ${platform.id}: ${count} × ${machine.id}${isSpare ? ", spare" : ""}, each ${line(machine.vcpu * 1000, cpu, "m CPU")}; ${line(machine.memoryGiB * MIB_PER_GIB, memory, "MiB")}; ${requested.pods} of ${allocatable.pods} pods`;
  });
}
