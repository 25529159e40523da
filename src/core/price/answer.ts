import type { PriceBook } from "../catalog/price-book.ts";
import { plainNumber } from "../cost/money.ts";
import type { Knowledge } from "../decision/consider.ts";
import type { Currency } from "../question/choices.ts";
import { sumOfCents } from "../units.ts";
import { instanceResults, shapeResults } from "./machines.ts";
import { notPricedIn, notPricedSentence } from "./not-priced.ts";
import { platformResults } from "./platforms.ts";
import { podResults } from "./pods.ts";
import type { ConversionRate, PriceAnswer, PriceResult } from "./price-answer.ts";
import type { PriceItem, PriceQuery } from "./query.ts";
import type { Asking } from "./result.ts";
import { serviceResults } from "./services.ts";
import { tierResults } from "./tiers.ts";
import { ageWarnings } from "./warnings.ts";

const MOST_RESULTS = 60;

/** Prices for a question that was understood, in `currency` where it named none; null for the currency that the prices are published in. Nothing found gives no results and says what to ask. */
export function answerPrice(
  typed: string,
  query: PriceQuery,
  knowledge: Knowledge,
  currency: Currency | null = null,
): PriceAnswer {
  const { book } = knowledge;
  const meant = { ...query, providers: providersMeant(query, book) };
  const asking: Asking = {
    book,
    query: meant,
    currency: query.currency ?? currency ?? publishedIn(meant, book),
  };
  const clusters = query.items.filter((item) => item.kind === "platform");
  const results = [
    ...query.items.flatMap((item) => itemResults(asking, item)),
    ...(clusters.length === 0 || query.spot ? [] : platformResults(asking, clusters, knowledge)), // no cluster runs on spot alone
  ].slice(0, MOST_RESULTS);
  const total = areAlternatives(asking, results) ? null : sumOfCents(results.map((each) => each.cost));
  return {
    query: typed,
    understood: [
      ...understoodAs(query),
      ...placesRead(asking, results),
      ...(wantsRate(query) && results.length === 0 ? ["no such rate is known"] : []),
    ],
    results,
    total,
    rates: ratesOf(asking, results),
    unparsed: [
      ...query.unparsed,
      ...(wantsRate(query) && results.length === 0 && query.rateTyped !== null ? [query.rateTyped] : []),
    ],
    warnings: [
      ...missingRate(query, results),
      ...ageWarnings(results, query, book),
      ...notPricedIn(typed).map(notPricedSentence),
    ],
    suggestions: suggestionsFor(typed, query, results),
  };
}

/** The providers named; where none is, the one whose own region id is, or who alone sells all the machines. */
function providersMeant({ providers, region, items }: PriceQuery, book: PriceBook): string[] {
  if (providers.length > 0) return providers;
  const owners = book.regions.filter(({ id }) => id === region?.region).map(({ provider }) => provider);
  if (owners.length > 0) return owners;
  const sellers = items.flatMap((item) => (item.kind === "instance" ? [item.providers] : []));
  const [first] = sellers;
  return first?.length === 1 && sellers.every((each) => each.length === 1 && each[0] === first[0]) ? first : [];
}

/** The currency a provider publishes in, where one alone is asked about; US dollars for several. */
function publishedIn({ providers }: PriceQuery, book: PriceBook): Currency {
  const [provider, other] = providers;
  if (provider === undefined || other !== undefined) return "USD";
  return book.publishedIn(provider) ?? "USD";
}

/** What each list's currency was converted at. */
function ratesOf({ book, currency }: Asking, results: readonly PriceResult[]): ConversionRate[] {
  const foreign = new Set(results.map(({ listCurrency }) => listCurrency).filter((each) => each !== currency));
  return [...foreign].flatMap((from) => {
    const oldest = [book.fx(from), book.fx(currency)]
      .flatMap((each) => each ?? [])
      .reduce((a, b) => (b.asOf < a.asOf ? b : a));
    const rate = Number(book.convert(1, from, currency).toPrecision(6));
    return [{ from, to: currency, rate, asOf: oldest.asOf, source: oldest.source }];
  });
}

function itemResults(asking: Asking, item: PriceItem): PriceResult[] {
  switch (item.kind) {
    case "instance":
      return instanceResults(asking, item);
    case "shape":
      return shapeResults(asking, item);
    case "service":
      return serviceResults(asking, item);
    case "pod":
      return podResults(asking, item);
    case "tier":
      return tierResults(asking, item);
    case "platform":
      return []; // answered together: a comparison of whole clusters
  }
}

/** Offers of several providers, or several of one kind, are to choose from: their sum means nothing. */
function areAlternatives({ query, book }: Asking, results: readonly PriceResult[]): boolean {
  if (results.length === 0 || query.comparison) return true;
  const providers = new Set(results.map(({ provider }) => provider));
  if (providers.size > 1 || query.items.some((item) => item.kind === "platform")) return true;
  const services = query.items.filter((item) => item.kind === "service");
  return services.length > 0 && new Set(results.map(partOf(book))).size > query.items.length;
}

