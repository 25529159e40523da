import { groupBy } from "../core/group-by.ts";
import type { ConversionRate, PriceAnswer, PriceResult } from "../core/price/price-answer.ts";
import { roundToCent, sumOfCents } from "../core/units.ts";
import { amountText } from "./amount.ts";
import { quotes } from "./assumptions.ts";
import { sumText, unitPriceText } from "./bill-parts.ts";
import type { Card, RichText, Section } from "./card.ts";
import { clip } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_TITLE = 150;
const MOST_ROWS = 60;

/** The answer to a price question: one price in a sentence, several in a table, none with what to ask instead. */
export function priceCard(answer: PriceAnswer, names: Names): Card {
  const { results, total, unparsed, warnings, suggestions } = answer;
  const understood = understoodIn(answer);
  const title = clip(titleOf(answer, names), MOST_TITLE);
  const [only] = results;
  return {
    title,
    tone: results.length === 0 ? "warning" : "neutral",
    fallback: title,
    sections: [
      ...(understood.length === 0 ? [] : [{ kind: "text" as const, text: `Understood: ${understood.join(" · ")}` }]),
      ...(only !== undefined && results.length === 1 ? onePrice(only, names) : priceTable(answer, names)),
      ...(total === null ? offerSums(results, names) : []),
      ...rateList(answer.rates),
      ...(results.length > 1 ? [sources(results, names)] : []),
      ...(warnings.length === 0
        ? []
        : [{ kind: "list" as const, title: "Check first", tone: "warning" as const, items: [...warnings] }]),
      ...(unparsed.length === 0
        ? []
        : [{ kind: "list" as const, title: "Not understood", tone: "warning" as const, items: [quotes(unparsed)] }]),
      ...(suggestions.length === 0 ? [] : [suggestionList(suggestions, results.length === 0)]),
      ...(results.length === 0 ? [] : [{ kind: "footer" as const, text: "List prices, before tax." }]),
    ],
    actions: [],
    files: [],
  };
}

/** The period alone is nothing that was understood, as long as nothing was found for it. */
const understoodIn = ({ understood, results }: PriceAnswer) =>
  results.length === 0 && understood.length === 1 ? [] : understood;

function titleOf({ query, results, total }: PriceAnswer, names: Names): string {
  const [first] = results;
  if (first === undefined) return `No price found for “${clip(query, 60)}”`;
  if (results.length === 1) return `${first.description}: ${publishedCost(first)}`;
  if (total !== null) return `${wordsInCommon(results) || "Together"}: ${costOf(results)}`;
  const offers = offersOf(results);
  const cheapest = offers.reduce((least, each) => (sumOf(each) < sumOf(least) ? each : least));
  const choice = ofOneProvider(results) ? `: ${offerName(cheapest)}` : `, with ${providerOf(cheapest, names)}`;
  return `From ${costOf(cheapest)}${choice}`;
}

/** The lines of something to choose. */
type Offer = readonly PriceResult[];

const providerOf = ([line]: Offer, names: Names) => names.provider(line?.provider ?? "");
const ofOneProvider = (lines: Offer) => lines.every(({ provider }) => provider === lines[0]?.provider);

/** What can be chosen among the results: the tiers of one SKU are one offer, and so are a pod's CPU and its memory. */
function offersOf(results: readonly PriceResult[]): Offer[] {
  const isPodPart = ({ unit }: PriceResult) => unit === "vCPU-hour" || unit === "GiB-hour";
  return [...groupBy(results, (each) => `${each.provider} ${isPodPart(each) ? "pod" : each.skuId}`).values()];
}

/** What the lines come to for their period: an hour costs fractions of a cent, so its sum is not rounded to one. */
const sumOf = (lines: Offer) =>
  lines[0]?.period === "hour"
    ? lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)
    : sumOfCents(lines.map(({ cost }) => cost));

const amountOf = (lines: Offer) =>
  lines[0]?.period === "hour" ? unitPriceText(sumOf(lines)) : amountText(sumOf(lines));

/** "105.12 USD a month", "0.0208 USD an hour". */
const costOf = (lines: Offer) => `${amountOf(lines)} ${lines[0]?.currency} ${perTime(lines[0]?.period ?? "month")}`;

const isForeign = ({ currency, listCurrency, listUnitPrice }: PriceResult) =>
  currency !== listCurrency && listUnitPrice !== 0;

/** A result as its provider publishes it, whatever the asker's currency. */
const published = (result: PriceResult): PriceResult => ({
  ...result,
  unitPrice: result.listUnitPrice,
  currency: result.listCurrency,
  cost: isForeign(result) ? roundToCent(result.quantity * result.listUnitPrice) : result.cost,
});

