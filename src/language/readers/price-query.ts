import type { PriceQuery } from "../../core/price/query.ts";
import type { Commitment, Currency } from "../../core/requirement.ts";
import { CURRENCY_WORDS } from "../lexicon/currencies.ts";
import type { Vocabulary } from "../lexicon/vocabulary.ts";
import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { readCommitments } from "./commitments.ts";
import { leftovers } from "./leftovers.ts";
import { openReading } from "./open-reading.ts";
import { readItems } from "./price-items.ts";
import { freePhraseAt, negationBefore, type Reading, take, wordAt } from "./reading.ts";
import { readRegions } from "./regions.ts";
import { suggestionsFor } from "./suggestions.ts";
import { MOST_CHARACTERS } from "./understand.ts";

const PERIODS = phrasesFor<PriceQuery["period"]>({
  hour: ["per hour", "an hour", "a hour", "hourly", "/hour", "/hr", "/h", "per hr"],
  month: ["per month", "a month", "monthly", "/month", "/mo", "per mo"],
  year: ["per year", "a year", "yearly", "annually", "per annum", "annual", "/year", "/yr", "/y", "per yr"],
});
const DURATIONS: ReadonlyMap<string, PriceQuery["period"]> = new Map([
  ["hour", "hour"],
  ["hours", "hour"],
  ["hrs", "hour"],
  ["h", "hour"],
  ["month", "month"],
  ["months", "month"],
  ["year", "year"],
  ["years", "year"],
]);
const HOURS_A_DAY = 24;
const DAYS: ReadonlyMap<string, number> = new Map([
  ["day", 1],
  ["days", 1],
  ["week", 7],
  ["weeks", 7],
]);
const ARCHITECTURES = phrasesFor<"arm64" | "amd64">({
  arm64: ["arm", "arm64", "aarch64", "graviton", "ampere"],
  amd64: ["x86", "x86_64", "x64", "amd64", "intel"],
});
const SPOT = new Set(["spot", "preemptible"]);
const COMPARING = new Set(["vs", "versus", "compare", "comparison", "cheapest", "or", "against"]);

/** What a price question asks for: instances, shapes, services, pods and platforms, where and for how long. Never throws. */
export function understandPriceQuery(text: string, vocabulary: Vocabulary): PriceQuery {
  const { reading: r, corrections } = openReading(text.slice(0, MOST_CHARACTERS), vocabulary);
  const duration = durationOf(r);
  const period = duration?.period ?? periodOf(r);
  const currency = currencyOf(r);
  readCommitments(r);
  const spot = takeWord(r, SPOT);
  const comparison = takeWord(r, COMPARING);
  const architecture = architectureOf(r);
  const items = readItems(r);
  readRegions(r);
  const { providers, platforms } = namesOf(r);
  const unparsed = leftovers(r);
  return {
    items,
    providers,
    platforms,
    region: regionOf(r),
    period,
    currency,
    commitment: commitmentOf(r),
    spot,
    architecture,
    periods: duration?.periods ?? 1,
    comparison: comparison || namesSeveral(r),
    unparsed,
    corrections,
    suggestions: suggestionsFor(r),
  };
}

/** "for 3 months", "10 hours", "2 weeks"; null where none is named. A term of a commitment is none: "1 year reserved". */
function durationOf(r: Reading): { periods: number; period: PriceQuery["period"] } | null {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const amount = r.tokens[at]?.kind === "number" ? amountAt(r.tokens, at) : null;
    if (amount === null || amount.value <= 0) continue;
    const unit = wordAt(r, amount.next);
    const days = DAYS.get(unit);
    const period = days === undefined ? DURATIONS.get(unit) : "hour";
    const isTerm = period === "year" && wordAt(r, at - 1) !== "for";
    if (period === undefined || isTerm) continue;
    take(r, wordAt(r, at - 1) === "for" ? at - 1 : at, amount.next + 1);
    return { periods: amount.value * (days === undefined ? 1 : days * HOURS_A_DAY), period };
  }
  return null;
}

function periodOf(r: Reading): PriceQuery["period"] {
  let period: PriceQuery["period"] = "month";
  for (let at = 0; at < r.tokens.length; at += 1) {
    const found = freePhraseAt(r, PERIODS, at);
    if (found === null) continue;
    period = found.meaning;
    take(r, at, found.next);
  }
  return period;
}

function currencyOf(r: Reading): Currency | null {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const found = freePhraseAt(r, CURRENCY_WORDS, at);
    if (found === null) continue;
    take(r, wordAt(r, at - 1) === "in" ? at - 1 : at, found.next);
    return found.meaning;
  }
  return null;
}

function commitmentOf(r: Reading): Commitment {
  const fact = r.facts.find(({ key }) => key === "commitment");
  return fact?.value === "1y" || fact?.value === "3y" ? fact.value : "none";
}

/** The last architecture named; null for none. */
function architectureOf(r: Reading): PriceQuery["architecture"] {
  let named: PriceQuery["architecture"] = null;
  for (let at = 0; at < r.tokens.length; at += 1) {
    const found = freePhraseAt(r, ARCHITECTURES, at);
    if (found === null) continue;
    named = found.meaning;
    take(r, at, found.next);
  }
  return named;
}

/** Whether one of `wanted` is in the text; its tokens are taken. */
function takeWord(r: Reading, wanted: ReadonlySet<string>): boolean {
  let found = false;
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (!wanted.has(wordAt(r, at)) || r.taken[at] === true) continue;
    take(r, at, at + 1);
    found ||= negationBefore(r, at) < 0;
  }
  return found;
}

function regionOf(r: Reading): PriceQuery["region"] {
  const mention = r.mentions.find(({ named }) => named.geography !== null && named.instanceType === null);
  if (!mention?.named.geography) return null;
  const first = r.tokens[mention.from];
  const last = r.tokens[mention.to - 1];
  const typed = r.text.slice(first?.start, last?.end);
  return { typed, region: mention.named.region, geography: mention.named.geography };
}

function namesOf(r: Reading): { providers: string[]; platforms: string[] } {
  const providers = new Set<string>();
  const platforms = new Set<string>();
  for (const { from, to, named } of r.mentions) {
    if (named.instanceType !== null || named.region !== null) continue;
    for (const id of named.providers) providers.add(id);
    for (const id of named.platforms) {
      platforms.add(id);
      const provider = r.vocabulary.providerOf.get(id);
      if (provider !== undefined) providers.add(provider);
    }
    if (named.providers.length + named.platforms.length > 0) take(r, from, to);
  }
  return { providers: [...providers], platforms: [...platforms] };
}

/** Whether two names of platforms or clouds stand in the text; one name of three platforms compares nothing. */
function namesSeveral({ mentions }: Reading): boolean {
  const platforms = mentions.filter(({ named }) => named.platforms.length > 0);
  return new Set(platforms.map(({ named }) => named)).size > 1;
}
