import { roundToCent } from "../../core/units.ts";
import { CURRENCY_WORDS } from "../lexicon/currencies.ts";
import { endsClause, wordAt, wordSet } from "../text/text.ts";
import { isMoney, moneySlots } from "./money-slots.ts";
import { many, matcher, meaning, number, optional, sequence, table, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";
import { inUsd, sum } from "./sums.ts";

/** "cut our 2,000 dollar EKS bill in half": what is paid, and what is wished. */
const HALVES = words("in half|by half");
const cutInHalf = rule({
  id: "bill-in-half",
  examples: ["cut our 2,000 dollar EKS bill in half"],
  weight: 50,
  pattern: sequence(
    words("cut|halve|reduce|lower|bring down|get"),
    optional(words("our|the|my|this")),
    where(sum, isMoney),
    many(
      matcher(null, (text, at) => (endsClause(text, at) ? null : { to: at + 1, value: null })),
      3,
    ),
    words("bill|bills|spend|spending|cost|costs|invoice"),
    HALVES,
  ),
  gives: ([, , said], { text }) => {
    const usd = inUsd(text, said.amount, said.currency);
    return usd === null
      ? null
      : [
          { key: "spendTodayUsd", value: usd },
          { key: "budgetUsd", value: roundToCent(usd / 2) },
          { key: "note", says: `Half of ${said.amount} is the budget.` },
        ];
  },
});

/** "went from 300 to 1200 dollars": the second is paid today. */
const wentUp = rule({
  id: "bill-went-up",
  examples: ["our bill went from 300 to 1200 dollars"],
  weight: 50,
  pattern: sequence(
    words("went|jumped|rose|grew|climbed|increased|dropped|fell|went up|gone|has gone"),
    optional(words("up")),
    words("from"),
    number,
    words("to"),
    where(sum, isMoney),
  ),
  gives: ([, , , , , said], { text }) => moneySlots("spendTodayUsd", said, text),
});

/** "less than what we pay now, which is 250 a month": both what is paid and what is wished. */
const lessThanNow = rule({
  id: "less-than-now",
  examples: ["spend less than what we pay now which is 250 a month", "cheaper than the 400 a month we pay today"],
  weight: 60,
  pattern: sequence(
    words(
      "less than what we pay|less than we pay|less than what we spend|cheaper than what we pay|less than the|cheaper than the|cheaper than our|less than our|cheaper than what we have|less than what i pay",
    ),
    many(
      matcher(null, (text, at) => (BETWEEN.has(wordAt(text, at)) ? { to: at + 1, value: null } : null)),
      5,
    ),
    where(sum, isMoney),
    optional(words("we pay today|we pay now|we pay|we spend|i pay|we pay currently|today|now|bill")),
  ),
  gives: ([, , said], { text }) => {
    const today = moneySlots("spendTodayUsd", said, text);
    return [...today, ...moneySlots("budgetUsd", said, text)];
  },
});
const BETWEEN = wordSet("now today currently which is , about around roughly at the moment that");

/** "double what we pay now, which is $180": what is paid, and so many times that is wished. */
const timesToday = rule({
  id: "times-today",
  examples: ["double what we pay now, which is $180", "half of what we pay today (800 dollars)"],
  weight: 60,
  pattern: sequence(
    meaning<"2" | "3" | "0.5" | "1">({
      "2": ["double", "twice", "two times"],
      "3": ["triple", "three times"],
      "0.5": ["half", "half of"],
      "1": ["the same as", "as much as", "what we already", "same as"],
    }),
    words(
      "what we pay|what we spend|what i pay|what i spend|we pay|we spend|our bill|our current bill|todays bill|the current bill|our spend",
    ),
    optional(words("now|today|currently|right now|at the moment|already")),
    many(words(",|which|is|are|(|:|=|so|about|around|roughly|i.e|namely|-|–|that"), 4),
    where(sum, isMoney),
    optional(words(")")),
  ),
  gives: ([times, , , , said], { text }) => {
    const today = moneySlots("spendTodayUsd", said, text);
    const budget = moneySlots("budgetUsd", { ...said, amount: said.amount * Number(times) }, text);
    return [
      ...today,
      ...budget.filter(({ key }) => key === "budgetUsd"),
      { key: "note", says: `"{}": ${times} times that is the budget.` },
    ];
  },
});

/** "It must be free", "no money to spend". */
const free = rule({
  id: "free",
  examples: ["it must be free"],
  pattern: where(
    words(
      "for free|must be free|has to be free|should be free|free of charge|at no cost|free please|zero budget|no money",
    ),
    (_, text, from) => wordAt(text, from - 1) !== "not",
  ),
  gives: () => [{ key: "budgetUsd", value: 0 }],
});

/** "budget in GBP: 500". */
const budgetIn = rule({
  id: "budget-in",
  examples: ["budget in GBP: 500", "budget (EUR): 80"],
  weight: 20,
  pattern: sequence(
    words("budget|max|maximum|limit"),
    words("in|(|/|,"),
    table(CURRENCY_WORDS),
    many(words(")|:|=|is|per|month|monthly|a|about|around"), 4),
    where(sum, ({ currency: own }) => own === null),
  ),
  gives: ([, , own, , said], { text }) => moneySlots("budgetUsd", { ...said, currency: own }, text),
});

const currency = rule({
  id: "currency",
  examples: ["show prices in euros"],
  pattern: sequence(words("in"), table(CURRENCY_WORDS)),
  gives: ([, value]) => [{ key: "currency", value }],
});

export const MONEY_PHRASE_RULES = [cutInHalf, wentUp, lessThanNow, timesToday, budgetIn, free, currency];
