import { groupBy } from "../core/group-by.ts";
import { money } from "../core/money.ts";
import type { PriceAnswer, PriceResult } from "../core/price-answer.ts";
import { sumOfCents } from "../core/units.ts";
import { amountText } from "./amount.ts";
import { quotes } from "./assumptions.ts";
import { sumText, unitPriceText } from "./bill-parts.ts";
import type { Card, RichText, Section } from "./card.ts";
import { clip } from "./clip.ts";

const MOST_TITLE = 150;
const MOST_ROWS = 25;

/** The answer to a price question: one price in a sentence, several in a table, none with what to ask instead. */
export function priceCard(answer: PriceAnswer): Card {
  const { results, total, understood, unparsed, suggestions } = answer;
  const title = clip(titleOf(answer), MOST_TITLE);
  const [only] = results;
  return {
    title,
    tone: results.length === 0 ? "warning" : "neutral",
    fallback: title,
    sections: [
      ...(understood.length === 0 ? [] : [{ kind: "text" as const, text: `Understood: ${understood.join(" · ")}` }]),
      ...(only !== undefined && results.length === 1 ? onePrice(only) : priceTable(answer)),
      ...(total === null ? offerSums(results) : []),
      ...(results.length > 1 ? [sources(results)] : []),
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

function titleOf({ query, results, total }: PriceAnswer): string {
  const [first] = results;
  if (first === undefined) return `No price found for “${clip(query, 60)}”`;
  const per = `a ${first.period}`;
  if (results.length === 1) return `${listPriceApart(first.description)}: ${money(first.cost, first.currency)} ${per}`;
  if (total !== null) return `Together ${money(total, first.currency)} ${per}`;
  const { provider, cost } = offersOf(results).reduce((least, each) => (each.cost < least.cost ? each : least));
  return `From ${money(cost, first.currency)} ${per}, with ${provider}`;
}

interface Offer {
  provider: string;
  skuIds: string[];
  lines: number;
  cost: number;
}

/** What can be chosen among the results: the tiers of one SKU are one offer, and so are a pod's CPU and its memory. */
function offersOf(results: readonly PriceResult[]): Offer[] {
  const isPodPart = ({ unit }: PriceResult) => unit === "vCPU-hour" || unit === "GiB-hour";
  const groups = groupBy(results, (each) => `${each.provider} ${isPodPart(each) ? "pod" : each.skuId}`);
  return [...groups.values()].map((lines) => ({
    provider: lines[0]?.provider ?? "",
    skuIds: [...new Set(lines.map(({ skuId }) => skuId))],
    lines: lines.length,
    cost: sumOfCents(lines.map(({ cost }) => cost)),
  }));
}

/** The sum of each offer, cheapest first; nothing where every offer is one line. */
function offerSums(results: readonly PriceResult[]): Section[] {
  const [first] = results;
  const offers = offersOf(results);
  if (first === undefined || offers.every(({ lines }) => lines === 1)) return [];
  const items = offers
    .toSorted((a, b) => a.cost - b.cost)
    .map(
      ({ provider, skuIds, cost }) =>
        `${provider}, ${skuIds.join(" and ")}: ${money(cost, first.currency)} a ${first.period}`,
    );
  return [{ kind: "list", title: "Each in full", tone: "plain", items }];
}

/** The description without the list price in another currency, which the table and the facts still have. */
const listPriceApart = (description: string) => description.replace(/ \(list: [^()]*\)$/, "");

const article = (unit: string) => (/^(hour|[aeio])/i.test(unit) ? "an" : "a");

function onePrice(result: PriceResult): Section[] {
  const { unit, unitPrice, currency, cost, period, region, skuId, source, asOf, confidence } = result;
  return [
    {
      kind: "facts",
      facts: [
        { label: "Unit price", value: `${unitPriceText(unitPrice)} ${currency} ${article(unit)} ${unit}` },
        { label: "Sum", value: `${sumText(result)} = ${money(cost, currency)} a ${period}` },
        { label: "Where", value: `${result.provider}, ${region}` },
        { label: "SKU", value: skuId },
      ],
    },
    { kind: "text", text: [`Read on ${asOf} (confidence ${confidence}) from `, { text: source, href: source }] },
  ];
}

function priceTable({ results, total }: PriceAnswer): Section[] {
  const [first] = results;
  if (first === undefined) return [];
  return [
    {
      kind: "table",
      table: {
        title: `${first.currency} a ${first.period}`,
        columns: [
          { name: "What", align: "left" },
          { name: "Where", align: "left" },
          { name: "Quantity × price", align: "right" },
          { name: first.currency, align: "right" },
          { name: "Read on", align: "left" },
        ],
        rows: results
          .slice(0, MOST_ROWS)
          .map((result) => [
            result.description,
            `${result.provider}, ${result.region}`,
            sumText(result),
            amountText(result.cost),
            result.asOf,
          ]),
        total: total === null ? null : ["Total", "", "", amountText(total), ""],
      },
    },
  ];
}

function sources(results: readonly PriceResult[]): Section {
  const pages = [...new Map(results.map(({ provider, source }) => [source, provider]))];
  const items = pages.map(([href, provider]): RichText => [`${provider}: `, { text: href, href }]);
  return { kind: "list", title: "Sources", tone: "plain", items };
}

const suggestionList = (suggestions: readonly string[], nothingFound: boolean): Section => ({
  kind: "list",
  title: nothingFound ? "Try" : "Close to it",
  tone: "plain",
  items: suggestions.map((text) => ({ text, mark: "code" as const })),
});
