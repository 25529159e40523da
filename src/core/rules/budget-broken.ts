import { evaluate, type Priced } from "../evaluate.ts";
import { money, plainNumber } from "../money.ts";
import type { Requirement } from "../requirement.ts";
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
];

/** What brings the bill under the budget, each by itself and priced; else the least that has to go. */
function savingSentence(priced: Priced): string {
  const { currency } = priced.bill;
  const enough = SAVINGS.flatMap(({ says, change }) => {
    const bill = billWith(priced, change);
    return bill === null || bill.over > 0 ? [] : [`${says} (${money(bill.total, currency)})`];
  });
  if (enough.length === 0) return "Nothing small brings it under: run less, or raise the budget.";
  return `To come under it: ${enough.join(", or ")}.`;
}

/** The bill of the same platform for what would be asked instead; null where nothing changes or it cannot be planned. */
function billWith({ candidate, bill }: Priced, change: Saving["change"]): { total: number; over: number } | null {
  const changes = change(candidate.requirement);
  if (changes === null) return null;
  const saved = evaluate({ ...candidate, requirement: { ...candidate.requirement, ...changes } });
  if ("rule" in saved || saved.bill.total >= bill.total) return null;
  return { total: saved.bill.total, over: overBudgetBy(saved) };
}
