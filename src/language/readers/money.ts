import type { Currency } from "../../core/requirement.ts";
import { roundToCent } from "../../core/units.ts";
import { CURRENCY_WORDS } from "../lexicon/currencies.ts";
import { amountAt } from "../text/numbers.ts";
import { phraseAt } from "../text/phrases.ts";
import { type Reading, wordAt, wordBefore } from "./reading.ts";

/** What a sum of money or an amount is for. */
export type Period = "hour" | "day" | "week" | "month" | "year";

/** A sum of money as written. */
export interface Money {
  from: number;
  to: number;
  amount: number;
  /** The lower end of a range; null where one sum was named. */
  lowest: number | null;
  /** null where no currency was written. */
  currency: Currency | null;
  /** null where none was written. */
  period: Period | null;
}

const PERIODS: ReadonlyMap<string, Period> = new Map(
  (
    [
      ["hour", ["hour", "hours", "hr", "h", "hourly"]],
      ["day", ["day", "daily", "tag"]],
      ["week", ["week", "weekly", "woche"]],
      ["month", ["month", "months", "mo", "mth", "monthly", "mon", "m", "monat", "mois", "mes"]],
      ["year", ["year", "yr", "yearly", "annual", "annually", "annum", "y", "jahr"]],
    ] as const
  ).flatMap(([period, words]) => words.map((word) => [word, period] as const)),
);
const PER = new Set(["/", "per", "a", "an", "each", "every", "pro", "im", "par", "por"]);
const STANDALONE = new Set(["hourly", "daily", "weekly", "monthly", "yearly", "annually"]);
/** How often a month a sum of that period falls due: a month is a twelfth of a year. */
export const TIMES_A_MONTH: Readonly<Record<Exclude<Period, "hour">, number>> = {
  day: 365 / 12,
  week: 52 / 12,
  month: 1,
  year: 1 / 12,
};

/**
 * The sum that starts at `at`: "$50", "50 €/month", "1.2k", "between 50 and 80 USD". A bare number is one as well: who calls
 * decides from the words around it. Null where there is no number.
 */
export function moneyAt(r: Reading, at: number): Money | null {
  const between = wordAt(r, at) === "between" || wordAt(r, at) === "from";
  const first = sumAt(r, between ? at + 1 : at);
  if (first === null) return null;
  const second = rangeEnd(r, first.to, between);
  const last = second ?? first;
  if (between && second === null) return null;
  const period = periodAt(r, last.to);
  return {
    from: at,
    to: period?.to ?? last.to,
    amount: last.amount,
    lowest: second === null ? null : first.amount,
    currency: last.currency ?? first.currency,
    period: period?.period ?? null,
  };
}

interface Sum {
  amount: number;
  currency: Currency | null;
  to: number;
}

function sumAt(r: Reading, at: number): Sum | null {
  const sign = phraseAt(CURRENCY_WORDS, r.tokens, at) ?? prefixedSign(r, at);
  const number = sign?.next ?? at;
  const amount = amountAt(r.tokens, number);
  if (amount === null) return null;
  // "50k$" and "50 k": amountAt reads the k; a currency may follow it.
  const millions = millionsAt(r, amount.next);
  const next = millions ? amount.next + 1 : amount.next;
  // "$500 CAD": the code says which dollars.
  const after = phraseAt(CURRENCY_WORDS, r.tokens, next);
  const code = sign === null || (after !== null && wordAt(r, after.next - 1).length === 3) ? after : null;
  const currency = code?.meaning ?? sign?.meaning ?? null;
  if (millions && currency !== null) return { amount: amount.value * 1e6, currency, to: code?.next ?? next };
  if (millions) return { amount: amount.value, currency: sign?.meaning ?? null, to: amount.next };
  return { amount: euroThousands(r, number, amount.value, currency), currency, to: code?.next ?? next };
}

/** The m of "$1M": of a sum it means millions. */
const millionsAt = (r: Reading, at: number) => wordAt(r, at) === "m" && r.tokens[at]?.glued === true;

/** "US$ 50": letters and sign. */
function prefixedSign(r: Reading, at: number): { meaning: Currency; next: number } | null {
  if (wordAt(r, at + 1) !== "$" || r.tokens[at + 1]?.glued !== true) return null;
  const byLetters: ReadonlyMap<string, Currency> = new Map<string, Currency>([
    ["us", "USD"],
    ["a", "AUD"],
    ["au", "AUD"],
    ["c", "CAD"],
    ["ca", "CAD"],
    ["s", "SGD"],
    ["r", "BRL"],
  ]);
  const word = wordAt(r, at);
  const meaning = byLetters.get(word);
  return meaning === undefined ? null : { meaning, next: at + 2 };
}

/** "1.200 €" is twelve hundred: nobody budgets in tenths of a cent. */
function euroThousands(r: Reading, at: number, value: number, currency: Currency | null): number {
  const written = wordAt(r, at);
  return currency !== null && /^[1-9]\d?\d?\.\d\d\d$/.test(written) && currency !== "USD" && value < 1000
    ? value * 1000
    : value;
}

function rangeEnd(r: Reading, at: number, between: boolean): Sum | null {
  const link = wordAt(r, at);
  const joins = link === "-" || link === "–" || link === "to" || (between && link === "and");
  return joins ? sumAt(r, at + 1) : null;
}

/** "/month", "per hour", "a year", "monthly". */
function periodAt(r: Reading, at: number): { period: Period; to: number } | null {
  const word = wordAt(r, at);
  if (STANDALONE.has(word)) return { period: PERIODS.get(word) ?? "month", to: at + 1 };
  if (!PER.has(word)) return ["pm", "p.m"].includes(word) ? { period: "month", to: at + 1 } : null;
  const period = PERIODS.get(wordAt(r, at + 1));
  return period === undefined ? null : { period, to: at + 2 };
}

/** The period named before a sum, at most five words away: "annual budget of 12k"; null for none. */
export function periodBefore(r: Reading, at: number): { period: Period; from: number } | null {
  const from = wordBefore(r, at, PERIOD_WORDS, 5);
  const period = PERIODS.get(wordAt(r, from));
  return from < 0 || period === undefined ? null : { period, from };
}
const PERIOD_WORDS = new Set([...STANDALONE, "annual"]);

/** `amount` in USD to the cent; null where no rate is known. No currency means USD. */
export function inUsd(r: Reading, amount: number, currency: Currency | null): number | null {
  if (currency === null || currency === "USD") return amount;
  const rate = r.vocabulary.names.usdPer(currency);
  return rate === null ? null : roundToCent(amount * rate);
}
