import type { Flip } from "../estimate.ts";
import { weighing } from "../priorities.ts";
import { overBudgetBy } from "../rules/over-budget.ts";
import { weigh } from "../weigh.ts";
import { type FlipFinder, nameOf, usdText, winnerWith } from "./flip-finder.ts";

/**
 * Below the winner's bill somebody cheaper wins; at the bill of a better one that is over it now, that one does. Where a
 * budget by itself changes what weighs, somebody else may win already with one that pays the winner's bill.
 */
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
    const text = `With a budget of ${usdText(to, question)} a month, ${nameOf(question, id)} wins.`;
    if (winnerWith(question, { budgetUsd: to }) === id)
      flips.push({ change: "budgetUsd", from, to, platform: id, text });
  }
  const least = Math.ceil(usd(first.priced.bill.total) * 100 - 1e-6) / 100; // whole cents that pay the winner's bill
  const less = Math.round(least * 100 - 1) / 100;
  if (overBudgetBy(first.priced) > 0 || less <= 0) return flips;
  const named = from === null ? winnerWith(question, { budgetUsd: least }) : winner;
  const cheaper = winnerWith(question, { budgetUsd: less });
  if (named !== null && named !== winner) {
    const { reason } = weighing({ ...requirement, budgetUsd: least });
    const text = `With a budget of ${usdText(least, question)} a month, ${nameOf(question, named)} wins: ${reason}.`;
    flips.push({ change: "budgetUsd", from, to: least, platform: named, text });
  } else if (cheaper !== null && cheaper !== winner) {
    const text = `With a budget below ${usdText(least, question)} a month, ${nameOf(question, cheaper)} is next.`;
    flips.push({ change: "budgetUsd", from, to: less, platform: cheaper, text });
  }
  return flips;
};
