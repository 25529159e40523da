import { PRODUCTION_NODE, policyFor, wantsZones, ZONES_ABOVE_PERCENT } from "../../capacity/policy.ts";
import { money, plainNumber } from "../../cost/money.ts";
import type { Requirement } from "../../question/requirement.ts";
import { type CostedCandidate, evaluate } from "../evaluate.ts";
import { budgetSentence, isFarOverBudget, overBudgetBy } from "./over-budget.ts";
import type { Check } from "./rule.ts";

export const budgetBroken: Check = {
  id: "budget-broken",
  effect: "warn",
  why: "Where nothing fits the budget the nearest is still an answer, as long as it says so and how to come under it.",
  source: "https://www.finops.org/framework/capabilities/budgeting/",
  says: (priced) => {
    const over = overBudgetBy(priced);
    if (over <= 0) return null;
    const more = money(over, priced.bill.currency);
    if (isFarOverBudget(priced))
      return `The budget cannot be met. ${budgetSentence(priced)} It would take ${more} more a month, or running less.`;
    const share = plainNumber((100 * over) / (priced.bill.total - over), 0);
    return `It is ${more} a month (${share} %) over your budget. ${savingSentence(priced)}`;
  },
};

interface Saving {
  says: string;
  /** What would be asked instead, or null where there is nothing to save. */
  change: (requirement: Requirement) => Partial<Requirement> | null;
}

const SAVINGS: readonly Saving[] = [
  {
    says: "one load balancer with an ingress",
    change: ({ loadBalancers }) => (loadBalancers > 1 ? { loadBalancers: 1 } : null),
  },
  { says: "a 1-year commitment", change: ({ commitment }) => (commitment === "none" ? { commitment: "1y" } : null) },
  {
    says: "half of the pods on spot capacity",
    change: ({ spotPercent }) => (spotPercent < 50 ? { spotPercent: 50 } : null),
  },
  {
    says: "Arm machines, where your images run on them",
    change: ({ features }) => (features.includes("arm") ? null : { features: [...features, "arm"] }),
  },
  { says: "nodes in one zone instead of three", change: oneZoneInstead },
  { says: "machines of half the size, as many", change: halfTheSize },
];

/** Without the zones that were asked for, and with the most that a cluster in one zone can be asked. */
function oneZoneInstead(requirement: Requirement): Partial<Requirement> | null {
  const { features, uptimePercent } = requirement;
  if (!wantsZones(requirement)) return null;
  return {
    features: features.filter((feature) => feature !== "multi-zone"),
    uptimePercent: uptimePercent === null ? null : Math.min(uptimePercent, ZONES_ABOVE_PERCENT),
  };
}

/** Where machines were named by their size and half of it can still be a node. */
function halfTheSize({ workload }: Requirement): Partial<Requirement> | null {
  if (!("vcpu" in workload)) return null;
  const [vcpu, memoryGiB] = [workload.vcpu / 2, workload.memoryGiB / 2];
  return vcpu < PRODUCTION_NODE.vcpu || memoryGiB < PRODUCTION_NODE.memoryGiB
    ? null
    : { workload: { ...workload, vcpu, memoryGiB } };
}

/** What brings the bill under the budget, each by itself and priced; else the least that has to go. */
function savingSentence(priced: CostedCandidate): string {
  const { currency } = priced.bill;
  const enough = SAVINGS.flatMap(({ says, change }) => {
    const bill = billWith(priced, change);
    return bill === null || bill.over > 0 ? [] : [`${says} (${money(bill.total, currency)})`];
  });
  if (enough.length === 0) return "Nothing small brings it under: run less, or raise the budget.";
  return `To come under it: ${enough.join(", or ")}.`;
}

/** The bill of the same platform for what would be asked instead; null where nothing changes or it cannot be planned. */
function billWith(
  { candidate, bill }: CostedCandidate,
  change: Saving["change"],
): { total: number; over: number } | null {
  const changes = change(candidate.requirement);
  if (changes === null) return null;
  const requirement = { ...candidate.requirement, ...changes };
  const saved = evaluate({ ...candidate, requirement, policy: policyFor(requirement, candidate.platform) });
  if ("rule" in saved || saved.bill.total >= bill.total) return null;
  return { total: saved.bill.total, over: overBudgetBy(saved) };
}
