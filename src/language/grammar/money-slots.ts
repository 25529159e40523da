import { HOURS_PER_MONTH } from "../../core/units.ts";
import type { Slot } from "../slots.ts";
import type { Text } from "../text/text.ts";
import { type Period, TIMES_A_MONTH } from "./periods.ts";
import { inUsd, type Sum } from "./sums.ts";

/** How often an hour: work and outage are counted by it. */
const TIMES_AN_HOUR: Readonly<Record<Period, number>> = {
  minute: 60,
  hour: 1,
  day: 1 / 24,
  week: 1 / 168,
  month: 1 / HOURS_PER_MONTH,
  quarter: 1 / (3 * HOURS_PER_MONTH),
  year: 1 / (12 * HOURS_PER_MONTH),
};

/** The money a sum is said to be, for a month unless it is an hour's work or outage, in USD; with how it was read. */
export function moneySlots(
  key: "budgetUsd" | "spendTodayUsd" | "labourRateUsd" | "outageCostUsdPerHour",
  { amount, lowest, currency, period }: Sum,
  text: Text,
): Slot[] {
  const hourly = key === "labourRateUsd" || key === "outageCostUsdPerHour";
  const times = period === null ? 1 : hourly ? TIMES_AN_HOUR[period] : TIMES_A_MONTH[period];
  const usd = inUsd(text, amount * times, currency);
  if (usd === null)
    return [{ key: "question", asks: `No exchange rate is known for ${currency}: what is "{}" in US dollars?` }];
  const slots: Slot[] = [{ key, value: usd }];
  if (lowest !== null) slots.push({ key: "note", says: `"{}" is read as at most ${amount}.` });
  if (times !== 1) slots.push({ key: "note", says: `"{}" is ${usd} USD ${hourly ? "an hour" : "a month"}.` });
  if (currency === null || currency === "USD") return slots;
  const rate = Number((usd / amount / times).toPrecision(5));
  return [
    ...slots,
    { key: "currency", value: currency, strength: "implied" },
    { key: "note", says: `"{}" is ${usd} USD, at ${rate} USD for 1 ${currency}.` },
  ];
}

/** A sum with a currency or a period is money; a bare number is only where a cue says so right beside it. */
export const isMoney = ({ currency, period }: Sum) => currency !== null || period !== null;
