import type { Knowledge } from "../consider.ts";
import { money } from "../money.ts";
import type { PriceAnswer, PriceResult } from "../price-answer.ts";
import type { PriceBook } from "../price-book.ts";
import type { Currency } from "../requirement.ts";
import { roundToCent, sumOfCents } from "../units.ts";
import { instanceResults, shapeResults } from "./machines.ts";
import { platformResults } from "./platforms.ts";
import { podResults } from "./pods.ts";
import type { PriceItem, PriceQuery } from "./query.ts";
import type { Asking } from "./result.ts";
import { serviceResults } from "./services.ts";

const MOST_RESULTS = 60;

/** Prices for a question that was understood, in `currency` where it named none. Nothing found gives no results and says what to ask. */
export function answerPrice(
  typed: string,
  query: PriceQuery,
  knowledge: Knowledge,
  currency: Currency = "USD",
): PriceAnswer {
  const { book } = knowledge;
  const asking: Asking = {
    book,
    query: { ...query, providers: providersMeant(query, book) },
    currency: query.currency ?? currency,
  };
  const clusters = query.items.filter((item) => item.kind === "platform");
  const results = [
    ...query.items.flatMap((item) => itemResults(asking, item)),
    ...(clusters.length === 0 ? [] : platformResults(asking, clusters, knowledge)),
  ].slice(0, MOST_RESULTS);
  const total = areAlternatives(query, results) ? null : sumOfCents(results.map((each) => each.cost));
  return {
    query: typed,
    understood: [
      ...understoodAs(query),
      ...durationSums(query, results, total),
      ...(wantsRate(query) && results.length === 0 ? ["no such rate is known"] : []),
    ],
    results,
    total,
    unparsed: query.unparsed,
    suggestions: suggestionsFor(query, results),
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

/** "3 months: 91.11 USD", where more than one period is asked for and the results are one sum. */
function durationSums(
  { periods, period }: PriceQuery,
  results: readonly PriceResult[],
  total: number | null,
): string[] {
  const [first] = results;
  if (periods === 1 || first === undefined || total === null) return [];
  const each = results.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return [`${periods} ${period}s: ${money(roundToCent(each * periods), first.currency)}`];
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
    case "platform":
      return []; // answered together: a comparison of whole clusters
  }
}

/** Offers of several providers, or several of one kind, are to choose from: their sum means nothing. */
function areAlternatives(query: PriceQuery, results: readonly PriceResult[]): boolean {
  if (results.length === 0 || query.comparison) return true;
  const providers = new Set(results.map(({ provider }) => provider));
  if (providers.size > 1 || query.items.some((item) => item.kind === "platform")) return true;
  const services = query.items.filter((item) => item.kind === "service");
  return services.length > 0 && new Set(results.map(({ skuId }) => skuId)).size > query.items.length;
}

function understoodAs({ items, region, period, commitment, spot, architecture, corrections }: PriceQuery): string[] {
  const phrases = items.map(phraseOf);
  if (architecture !== null) phrases.push(architecture === "arm64" ? "on Arm" : "on x86");
  if (region !== null) phrases.push(`in ${region.typed}`);
  if (spot) phrases.push("on spot capacity");
  if (commitment !== "none") phrases.push(commitment === "1y" ? "committed for 1 year" : "committed for 3 years");
  phrases.push(`per ${period}`);
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
    case "platform":
      return item.nodes === null ? item.id : `${item.id}, ${item.nodes} nodes`;
  }
}

const EXAMPLES = ["t3.medium x3 frankfurt", "4 vcpu 16 gb", "eks control plane", "egress 5 tb gcp"];

function suggestionsFor(query: PriceQuery, results: readonly PriceResult[]): string[] {
  const close = query.suggestions.flatMap((suggestion) => suggestion.close);
  if (close.length > 0 || results.length > 0) return close;
  const onDemand = wantsRate(query) ? machinesAlone(query) : [];
  return onDemand.length > 0 ? onDemand : EXAMPLES;
}

/** Whether a committed or a spot rate is asked for: few of those are sourced. */
const wantsRate = ({ commitment, spot }: PriceQuery) => commitment !== "none" || spot;

/** The machines of a question without the rate that nobody could source for them. */
const machinesAlone = ({ items, region }: PriceQuery) =>
  items.flatMap((item) =>
    item.kind === "instance" ? [[`${item.count} x ${item.id}`, region?.typed].filter(Boolean).join(" ")] : [],
  );
