import { weighing } from "../../question/priorities.ts";
import type { Flip } from "../estimate.ts";
import { isFarOverBudget } from "../rules/over-budget.ts";
import { scoreCandidate } from "../score.ts";
import { type FlipFinder, nameOf, usdText, winnerWith } from "./flip-finder.ts";

/**
 * Where the winner's bill is further over a budget than its tolerance, somebody cheaper wins; where that of a better one no
 * longer is, that one does. A budget by itself may change what weighs: then somebody else wins already with one that
 * pays the winner's bill.
 */
export const budgetFlips: FlipFinder = (question) => {
  const { requirement, considered, knowledge, winner } = question;
  const [first] = considered.ranked;
  if (first === undefined) return [];
  const { book } = knowledge;
  const usd = (amount: number) => book.convert(amount, requirement.currency, "USD");
  const from = requirement.budgetUsd;
  const affordable = considered.priced
    .filter((priced) => isFarOverBudget(priced) && priced.candidate.platform.id !== winner)
    .filter((priced) => scoreCandidate(priced, considered.weighing.priorities).weightedCost < first.weightedCost)
    .sort((a, b) => a.bill.total - b.bill.total)[0];
  const flips: Flip[] = [];
  if (affordable !== undefined) {
    const { id } = affordable.candidate.platform;
    const to = Math.ceil(usd(affordable.bill.total) / (1 + book.policy.budget.tolerance));
    const text = `With a budget of ${usdText(to, question)} a month, ${nameOf(question, id)} wins.`;
    if (winnerWith(question, { budgetUsd: to }) === id)
      flips.push({ change: "budgetUsd", from, to, platform: id, text });
  }
  const enough = usd(first.priced.bill.total) / (1 + book.policy.budget.tolerance);
  const least = Math.ceil(enough * 100 - 1e-6) / 100; // whole cents of which the winner's bill is not far over
  const less = Math.round(least * 100 - 1) / 100;
  if (isFarOverBudget(first.priced) || less <= 0) return flips;
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
