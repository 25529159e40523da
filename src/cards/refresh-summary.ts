import type { CatalogData, SkuPrice } from "../core/catalog/catalog.ts";
import type { BillMove } from "../core/catalog/refresh/default-bills.ts";
import type { Effect } from "../core/catalog/refresh/effects.ts";
import type { PriceReview } from "../core/catalog/refresh/review.ts";
import { money } from "../core/cost/money.ts";
import { groupBy } from "../core/group-by.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** What a refresh found, for the pull request that brings it in. */
export interface RefreshFindings {
  day: string;
  data: CatalogData; // as it was
  reviews: readonly PriceReview[];
  effects: readonly Effect[];
  bills: readonly BillMove[];
  leastBillPercent: number;
  skipped: readonly { provider: string; missing: string | null }[]; // and what each of them needs
}

const MOST_ROWS = 40; // of a table; past it they are counted

/** The summary as Markdown: counts, default bills that moved, prices by size of their move, what was refused, gone and by hand. */
export function refreshSummary(findings: RefreshFindings): string {
  const { day, reviews, effects, skipped } = findings;
  const dearer = effects.filter(({ percent }) => percent > 0);
  const cheaper = effects.filter(({ percent }) => percent <= 0);
  return [
    `# Prices refreshed on ${day}`,
    counts(reviews),
    ...skipped.map(({ provider, missing }) => `${provider} was not asked: it needs ${missing}.`),
    ...section("Default bills", billRows(findings)),
    ...section("Dearer", moveRows(dearer)),
    ...section("Cheaper", moveRows(cheaper)),
    ...section("Refused", refusedRows(reviews)),
    ...section("Gone", goneRows(reviews)),
    ...section("Added", addedRows(reviews)),
    ...section("Listed, and not in the catalog", unknownRows(reviews)),
    ...section("By hand", byHandRows(findings)),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

interface Table {
  opening: string;
  head: string[];
  rows: string[][];
}

/** A heading with its table; nothing where the table has no rows. */
function section(title: string, { opening, head, rows }: Table): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const shown = rows.slice(0, MOST_ROWS).map(line);
  const table = [line(head), line(head.map(() => "---")), ...shown].join("\n");
  const more = rows.length - shown.length;
  return [`## ${title}`, opening, table, ...(more > 0 ? [`and ${more} more`] : [])];
}

function counts(reviews: readonly PriceReview[]): string {
  const head = [
    "Provider",
    "Read via",
    "Unchanged",
    "Dearer",
    "Cheaper",
    "Other currency",
    "Added",
    "Gone",
    "Refused",
    "By hand",
  ];
  const rows = reviews.map(({ list, confirmed, moved, added, gone, refused, byHand }) => {
    const same = moved.filter(({ before, after }) => before.currency === after.currency);
    const dearer = same.filter(({ before, after }) => after.listUnitPrice > before.listUnitPrice).length;
    return [
      list.provider,
      list.via,
      ...[
        confirmed.length,
        dearer,
        same.length - dearer,
        moved.length - same.length,
        added.length,
        gone.length,
        refused.length,
        byHand.length,
      ].map(String),
    ];
  });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const billRows = ({ bills, leastBillPercent }: RefreshFindings): Table => ({
  opening: `What the default request costs a month, where it moved by more than ${leastBillPercent} %.`,
  head: ["Platform", "Region", "Was", "Is", "Change"],
  rows: bills.map(({ platform, geography, region, from, to, currency, percent }) => [
    platform,
    `${geography} (${region})`,
    money(from, currency),
    money(to, currency),
    percentText(percent),
  ]),
});

const moveRows = (effects: readonly Effect[]): Table => ({
  opening: "The largest change first. A month is of as many as the default cluster has there.",
  head: ["Provider", "SKU", "Region", "Kind", "Was", "Is", "Change", "A month"],
  rows: effects.map(({ provider, before, after, percent, count, perMonth }) => [
    provider,
    escapeMarkdown(after.skuId),
    after.regionId,
    after.pricingCategory,
    `${before.listUnitPrice} (${before.reading.asOf})`,
    `${after.listUnitPrice} ${after.currency} per ${after.pricingUnit}`,
    percentText(percent),
    perMonth === null ? "" : `${perMonth > 0 ? "+" : ""}${money(perMonth, after.currency)} for ${count}`,
  ]),
});

const refusedRows = (reviews: readonly PriceReview[]): Table => ({
  opening: "The catalog keeps its price of these. Look at each; `--accept` takes what is not marked as final.",
  head: ["Provider", "SKU", "Region", "Kind", "Catalog", "Listed", "Why"],
  rows: reviews.flatMap(({ list, refused }) =>
    refused.map(({ price, before, why, final }) => [
      list.provider,
      escapeMarkdown(price.skuId),
      price.regionId,
      price.pricingCategory,
      before === null ? "" : `${before.listUnitPrice} ${before.currency}`,
      `${price.listUnitPrice} ${price.currency} per ${price.pricingUnit}`,
      `${escapeMarkdown(why)}${final ? " (final)" : ""}`,
    ]),
  ),
});

const goneRows = (reviews: readonly PriceReview[]): Table => ({
  opening: "The catalog has a price of these, and the list has none any more. The rows stay, and grow old.",
  head: ["Provider", "SKU", "Kind", "Regions", "Last read"],
  rows: reviews.flatMap(({ list, gone }) =>
    [...groupBy(gone, (row) => `${row.skuId} ${row.pricingCategory}`).values()].map((rows) => [
      list.provider,
      escapeMarkdown(rows[0]?.skuId ?? ""),
      rows[0]?.pricingCategory ?? "",
      rows.map(({ regionId }) => regionId).join(", "),
      oldest(rows),
    ]),
  ),
});

const addedRows = (reviews: readonly PriceReview[]): Table => ({
  opening: "Machines and services of the catalog, in regions or of kinds where they had no price.",
  head: ["Provider", "Kind", "Prices", "Regions", "SKUs"],
  rows: reviews.flatMap(({ list, added }) =>
    [...groupBy(added, (price) => price.offer ?? price.pricingCategory)].map(([kind, prices]) => [
      list.provider,
      kind,
      String(prices.length),
      some([...new Set(prices.map(({ regionId }) => regionId))]),
      escapeMarkdown(some([...new Set(prices.map(({ skuId }) => skuId))])),
    ]),
  ),
});

const unknownRows = (reviews: readonly PriceReview[]): Table => ({
  opening: "A machine has to be described in the catalog before it can have a price there.",
  head: ["Provider", "SKUs"],
  rows: reviews
    .map(({ list, unknown }) => [list.provider, [...new Set(unknown.map(({ skuId }) => skuId))]] as const)
    .filter(([, skus]) => skus.length > 0)
    .map(([provider, skus]) => [provider, `${skus.length}: ${escapeMarkdown(some(skus))}`]),
});

/** No API lists these: somebody has to look. The ones looked at longest ago first. */
function byHandRows({ reviews, data }: RefreshFindings): Table {
  const tiersOf = (id: string) => data.tieredPrices.filter(({ provider }) => provider === id);
  const limits = new Map(data.providers.map(({ id, priceLimitDays }) => [id, priceLimitDays]));
  const rows = reviews.flatMap(({ list, byHand }) =>
    [...groupBy([...byHand, ...tiersOf(list.provider)], ({ reading }) => reading.source)].map(([source, prices]) => ({
      asOf: oldest(prices),
      cells: [
        list.provider,
        escapeMarkdown(some([...new Set(prices.map(({ skuId }) => skuId))])),
        source,
        `by hand, last checked ${oldest(prices)}`,
      ],
    })),
  );
  return {
    opening: `No API lists these. ${[...limits]
      .filter(([id]) => reviews.some(({ list }) => list.provider === id))
      .map(([id, days]) => `A price of ${id} is old after ${days} days.`)
      .join(" ")}`,
    head: ["Provider", "SKUs", "Where to look", "Checked"],
    rows: rows.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).map(({ cells }) => cells),
  };
}

const oldest = (rows: readonly Pick<SkuPrice, "reading">[]) => rows.map(({ reading }) => reading.asOf).sort()[0] ?? "";

const FEW = 8;
const some = (names: readonly string[]) =>
  names.length <= FEW ? names.join(", ") : `${names.slice(0, FEW).join(", ")} and ${names.length - FEW} more`;

const percentText = (percent: number) => `${percent > 0 ? "+" : ""}${percent.toFixed(1)} %`;
