import type { Commitment, Currency, Geography } from "../requirement.ts";
import { readCommitments } from "./commitments.ts";
import { CURRENCY_WORDS } from "./currencies.ts";
import { leftovers } from "./leftovers.ts";
import { openReading } from "./open-reading.ts";
import { phrasesFor } from "./phrases.ts";
import { type PriceItem, readItems } from "./price-items.ts";
import { freePhraseAt, negationBefore, type Reading, take, wordAt } from "./reading.ts";
import { readRegions } from "./regions.ts";
import type { Correction } from "./spelling.ts";
import { type Suggestion, suggestionsFor } from "./suggestions.ts";
import { MOST_CHARACTERS } from "./understand.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A price question, in words of the catalog. */
export interface PriceQuery {
  items: PriceItem[];
  /** Provider ids named, by themselves or by one of their platforms; empty means all. */
  providers: string[];
  /** Platform ids named. */
  platforms: string[];
  /** Where: as typed, and the provider's region id or the geography it stands for; null where none was named. */
  region: { typed: string; region: string | null; geography: Geography } | null;
  period: "hour" | "month" | "year";
  /** null where none was named. */
  currency: Currency | null;
  commitment: Commitment;
  spot: boolean;
  /** Whether two things or more are to be set side by side: "doks vs eks", "cheapest". */
  comparison: boolean;
  unparsed: string[];
  /** Misspelt names with one meaning, and how they were read. */
  corrections: Correction[];
  /** Names nobody knows, with the ids closest to them. */
  suggestions: Suggestion[];
}

const PERIODS = phrasesFor<PriceQuery["period"]>({
  hour: ["per hour", "an hour", "a hour", "hourly", "/hour", "/hr", "/h", "per hr"],
  month: ["per month", "a month", "monthly", "/month", "/mo", "per mo"],
  year: ["per year", "a year", "yearly", "annually", "per annum", "annual", "/year", "/yr", "/y", "per yr"],
});
const SPOT = new Set(["spot", "preemptible"]);
const COMPARING = new Set(["vs", "versus", "compare", "comparison", "cheapest", "or", "against"]);

/** What a price question asks for: instances, shapes, services, pods and platforms, where and for how long. Never throws. */
export function understandPriceQuery(text: string, vocabulary: Vocabulary): PriceQuery {
  const { reading: r, corrections } = openReading(text.slice(0, MOST_CHARACTERS), vocabulary);
  const period = periodOf(r);
  const currency = currencyOf(r);
  readCommitments(r);
  const spot = takeWord(r, SPOT);
  const comparison = takeWord(r, COMPARING);
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
    comparison: comparison || namesSeveral(r),
    unparsed,
    corrections,
    suggestions: suggestionsFor(r),
  };
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