/** What a result is a part of: rules for balancers after the first few belong to the first. */
const partOf =
  (book: PriceBook) =>
  (result: PriceResult): string => {
    const rules = book.platforms.flatMap(({ billing }) =>
      billing?.loadBalancer.kind === "rules" ? [billing.loadBalancer] : [],
    );
    return rules.find(({ extraSku }) => extraSku === result.skuId)?.firstSku ?? result.skuId;
  };

/** Where a place has no price of its own: `"zurich" read as eu-central-1 (Frankfurt)`. */
function placesRead({ query: { region }, book }: Asking, results: readonly PriceResult[]): string[] {
  if (region === null || region.typed.toLowerCase() === region.geography) return [];
  const regions = new Set(results.map(({ provider, region: id }) => `${provider} ${id}`));
  const read = book.regions.filter(({ id, provider }) => regions.has(`${provider} ${id}`));
  const isThere =
    region.region === null
      ? read.some(({ place }) => place.toLowerCase() === region.typed.toLowerCase())
      : regions.size === 0 || read.some(({ id }) => id === region.region);
  return isThere ? [] : read.slice(0, 1).map(({ id, place }) => `"${region.typed}" read as ${id} (${place})`);
}

function understoodAs({
  items,
  region,
  period,
  span,
  commitment,
  spot,
  architecture,
  corrections,
}: PriceQuery): string[] {
  const phrases = items.map(phraseOf);
  if (architecture !== null) phrases.push(architecture === "arm64" ? "on Arm" : "on x86");
  if (region !== null) phrases.push(`in ${region.typed}`);
  if (spot) phrases.push("on spot capacity");
  if (commitment !== "none") phrases.push(commitment === "1y" ? "committed for 1 year" : "committed for 3 years");
  if (span === null || span.isMonthly) phrases.push(`per ${period}`);
  if (span !== null)
    phrases.push(span.isMonthly ? `${span.says}: ${plainNumber(span.hours, 2)} hours a month` : `for ${span.says}`);
  return [...phrases, ...corrections.map(({ typed, read }) => `"${typed}" read as ${read}`)];
}

function phraseOf(item: PriceItem): string {
  switch (item.kind) {
    case "instance":
      return `${item.count} × ${item.id}`;
    case "shape":
      return `${item.count} × at least ${[item.vcpu === null ? null : `${item.vcpu} vCPU`, item.memoryGiB === null ? null : `${item.memoryGiB} GiB`, item.gpus > 0 ? `${item.gpus} ${item.gpuModel?.toUpperCase() ?? "GPU"}` : null].filter((part) => part !== null).join(", ")}`;
    case "service":
      return item.amount === null ? item.words : `${item.amount} ${item.unit === "GiB" ? "GiB " : ""}${item.words}`;
    case "pod":
      return `${item.count} × pod${item.cpuMillicores === null ? "" : ` of ${item.cpuMillicores} m CPU`}${item.memoryMiB === null ? "" : `, ${item.memoryMiB} MiB`}`;
    case "tier":
      return `${item.count} × ${[item.platforms[0], item.tier ?? "control plane"].join(", ")}`;
    case "platform":
      return item.nodes === null ? item.id : `${item.id}, ${item.nodes} nodes`;
  }
}

const EXAMPLES = ["t3.medium x3 frankfurt", "4 vcpu 16 gb", "eks control plane", "egress 5 tb gcp"];

/** That no rate of the kind asked for is known: it is never answered with another one under its name. */
function missingRate(query: PriceQuery, results: readonly PriceResult[]): string[] {
  const found = (item: PriceItem) => item.kind !== "platform" || results.some(({ skuId }) => skuId === item.id);
  const missing = query.items.flatMap((item) => (item.kind === "platform" && !found(item) ? [item.id] : []));
  if (!wantsRate(query) || (results.length > 0 && missing.length === 0)) return [];
  const rate = query.spot
    ? "spot price"
    : `price for a commitment of ${query.commitment === "1y" ? "1 year" : "3 years"}`;
  const what = missing.length > 0 ? missing.join(" and ") : "that";
  return [`No ${rate} is known for ${what}, so none is given; the on-demand price is another question.`];
}

function suggestionsFor(typed: string, query: PriceQuery, results: readonly PriceResult[]): string[] {
  const close = query.suggestions.flatMap((suggestion) => suggestion.close);
  if (close.length > 0 || results.length > 0) return close;
  const nearest = notPricedIn(typed).flatMap((kind) => kind.nearest?.query ?? []);
  if (nearest.length > 0) return nearest;
  const onDemand = wantsRate(query) ? atListPrice(typed, query) : [];
  return onDemand.length > 0 ? onDemand : EXAMPLES;
}

/** Whether a committed or a spot rate is asked for: few of those are sourced. */
const wantsRate = ({ commitment, spot }: PriceQuery) => commitment !== "none" || spot;

/** The question without the rate that nobody could source for it: machine by machine, else as it was typed. */
function atListPrice(typed: string, { items, region, rateTyped }: PriceQuery): string[] {
  const machines = items.flatMap((item) =>
    item.kind === "instance" ? [[`${item.count} x ${item.id}`, region?.typed].filter(Boolean).join(" ")] : [],
  );
  if (machines.length > 0 || rateTyped === null || items.length === 0) return machines;
  return [typed.replace(rateTyped, " ").replace(/\s+/g, " ").trim()];
}
