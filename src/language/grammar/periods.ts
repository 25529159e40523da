import { HOURS_PER_MONTH } from "../../core/units.ts";
import { type Text, wordAt, wordSet } from "../text/text.ts";

/** A stretch of time that a sum or an amount is for. */
export type Period = "hour" | "day" | "week" | "month" | "quarter" | "year";

/** How often a month each of them falls due: a month is a twelfth of a year. */
export const TIMES_A_MONTH: Readonly<Record<Period, number>> = {
  hour: HOURS_PER_MONTH,
  day: 365 / 12,
  week: 52 / 12,
  month: 1,
  quarter: 1 / 3,
  year: 1 / 12,
};

const NAMES: ReadonlyMap<string, Period> = new Map(
  (
    [
      ["hour", "hour hours hr h hourly"],
      ["day", "day daily tag jour dia"],
      ["week", "week weekly woche semaine semana"],
      ["month", "month months mo mth monthly mon m monat mois mes"],
      ["quarter", "quarter quarterly"],
      ["year", "year yr yearly annual annually annum y jahr an ano"],
    ] as const
  ).flatMap(([period, words]) => words.split(" ").map((word) => [word, period] as const)),
);
const PER = wordSet("/ per a an each every by pro im par por al p");
const ALONE = wordSet("hourly daily weekly monthly quarterly yearly annually");
const AS_WRITTEN = wordSet("pm p.m mo");

/** "/month", "per hour", "a year", "each day", "monthly": the period and the index after it; null for none. */
export function periodAt(text: Text, at: number): { period: Period; to: number } | null {
  const word = wordAt(text, at);
  if (ALONE.has(word)) return { period: NAMES.get(word) ?? "month", to: at + 1 };
  if (AS_WRITTEN.has(word)) return isClock(text, at) ? null : { period: "month", to: at + 1 };
  const period = PER.has(word) ? NAMES.get(wordAt(text, at + 1)) : undefined;
  return period === undefined ? null : { period, to: at + 2 };
}

/** "5pm" is a time of the day: people write "50 pm" for a month only of sums with a currency. */
const isClock = (text: Text, at: number) =>
  wordAt(text, at) === "pm" && text.tokens[at]?.glued === true && (text.tokens[at - 1]?.value ?? 0) <= 12;

/** The period that a word alone names, as in "annual budget"; null for none. */
export const periodNamed = (word: string): Period | null =>
  ALONE.has(word) || word === "annual" ? (NAMES.get(word) ?? null) : null;
