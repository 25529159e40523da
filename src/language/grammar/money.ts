import type { Claim } from "../../core/question/claim-remarks.ts";
import { CURRENCY_WORDS } from "../lexicon/currencies.ts";
import type { MoneyRole } from "../lexicon/money-cues.ts";
import { SERVICE_WORDS } from "../lexicon/service-words.ts";
import type { Slot } from "../slots.ts";
import { amountAt } from "../text/numbers.ts";
import { phraseAt } from "../text/phrases.ts";
import { endsClause, quote, type Text, wordAt, wordSet, wordsIn } from "../text/text.ts";
import type { FoundCue } from "./cues.ts";
import { bare, WHICH_SUM } from "./money-bare.ts";
import { LINKS, LONGEST_CLAIM, outageUnit, rolesOf } from "./money-roles.ts";
import { isMoney, moneySlots } from "./money-slots.ts";
import { matcher, optional, type Pattern, sequence } from "./pattern.ts";
import { type Period, periodNamed, TIMES_A_MONTH } from "./periods.ts";
import { type Place, type Reading, rule } from "./rule.ts";
import { inUsd, type Sum, sum } from "./sums.ts";

/** Nouns that a sum may be for one of. */
const PEOPLE = wordSet("developer developers dev devs engineer engineers person people head colleague employee");
const NO_PERIOD_NOUN = wordSet("year month week day hour the it this that what all each");

/** "$50 per developer", "18 each", "10 $ per load balancer": what one of something costs; the noun, or "" for none named. */
function perThing(text: Text, at: number): { noun: string; to: number } | null {
  const word = wordAt(text, at);
  if (word === "each" || word === "apiece") return { noun: "", to: at + 1 };
  if (!PER.has(word)) return null;
  const noun = wordAt(text, at + 1);
  if (text.tokens[at + 1]?.kind !== "word" || NO_PERIOD_NOUN.has(noun)) return null;
  return { noun, to: phraseAt(SERVICE_WORDS, text.tokens, at + 1)?.next ?? at + 2 };
}
const PER = wordSet("per / a an every each");

const oneThing: Pattern<string> = matcher(null, (text, at) => {
  const thing = perThing(text, at);
  return thing === null ? null : { to: thing.to, value: thing.noun };
});

/** Two roles this near to one another are told apart by a person. */
const NEAR = 0.5;

/** A sum and what the words around it make of it. */
const sums = rule({
  id: "money",
  examples: [
    "budget 300",
    "$50",
    "we pay 8000 a month today",
    "our series A gave us 5 million dollars",
    "the AWS statement came to $7,915",
    "$650/mo is what AWS takes from us",
    "hosting costs have crept up to 1100 euros",
    "two grand a month is what the CFO signed off",
    "we were given 18k for the whole year",
    "tickets are $19",
    "lost $3k last year to an outage",
    "openai calls cost us 1.1k a month",
    "downtime costs $250 a minute",
  ],
  pattern: sequence(sum, optional(oneThing)),
  gives: ([said, thing], place) => {
    const { text, to } = place;
    if (thing !== null) return isMoney(said) ? ofOne(said, place, thing) : null;
    if (isYear(said)) return null;
    if (isMoney(said) && perThing(text, to) !== null) return null; // read with the thing
    const roles = rolesOf(place, said);
    const [best] = roles;
    if (isPriceOf(text, to) && said.period !== null && best?.role !== "budget" && best?.role !== "today")
      return claimed("price", said, place, { from: place.from, to: text.mentionAt[to + 1]?.to ?? to });
    if (best === undefined) return bare(said, place);
    if (isUncounted(place, said, best)) return null;
    const rival = roles.find(({ role, worth }) => role !== best.role && best.worth - worth < NEAR);
    if (rival === undefined) return withRole(best, said, place);
    return isEither(best, rival) ? { slots: [WHICH_SUM] } : withRole(preferred(best, rival), said, place);
  },
});

/** "Budget 2024": a bare number that is a year. */
const isYear = (said: Sum) => !isMoney(said) && said.amount >= 2015 && said.amount <= 2035 && said.amount % 1 === 0;

/** "$73 a month for EKS": what somebody says a platform costs. */
const isPriceOf = (text: Text, to: number) =>
  wordAt(text, to) === "for" && (text.mentionAt[to + 1]?.named.platforms.length ?? 0) > 0;

/** Wanted or paid: those two a person tells apart. */
const isEither = (a: FoundCue<MoneyRole>, b: FoundCue<MoneyRole>) =>
  [a.role, b.role].every((role) => role === "budget" || role === "today");
/** Of two near roles the one that turns no estimate round: what is paid before what is wished. */
const RANK: readonly MoneyRole[] = ["other", "credit", "fee", "price", "outage", "labour", "today", "budget"];
const preferred = (a: FoundCue<MoneyRole>, b: FoundCue<MoneyRole>) =>
  RANK.indexOf(a.role) <= RANK.indexOf(b.role) ? a : b;

