import { money } from "../money.ts";
import { budgetSentence, overBudgetBy } from "./over-budget.ts";
import type { Check } from "./rule.ts";

export const budgetBroken: Check = {
  id: "budget-broken",
  effect: "warn",
  why: "Where nothing fits the budget the least bad is still an answer, as long as it says so.",
  source: "https://www.finops.org/framework/capabilities/budgeting/",
  says: (priced) => {
    const over = overBudgetBy(priced);
    if (over <= 0) return null;
    return `The budget cannot be met. ${budgetSentence(priced)} It would take ${money(over, priced.bill.currency)} more a month, or running less.`;
  },
};
