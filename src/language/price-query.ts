import type { PriceItem, PriceQuery } from "../core/price/query.ts";
import { platformsOf } from "./grammar/clouds.ts";
import { PRICE_GRAMMAR } from "./grammar/index.ts";
import type { Vocabulary } from "./lexicon/vocabulary.ts";
import { type Parse, parse } from "./parse.ts";
import { type Fact, factsOf, ofKey } from "./resolve/facts.ts";
import { unparsedPhrases } from "./resolve/unparsed.ts";
import { suggestionsFor } from "./suggestions.ts";
import { quote, type Text, textOf, wordAt, wordSet } from "./text/text.ts";
import { MOST_CHARACTERS } from "./understand.ts";

/** What a price question asks for: instances, shapes, services, pods and platforms, where and for how long. Never throws. */
export function understandPriceQuery(typed: string, vocabulary: Vocabulary): PriceQuery {
  const text = textOf(typed.slice(0, MOST_CHARACTERS), vocabulary);
  const parsed = parse(text, PRICE_GRAMMAR);
  const facts = factsOf(parsed);
  const named = namesOf(text);
  const span = ofKey(facts, "span")[0] ?? null;
  return {
    items: itemsOf(text, facts),
    ...named,
    region: regionOf(text),
    period: ofKey(facts, "period").at(-1)?.value ?? "month",
    span: span === null ? null : { hours: span.hours, says: span.says, isMonthly: span.isMonthly },
    currency: ofKey(facts, "currency")[0]?.value ?? null,
    commitment: ofKey(facts, "commitment")[0]?.value ?? "none",
    spot: facts.some(({ key }) => key === "spotRate"),
    rateTyped: rateOf(text, facts),
    architecture: ofKey(facts, "architecture").at(-1)?.value ?? null,
    comparison: facts.some(({ key }) => key === "comparison") || namesSeveral(text, facts),
    unparsed: unparsedOf(parsed, facts),
    corrections: [...text.corrections],
    suggestions: suggestionsFor(parsed),
  };
}

/** The items named, and the fees of platforms added to them; of platforms alone, whole clusters. */
function itemsOf(text: Text, facts: readonly Fact[]): PriceItem[] {
  const items = joined(counted(facts));
  if (items.length === 0) {
    const nodes = ofKey(facts, "nodes")[0]?.value ?? null;
    const named = text.mentions.flatMap(({ named: { platforms } }) => platforms);
    // "kubernetes on aws": what the provider offers.
    const isAboutClusters = text.tokens.some(({ word }) => CLUSTERS.has(word));
    const offered = isAboutClusters ? text.mentions.flatMap((mention) => platformsOf(text, mention)) : [];
    const ids = new Set(named.length > 0 ? named : offered);
    return [...ids].map((id) => ({ kind: "platform", id, nodes }));
  }
  const fees = text.mentions
    .filter(({ from, to, named }) => named.platforms.length > 0 && isAdded(text, from, to))
    .map(({ from, named }) => ({ value: feeOf(named.platforms), at: from }));
  return [...items, ...fees].sort((a, b) => a.at - b.at).map(({ value }) => value);
}

interface PlacedItem {
  value: PriceItem;
  at: number;
}

/** The items with how many there are of them where that was said behind: "c5.2xlarge mumbai, 3 of them". */
function counted(facts: readonly Fact[]): PlacedItem[] {
  const items = ofKey(facts, "item").map(({ value, span }): PlacedItem => ({ value, at: span.from }));
  for (const { value: howMany, span } of ofKey(facts, "ofLast")) {
    const last = items.findLast(({ at }) => at < span.from);
    if (last !== undefined && "count" in last.value) last.value = { ...last.value, count: last.value.count * howMany };
  }
  return items;
}

/** "cloudwatch, 200 gb of logs" names one thing twice. */
function joined(items: readonly PlacedItem[]): PlacedItem[] {
  const isNameOf = ({ value }: PlacedItem, next: PlacedItem | undefined) =>
    value.kind === "service" &&
    next?.value.kind === "service" &&
    value.service === next.value.service &&
    value.amount === null &&
    value.count === 1 &&
    next.value.amount !== null;
  return items.flatMap((item, index) => {
    if (isNameOf(item, items[index + 1])) return [];
    const before = items[index - 1];
    const owner = before?.value.kind === "service" && isNameOf(before, item) ? before.value.owner : undefined;
    return [owner === undefined ? item : { ...item, value: { ...item.value, owner } as PriceItem }];
  });
}

const CLUSTERS = wordSet("kubernetes k8s cluster clusters");
const ADDS = wordSet("+ plus &");
/** "eks + 2 m5.large + nat": one of several things that are added up. */
const isAdded = (text: Text, from: number, to: number) =>
  ADDS.has(wordAt(text, to)) || ADDS.has(wordAt(text, from - 1));
const feeOf = (platforms: readonly string[]): PriceItem => ({
  kind: "tier",
  platforms: [...platforms],
  tier: null,
  count: 1,
});

/** What was set aside and what no rule read, in the order of the text. */
function unparsedOf(parsed: Parse, facts: readonly Fact[]): string[] {
  const unread = ofKey(facts, "unread").map(({ span }) => ({
    at: span.from,
    text: quote(parsed.text, span.from, span.to),
  }));
  const questions = ofKey(facts, "question").map(({ span }) => ({
    at: span.from,
    text: quote(parsed.text, span.from, span.to),
  }));
  return [...unread, ...questions, ...furtherPlaces(parsed.text), ...unparsedPhrases(parsed)]
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
}

/** "in tokyo and frankfurt": a price is of one place, the first. */
function furtherPlaces(text: Text): { at: number; text: string }[] {
  const places = text.mentions.filter(({ named }) => named.geography !== null && named.instanceType === null);
  const [first] = places;
  return places
    .filter(({ named }) => named.geography !== first?.named.geography)
    .map(({ from, to }) => ({ at: from, text: quote(text, from, to) }));
}

function rateOf(text: Text, facts: readonly Fact[]): string | null {
  const fact = facts.find(({ key }) => key === "commitment" || key === "spotRate");
  return fact === undefined ? null : quote(text, fact.span.from, fact.span.to);
}

function regionOf(text: Text): PriceQuery["region"] {
  const mention = text.mentions.find(({ named }) => named.geography !== null && named.instanceType === null);
  if (!mention?.named.geography) return null;
  return {
    typed: quote(text, mention.from, mention.to),
    region: mention.named.region,
    geography: mention.named.geography,
  };
}

function namesOf({ mentions, vocabulary }: Text): { providers: string[]; platforms: string[] } {
  const providers = new Set<string>();
  const platforms = new Set<string>();
  for (const { named } of mentions) {
    if (named.instanceType !== null || named.region !== null) continue;
    for (const id of named.providers) providers.add(id);
    for (const id of named.platforms) {
      platforms.add(id);
      const provider = vocabulary.providerOf.get(id);
      if (provider !== undefined) providers.add(provider);
    }
  }
  return { providers: [...providers], platforms: [...platforms] };
}

/** Whether two names of platforms or clouds stand in the text; one name of three platforms compares nothing, nor does a sum. */
function namesSeveral({ mentions }: Text, facts: readonly Fact[]): boolean {
  const platforms = mentions.filter(({ named }) => named.platforms.length > 0);
  const isSum = ofKey(facts, "item").length > 0;
  return new Set(platforms.map(({ named }) => named)).size > 1 && !isSum;
}