/** A bare number counts the noun after it: "max 3 nodes", "under 300 ms"; "budget 300 for 3 services" does not. */
function isUncounted({ text, to }: Place, said: Sum, cue: FoundCue<MoneyRole>): boolean {
  if (isMoney(said)) return false;
  const next = text.tokens[to];
  const ends = endsClause(text, to) || ENDS.has(wordAt(text, to)) || text.mentionAt[to] !== undefined;
  const labelled =
    /budget|bill|invoice|spend/.test(wordsIn(text, cue.from, cue.to)) && cue.to <= to && isLinked(text, cue.to, to);
  return !ends && !labelled && next !== undefined && cue.from < to;
}
const ENDS = wordSet(
  "and or for in on with so a per what is each month monthly total if to instead please or team incl including but we",
);
/** "budget is about 300": the number right after it is money, whatever follows. */
function isLinked(text: Text, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (
      !LINKS.has(wordAt(text, at)) &&
      amountAt(text.tokens, at) === null &&
      phraseAt(CURRENCY_WORDS, text.tokens, at) === null
    )
      return false;
  return true;
}

function withRole({ role, from, to }: FoundCue<MoneyRole>, said: Sum, place: Place): Reading {
  const { text } = place;
  const timed = said.period === null ? periodBefore(text, place.from) : null;
  const around = { from: Math.min(from, timed?.from ?? from, place.from), to: Math.max(to, place.to) };
  const timedSum = { ...said, period: timed?.period ?? said.period };
  switch (role) {
    case "budget":
      return { ...around, slots: moneySlots("budgetUsd", timedSum, text) };
    case "today":
      return { ...around, slots: moneySlots("spendTodayUsd", timedSum, text) };
    case "labour":
      return { ...around, slots: moneySlots("labourRateUsd", said, text) };
    case "outage": {
      const unit = said.period ?? outageUnit(text, place.from, place.to);
      return { ...around, slots: moneySlots("outageCostUsdPerHour", { ...said, period: unit }, text) };
    }
    case "fee":
      return { ...claimed("control-plane", said, place, around) };
    case "credit":
      return claimed("credit", said, place, around);
    case "price":
      return claimed("price", said, place, around);
    case "other":
      return { ...around, slots: [{ key: "unread" }] };
  }
}

/** "annual budget of 12k". */
function periodBefore(text: Text, at: number): { period: Period; from: number } | null {
  for (let i = at - 1; i >= 0 && i >= at - 5 && !endsClause(text, i); i -= 1) {
    const period = periodNamed(wordAt(text, i));
    if (period !== null) return { period, from: i };
  }
  return null;
}

const RESTARTS = wordSet("and which because that");

/** A fee or a credit that somebody quotes: to be checked against the catalog where that is known, else quoted back. */
function claimed(kind: Claim["kind"], said: Sum, place: Place, around: { from: number; to: number }): Reading {
  const { text } = place;
  let from = around.from;
  while (
    from > 0 &&
    from > around.from - LONGEST_CLAIM &&
    !endsClause(text, from - 1) &&
    !RESTARTS.has(wordAt(text, from - 1))
  )
    from -= 1;
  const thing = perThing(text, around.to);
  const to = thing?.to ?? around.to;
  const platforms = text.mentions
    .filter((mention) => mention.from >= from && mention.to <= to)
    .flatMap(({ named }) => named.platforms);
  const amountUsd = inUsd(text, said.amount, said.currency);
  if (amountUsd === null) return { slots: [{ key: "unread" }] };
  const { period } = said;
  const isKnown = period === "hour" || period === "month" || period === "year";
  const claim: Claim = {
    text: quote(text, from, to),
    kind,
    amountUsd,
    period: isKnown ? period : null,
    platforms: [...new Set(platforms)],
  };
  const slots: Slot[] = [{ key: "claim", claim }];
  if (kind !== "control-plane" || period === null) slots.push({ key: "unread" });
  return { from, to, slots };
}

/** What one of something costs is no budget, but for people: "$50 a month per developer" is one of each of them. */
function ofOne(said: Sum, place: Place, noun: string): Reading {
  const { text } = place;
  if (PEOPLE.has(noun) && said.period !== "hour") {
    const usd = inUsd(text, said.amount * (said.period === null ? 1 : TIMES_A_MONTH[said.period]), said.currency);
    if (usd !== null) return { slots: [{ key: "budgetPerPerson", value: usd }] };
  }
  const fee = rolesOf(place, said).find(({ role }) => role === "fee");
  if (fee !== undefined)
    return claimed("control-plane", said, place, { from: Math.min(fee.from, place.from), to: place.to });
  return { slots: [{ key: "unread" }] };
}

export const MONEY_RULES = [sums];
