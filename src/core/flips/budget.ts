import type { Flip } from "../estimate.ts";
import { money } from "../money.ts";
import { overBudgetBy } from "../rules/over-budget.ts";
import { weigh } from "../weigh.ts";
import { type FlipFinder, nameOf, winnerWith } from "./flip-finder.ts";

/** Below the winner's bill somebody cheaper wins; at the bill of a better one that is over it now, that one does. */
export const budgetFlips: FlipFinder = (question) => {
  const { requirement, considered, knowledge, winner } = question;
  const [first] = considered.ranked;
  if (first === undefined) return [];
  const { book } = knowledge;
  const usd = (amount: number) => book.convert(amount, requirement.currency, "USD");
  const from = requirement.budgetUsd;
  const affordable = considered.priced
    .filter((priced) => overBudgetBy(priced) > 0 && priced.candidate.platform.id !== winner)
    .filter((priced) => weigh(priced, considered.weighing.priorities).weight < first.weight)
    .sort((a, b) => a.bill.total - b.bill.total)[0];
  const flips: Flip[] = [];
  if (affordable !== undefined) {
    const { id } = affordable.candidate.platform;
    const to = Math.ceil(usd(affordable.bill.total));
    const text = `With a budget of ${money(to, "USD")} a month, ${nameOf(question, id)} wins.`;
    if (winnerWith(question, { budgetUsd: to }) === id)
      flips.push({ change: "budgetUsd", from, to, platform: id, text });
  }
  const less = Math.floor(usd(first.priced.bill.total) * 100 - 1) / 100;
  const cheaper = overBudgetBy(first.priced) > 0 || less <= 0 ? null : winnerWith(question, { budgetUsd: less });
  if (cheaper !== null && cheaper !== winner) {
    const text = `With a budget below ${money(less + 0.01, "USD")} a month, ${nameOf(question, cheaper)} is next.`;
    flips.push({ change: "budgetUsd", from, to: less, platform: cheaper, text });
  }
  return flips;
};
