import { z } from "zod";
import { PriceAges, priceAges } from "../../core/catalog/price-ages.ts";
import { BudgetCheck, budgetCheck } from "../../core/decision/budget-check.ts";
import { UserError } from "../../core/errors.ts";
import { CURRENCIES } from "../../core/question/choices.ts";
import type { Asker } from "../ports/asker.ts";
import { AdviseRequest, answerOf, type ProgramParts, readAdviseRequest } from "./advise.ts";

/** What runs, by words, keys or files, and what it may cost a month. */
export const CheckBudgetRequest = AdviseRequest.omit({ from: true, budgetUsd: true }).extend({
  budgetUsd: z.number().min(0).max(1e9),
  /** Whose bill is held against it; left out, of what runs today, else of what is recommended. */
  platform: z.string().min(1).max(60).optional(),
});
export type CheckBudgetRequest = z.input<typeof CheckBudgetRequest>;

/** A platform's bill held against a budget. */
export const CheckBudgetJson = BudgetCheck.extend({
  id: z.string(), // of the answer whose bill it is, asked for without a budget
  platform: z.string(),
  tier: z.string(),
  region: z.string(),
  currency: z.enum(CURRENCIES),
  asOf: z.iso.date(),
  prices: PriceAges.nullable(),
});
export type CheckBudgetJson = z.infer<typeof CheckBudgetJson>;

/**
 * Whether what is asked for keeps to its budget. A budget named in words counts for nothing beside `budgetUsd`.
 * @throws {UserError} as for advice, and where the platform cannot be priced for it.
 */
export async function checkBudget(
  parts: ProgramParts,
  asker: Asker,
  { budgetUsd, platform, ...question }: CheckBudgetRequest,
): Promise<CheckBudgetJson> {
  const asked = readAdviseRequest(question);
  const answer = await answerOf(parts, asker, { ...asked, input: { ...asked.input, budgetUsd: null } });
  const { id, asOf, requirement, ranking, rejected } = answer.after;
  const wanted = platform ?? requirement.running;
  const found = wanted === null ? ranking[0] : ranking.find((each) => each.platform === wanted);
  if (found === undefined) {
    const reason = rejected.find((each) => wanted === null || each.platform === wanted)?.reason;
    throw new UserError(
      `${wanted ?? "No platform"} can${wanted === null ? "" : "not"} be priced for this.`,
      reason ?? `Name one of ${ranking.map((each) => each.platform).join(", ")}.`,
    );
  }
  const { tier, region, bill } = found;
  const { book } = parts.library.knowledge(asOf);
  return {
    ...budgetCheck(bill, book.convert(budgetUsd, "USD", bill.currency), book.policy.budget.tolerance),
    ...{ id, platform: found.platform, tier, region, currency: bill.currency, asOf },
    prices: priceAges(bill.lines, asOf),
  };
}
