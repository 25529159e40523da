import { plainNumber, shortMoney } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { assumedWorkload } from "./assumptions.ts";
import type { Names } from "./names.ts";

/** "DOKS · $88/month, about 4 h of work": the answer as a headline. */
export const verdictTitle = (estimate: Estimate, names: Names): string =>
  `${headline(estimate, names)}${assumedWorkload(estimate)}`;

function headline(estimate: Estimate, names: Names): string {
  const [winner] = estimate.ranking;
  if (winner === undefined) return "No platform fits";
  const short = `${names.platform(winner.platform).short} · ${monthText(winner)}, ${workText(winner)}`;
  if (isOverBudget(estimate, names)) return `Over your budget: ${short}`;
  return estimate.requirement.running === winner.platform ? `Stay on ${short}` : short;
}

/** "$88/month". */
export const monthText = ({ bill }: Pick<RankedPlatform, "bill">) => `${shortMoney(bill.total, bill.currency)}/month`;

/** "about 4 h of work". */
const workText = ({ labour: { hoursPerMonth } }: RankedPlatform) =>
  hoursPerMonth < 1 ? "under 1 h of work" : `about ${plainNumber(hoursPerMonth, 0)} h of work`;

/** Whether the recommended bill is above what was named as budget. */
export function isOverBudget({ requirement, ranking }: Estimate, names: Names): boolean {
  const [winner] = ranking;
  const { budgetUsd, currency } = requirement;
  return winner !== undefined && budgetUsd !== null && winner.bill.total > names.fromUsd(budgetUsd, currency);
}
