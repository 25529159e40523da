import type { CostedCandidate } from "../decision/evaluate.ts";
import { roundToCent } from "../units.ts";
import { onceCost } from "./labour.ts";
import { leaving } from "./leaving.ts";
import { aboutMoney, plainNumber } from "./money.ts";

/** What moving from one platform to another costs once and saves a month, in the bill's currency. */
export interface Payback {
  onceCost: number;
  savedPerMonth: number; // negative: dearer every month
  /** Months until the saving has paid for the move; null when it never does. */
  months: number | null;
}

/** Moving to `to` from `from`, both priced for the same requirement: bills, running labour and risk against the work of moving. */
export function payback(from: CostedCandidate, to: CostedCandidate): Payback {
  const once = onceCost(to.candidate);
  const monthly = (priced: CostedCandidate) =>
    priced.trueCost - onceCost(priced.candidate) / priced.candidate.book.labour.spreadMonths;
  const saved = roundToCent(monthly(from) - monthly(to));
  return { onceCost: once, savedPerMonth: saved, months: saved > 0 ? Math.ceil((once / saved) * 10) / 10 : null };
}

/** "Moving costs about 4,300 USD of work once and saves about 90 USD a month: it pays back after 47.8 months." Null when nothing has to move. */
export function paybackSentence(from: CostedCandidate, to: CostedCandidate): string | null {
  const { requirement, platform, book } = to.candidate;
  if (!leaving(requirement, platform, book).moves) return null;
  const { onceCost: once, savedPerMonth, months } = payback(from, to);
  const { currency } = to.bill;
  const cost = `Moving costs about ${aboutMoney(once, currency)} of work once`;
  if (months === null)
    return `${cost} and then about ${aboutMoney(-savedPerMonth, currency)} more every month: it never pays back.`;
  return `${cost} and saves about ${aboutMoney(savedPerMonth, currency)} a month: it pays back after ${plainNumber(months)} months.`;
}
