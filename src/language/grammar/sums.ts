import type { Currency } from "../../core/question/choices.ts";
import { roundToCent } from "../../core/units.ts";
import { CURRENCY_WORDS } from "../lexicon/currencies.ts";
import { amountAt } from "../text/numbers.ts";
import { phraseAt } from "../text/phrases.ts";
import { type Text, wordAt, wordSet } from "../text/text.ts";
import { matcher, NUMBER, type Pattern } from "./pattern.ts";
import { lastingAt, type Period, periodAt } from "./periods.ts";

/** A sum of money as typed, in its own currency and for its own period. */
export interface Sum {
  amount: number;
  /** The lower end of a range; null where one sum was named. */
  lowest: number | null;
  /** null where no currency was written. */
  currency: Currency | null;
  /** null where none was written. */
  period: Period | null;
}

/** A sum: "$50", "50 €/month", "1.2k", "between 50 and 80 USD". A bare number is one as well: the words around it decide. */
export const sum: Pattern<Sum> = matcher(
  [NUMBER, ...CURRENCY_WORDS.keys(), "between", "from", "us", "a", "au", "c", "ca", "s", "r", "fiver", "tenner"],
  sumAt,
);

function sumAt(text: Text, at: number): { to: number; value: Sum } | null {
  const between = wordAt(text, at) === "between" || wordAt(text, at) === "from";
  const first = amountOfMoney(text, between ? at + 1 : at);
  if (first === null) return null;
  const second = rangeEnd(text, first.to, between);
  if (between && second === null) return null;
  const last = second ?? first;
  const end = afterVague(text, last.to);
  const period = periodAt(text, end) ?? lastingAt(text, end);
  return {
    to: period?.to ?? end,
    value: {
      amount: last.amount,
      lowest: second === null ? null : first.amount,
      currency: last.currency ?? first.currency,
      period: period?.period ?? null,
    },
  };
}

/** "$310 or so a month". */
function afterVague(text: Text, at: number): number {
  const isVague = wordAt(text, at) === "or" && ["so", "thereabouts", "less"].includes(wordAt(text, at + 1));
  return isVague ? at + 2 : at;
}

/** British notes by their names. */
const NOTES: ReadonlyMap<string, number> = new Map([
  ["fiver", 5],
  ["tenner", 10],
]);

interface Money {
  amount: number;
  currency: Currency | null;
  to: number;
}

function amountOfMoney(text: Text, at: number): Money | null {
  const { tokens } = text;
  const bill = wordAt(text, at) === "a" ? at + 1 : at;
  const note = NOTES.get(wordAt(text, bill));
  if (note !== undefined) return { amount: note, currency: "GBP", to: bill + 1 };
  const sign = phraseAt(CURRENCY_WORDS, tokens, at) ?? letteredSign(text, at);
  const figure = sign?.next ?? at;
  const amount = amountAt(tokens, figure);
  if (amount === null) return null;
  const isMillions = wordAt(text, amount.next) === "m" && tokens[amount.next]?.glued === true;
  const end = isMillions ? amount.next + 1 : amount.next;
  // "$500 CAD": the code says which dollars.
  const after = phraseAt(CURRENCY_WORDS, tokens, end);
  const code = sign === null || (after !== null && wordAt(text, after.next - 1).length === 3) ? after : null;
  const currency = code?.meaning ?? sign?.meaning ?? (isIndian(text, figure, amount.next) ? "INR" : null);
  if (isMillions && currency === null) return { amount: amount.value, currency, to: amount.next };
  const value = isMillions ? amount.value * 1e6 : withThousands(text, figure, amount.value, currency);
  return { amount: value, currency, to: code?.next ?? end };
}

/** Lakhs and crores count rupees where nothing else is said. */
function isIndian(text: Text, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (/^(lakhs?|lac|crores?)$/.test(wordAt(text, at))) return true;
  return false;
}

const DOLLARS: ReadonlyMap<string, Currency> = new Map([
  ["us", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["s", "SGD"],
  ["r", "BRL"],
]);

/** "US$ 50": letters and a sign stuck to them. */
function letteredSign(text: Text, at: number): { meaning: Currency; next: number } | null {
  const meaning = DOLLARS.get(wordAt(text, at));
  const isSign = wordAt(text, at + 1) === "$" && text.tokens[at + 1]?.glued === true;
  return meaning === undefined || !isSign ? null : { meaning, next: at + 2 };
}

/** "1.200 €" is twelve hundred: nobody budgets in tenths of a cent. */
function withThousands(text: Text, at: number, value: number, currency: Currency | null): number {
  const isGrouped = /^[1-9]\d?\d?\.\d\d\d$/.test(wordAt(text, at));
  return isGrouped && currency !== null && currency !== "USD" && value < 1000 ? value * 1000 : value;
}

const JOINS = wordSet("- – to");

function rangeEnd(text: Text, at: number, between: boolean): Money | null {
  const link = wordAt(text, at);
  return JOINS.has(link) || (between && link === "and") ? amountOfMoney(text, at + 1) : null;
}

/** `amount` in USD to the cent; null where no rate is known. No currency means USD. */
export function inUsd({ vocabulary }: Text, amount: number, currency: Currency | null): number | null {
  if (currency === null || currency === "USD") return roundToCent(amount);
  const rate = vocabulary.names.usdPer(currency);
  return rate === null ? null : roundToCent(amount * rate);
}
