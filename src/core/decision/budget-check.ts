import { z } from "zod";
import { money } from "../cost/money.ts";
import { sumOfCents } from "../units.ts";
import { type Bill, CostLine } from "./estimate.ts";

/** Whether a bill may go ahead: within its budget, a little over it, or further over than the tolerance. */
export const BUDGET_VERDICTS = ["allow", "warn", "block"] as const;

/** A bill held against a budget, both in the bill's currency. */
export const BudgetCheck = z.strictObject({
  verdict: z.enum(BUDGET_VERDICTS),
  budget: z.number(),
  total: z.number(),
  over: z.number(), // by how much; 0 within the budget
  tolerance: z.number(), // the share of the budget that a bill may be over it and still only be warned of
  /** The line that breaks it: added up in the bill's order, the first with which the sum passes the budget; null within it. */
  breaks: z.strictObject({ line: CostLine, before: z.number(), after: z.number() }).nullable(),
  says: z.string(),
});
export type BudgetCheck = z.infer<typeof BudgetCheck>;

/** Whether the bill keeps to a budget in its own currency, give or take `tolerance` of it, and where it breaks. */
export function budgetCheck({ currency, total, lines }: Bill, budget: number, tolerance: number): BudgetCheck {
  const over = Math.max(0, sumOfCents([total, -budget]));
  const verdict = over === 0 ? "allow" : total > budget * (1 + tolerance) ? "block" : "warn";
  const breaks = over === 0 ? null : breakingLine(lines, budget);
  const sums = `The bill is ${money(total, currency)} a month; the budget is ${money(budget, currency)}.`;
  const broken = breaks === null ? "" : ` ${breaks.line.description} (${money(breaks.line.cost, currency)}) breaks it.`;
  return { verdict, budget, total, over, tolerance, breaks, says: `${sums}${broken}` };
}

function breakingLine(lines: readonly CostLine[], budget: number): BudgetCheck["breaks"] {
  let before = 0;
  for (const line of lines) {
    const after = sumOfCents([before, line.cost]);
    if (after > budget) return { line, before, after };
    before = after;
  }
  return null;
}
