import { HOURS_PER_MONTH } from "../../core/units.ts";
import { type Text, wordAt, wordSet } from "../text/text.ts";

/** A stretch of time that a sum or an amount is for. */
export type Period = "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** How often a month each of them falls due: a month is a twelfth of a year. */
export const TIMES_A_MONTH: Readonly<Record<Period, number>> = {
  minute: HOURS_PER_MONTH * 60,
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
      ["minute", "minute min"],
      ["hour", "hour hours hr h hourly"],
      ["day", "day daily tag jour dia"],
      ["week", "week weekly woche semaine semana"],
      ["month", "month months mo mth monthly mon m monat mois mes"],
      ["quarter", "quarter quarterly"],
      ["year", "year yr yearly annual annually annum y jahr an ano a"],
    ] as const
  ).flatMap(([period, words]) => words.split(" ").map((word) => [word, period] as const)),
);
const PER = wordSet("/ per a an each every by pro im par por al p");
const ALONE = wordSet("hourly daily weekly monthly quarterly yearly annually");
const AS_WRITTEN = wordSet("pm p.m mo pcm");
/** "Every single month", "per calendar month". */
const EMPHASIS = wordSet("single calendar full whole and every given");
/** "For the whole year", "the year". */
const ARTICLES = wordSet("the a one");
const LONG = wordSet("year quarter");

/** "/month", "per hour", "a year", "each day", "monthly": the period and the index after it; null for none. */
export function periodAt(text: Text, at: number): { period: Period; to: number } | null {
  const word = wordAt(text, at);
  if (ALONE.has(word)) return { period: NAMES.get(word) ?? "month", to: at + 1 };
  if (AS_WRITTEN.has(word)) return isClock(text, at) ? null : { period: "month", to: at + 1 };
  if (!PER.has(word)) return null;
  let next = at + 1;
  while (next < at + 3 && EMPHASIS.has(wordAt(text, next))) next += 1;
  const named = wordAt(text, next);
  // "p.a." and "p/a" only: "per a" is none.
  const period = named === "a" && word !== "p" ? undefined : NAMES.get(named);
  return period === undefined ? null : { period, to: next + 1 };
}

/** "for the whole year", "over a year", "the quarter": what a sum has to last for; null for none. */
export function lastingAt(text: Text, at: number): { period: Period; to: number } | null {
  const article = LASTING.has(wordAt(text, at)) ? at + 1 : at;
  if (!ARTICLES.has(wordAt(text, article))) return null;
  const isWhole = ["whole", "full", "entire"].includes(wordAt(text, article + 1));
  const named = wordAt(text, isWhole ? article + 2 : article + 1);
  const period = LONG.has(named) || (isWhole && named === "month") ? NAMES.get(named) : undefined;
  return period === undefined ? null : { period, to: (isWhole ? article + 2 : article + 1) + 1 };
}
const LASTING = wordSet("for over during in");

/** "5pm" is a time of the day: people write "50 pm" for a month only of sums with a currency. */
const isClock = (text: Text, at: number) =>
  wordAt(text, at) === "pm" && text.tokens[at]?.glued === true && (text.tokens[at - 1]?.value ?? 0) <= 12;

/** The period that a word alone names, as in "annual budget"; null for none. */
export const periodNamed = (word: string): Period | null =>
  ALONE.has(word) || word === "annual" ? (NAMES.get(word) ?? null) : null;
