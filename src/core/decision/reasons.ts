import { aboutMoney, money, plainNumber } from "../cost/money.ts";
import { paybackSentence } from "../cost/payback.ts";
import { weighing } from "../question/priorities.ts";
import type { Considered } from "./consider.ts";
import { type CostedCandidate, downtimeMinutes } from "./evaluate.ts";
import { isFarOverBudget, overBudgetBy } from "./rules/over-budget.ts";

/** Why the winner wins, in one or two sentences; or that nothing can be recommended. */
export function verdictReason({ ranked, weighing: chosen, rejected }: Considered): string {
  const [first, second] = ranked;
  if (first === undefined)
    return rejected.length === 1
      ? "Nothing fits: the one platform looked at was ruled out."
      : `Nothing fits: ${rejected.length} platforms were looked at and each was ruled out.`;
  const { candidate, bill, labour } = first.priced;
  const { platform, requirement } = candidate;
  const weighed = chosen.priorities.join(" and ");
  const over = overBudgetBy(first.priced);
  const start = isFarOverBudget(first.priced)
    ? `Nothing stays within your budget. ${platform.name} is the nearest`
    : `${platform.name} is the best`;
  const stay = requirement.running === platform.id ? ", and it is what you run today, so stay" : "";
  const mark = over > 0 && !isFarOverBudget(first.priced) ? ` (${money(over, bill.currency)} over your budget)` : "";
  const rest = `it costs ${money(bill.total, bill.currency)} a month${mark} and about ${aboutMoney(labour.cost, bill.currency)} of work`;
  const next =
    second === undefined
      ? "."
      : `; next is ${second.priced.candidate.platform.name}, ${againstFirst(second.priced, first.priced)}.`;
  return `${start} for ${weighed}${stay}: ${rest}${next}${targetSentence(requirement.uptimePercent)}`;
}

/** " Your target of 99 % allows 438 minutes (7.3 hours) down a month." Empty where none was named. */
function targetSentence(percent: number | null): string {
  if (percent === null) return "";
  const minutes = downtimeMinutes(percent);
  const hours = minutes >= 120 ? ` (${plainNumber(minutes / 60)} hours)` : "";
  return ` Your target of ${percent} % allows ${plainNumber(minutes)} minutes${hours} down a month.`;
}

/** Why each stands where it stands, in the order of the ranking. */
export function rankReasons({ ranked, weighing: chosen }: Considered): string[] {
  const first = ranked[0]?.priced;
  if (first === undefined) return [];
  const [foremost = "cost"] = chosen.priorities;
  return ranked.map(({ priced }, i) => {
    if (i === 0) return priced.candidate.platform.strengths[foremost];
    const against = `${upperFirst(againstFirst(priced, first))}.`;
    const stays = first.candidate.requirement.running === first.candidate.platform.id;
    const more = (stays ? paybackSentence(first, priced) : null) ?? breakEven(priced, first);
    return more === null ? against : `${against} ${more}`;
  });
}

/** "73.00 USD more on the bill and about 250 USD more of work a month". */
function againstFirst(priced: CostedCandidate, first: CostedCandidate): string {
  const { currency } = priced.bill;
  const bill = priced.bill.total - first.bill.total;
  const work = priced.labour.cost - first.labour.cost;
  const parts = [
    Math.abs(bill) < 0.005
      ? "the same bill"
      : `${money(Math.abs(bill), currency)} ${bill > 0 ? "more" : "less"} on the bill`,
    Math.abs(work) < 0.5
      ? "as much work"
      : `about ${aboutMoney(Math.abs(work), currency)} ${work > 0 ? "more" : "less"} of work`,
  ];
  return `${parts.join(" and ")} a month${controlGap(priced, first)}`;
}

/** What cannot be changed there, where control is among what counts: it may decide against a smaller bill and less work. */
function controlGap(priced: CostedCandidate, first: CostedCandidate): string {
  const hours = priced.candidate.platform.controlGapHours - first.candidate.platform.controlGapHours;
  const counts = weighing(first.candidate.requirement).priorities.includes("control");
  return counts && hours > 0
    ? `, but less you can change, which costs about ${plainNumber(hours)} ${hours === 1 ? "hour" : "hours"} of work a month`
    : "";
}

/** At which hourly rate the smaller bill would pay for the extra work; null where there is nothing to break even. */
function breakEven(priced: CostedCandidate, first: CostedCandidate): string | null {
  const saved = first.bill.total - priced.bill.total;
  const hours = priced.labour.hoursPerMonth - first.labour.hoursPerMonth;
  if (saved <= 0 || hours <= 0) return null;
  return `The saving pays for the work only where an hour costs less than ${money(saved / hours, priced.bill.currency)}.`;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
