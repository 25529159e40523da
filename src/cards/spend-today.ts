import { money } from "../core/cost/money.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import type { Inline } from "./card.ts";
import type { Names } from "./names.ts";

/** "You pay 412.00 USD a month today: 324.30 USD more than this bill." Nothing where nobody said what is paid, or nothing fits. */
export function spendToday({ requirement, ranking }: Estimate, names: Names): Inline[][] {
  const { spendTodayUsd, currency } = requirement;
  const [winner] = ranking;
  if (spendTodayUsd === null || winner === undefined) return [];
  const today = names.fromUsd(spendTodayUsd, currency);
  const more = today - winner.bill.total;
  const against =
    Math.abs(more) < 0.005
      ? "as much as this bill"
      : `${money(Math.abs(more), currency)} ${more > 0 ? "more" : "less"} than this bill`;
  return [[`You pay ${money(today, currency)} a month today: ${against}.`]];
}