/** "69.49 EUR a month (78.00 USD)": as published first, the asker's money beside it. */
function publishedCost(result: PriceResult): string {
  const own = costOf([published(result)]);
  return isForeign(result) ? `${own} (${amountOf([result])} ${result.currency})` : own;
}

/** "1 EUR = 1.1225 USD on 2026-10-02". */
const rateText = ({ from, to, rate, asOf }: ConversionRate) => `1 ${from} = ${rate} ${to} on ${asOf}`;

/** What the lists' money was converted at, with the page of each rate; nothing where none was. */
function rateList(rates: readonly ConversionRate[]): Section[] {
  if (rates.length === 0) return [];
  const items = rates.map((rate): RichText => [`${rateText(rate)}: `, { text: rate.source, href: rate.source }]);
  return [{ kind: "list", title: "Converted at", tone: "plain", items }];
}

/** "a month"; "for 3 hours". */
const perTime = (period: string) => (/^\d/.test(period) ? `for ${period}` : `${article(period)} ${period}`);

/** "Internet egress, premium tier": how the descriptions of all the lines begin, up to a comma; empty where they differ. */
function wordsInCommon(lines: Offer): string {
  const [first = [], ...others] = lines.map(({ description }) => description.split(", "));
  const end = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return first.slice(0, end < 0 ? first.length : end).join(", ");
}

const offerName = (lines: Offer) => wordsInCommon(lines) || [...new Set(lines.map(({ skuId }) => skuId))].join(" and ");

/** The sum of each offer, cheapest first; nothing where every offer is one line. */
function offerSums(results: readonly PriceResult[], names: Names): Section[] {
  const offers = offersOf(results);
  if (offers.every(({ length }) => length === 1)) return [];
  const whose = (lines: Offer) => (ofOneProvider(results) ? "" : `${providerOf(lines, names)}, `);
  const items = offers
    .toSorted((a, b) => sumOf(a) - sumOf(b))
    .map((lines) => `${whose(lines)}${offerName(lines)}: ${costOf(lines)}`);
  return [{ kind: "list", title: "Each in full", tone: "plain", items }];
}

const article = (unit: string) => (/^(hour|[aeio])/i.test(unit) ? "an" : "a");

/** "Google Cloud, us-east1 (South Carolina)". */
function whereText({ provider, region }: PriceResult, names: Names): string {
  const place = names.place(region);
  return `${names.provider(provider)}, ${place === null ? region : `${region} (${place})`}`;
}

function onePrice(result: PriceResult, names: Names): Section[] {
  const { unit, skuId, source, asOf, confidence, listUnitPrice, listCurrency } = result;
  return [
    {
      kind: "facts",
      facts: [
        { label: "Unit price", value: `${unitPriceText(listUnitPrice)} ${listCurrency} ${article(unit)} ${unit}` },
        { label: "Sum", value: `${sumText(published(result))} = ${publishedCost(result)}` },
        { label: "Where", value: whereText(result, names) },
        { label: "SKU", value: skuId },
      ],
    },
    { kind: "text", text: [`Read on ${asOf} (confidence ${confidence}) from `, { text: source, href: source }] },
  ];
}

function priceTable({ results, total }: PriceAnswer, names: Names): Section[] {
  const [first] = results;
  if (first === undefined) return [];
  const foreign = results.some(isForeign);
  return [
    {
      kind: "table",
      table: {
        title: `${first.currency} ${perTime(first.period)}`,
        columns: [
          { name: "What", align: "left" },
          ...(foreign ? [{ name: "As published", align: "right" as const }] : []),
          { name: first.currency, align: "right" }, // early: a phone shows what stands first
          { name: "Where", align: "left" },
          { name: "Quantity × price", align: "right" },
          { name: "Read on", align: "left" },
        ],
        rows: results
          .slice(0, MOST_ROWS)
          .map((result) => [
            result.description,
            ...(foreign ? [`${amountOf([published(result)])} ${result.listCurrency}`] : []),
            amountOf([result]),
            whereText(result, names),
            sumText(published(result)),
            result.asOf,
          ]),
        total: total === null ? null : ["Total", ...(foreign ? [""] : []), amountOf(results), "", "", ""],
      },
    },
  ];
}

function sources(results: readonly PriceResult[], names: Names): Section {
  const pages = [...new Map(results.map(({ provider, source }) => [source, provider]))];
  const items = pages.map(([href, provider]): RichText => [`${names.provider(provider)}: `, { text: href, href }]);
  return { kind: "list", title: "Sources", tone: "plain", items };
}

const suggestionList = (suggestions: readonly string[], nothingFound: boolean): Section => ({
  kind: "list",
  title: nothingFound ? "Try" : "Close to it",
  tone: "plain",
  items: suggestions.map((text) => ({ text, mark: "code" as const })),
});
