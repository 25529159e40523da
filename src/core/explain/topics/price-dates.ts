import type { PriceBook } from "../../catalog/price-book.ts";
import { plainNumber } from "../../cost/money.ts";
import type { Figure, Topic } from "../topic.ts";

export const priceDates: Topic = {
  id: "price-dates",
  title: "How old the prices are",
  aliases: [
    "price dates",
    "prices",
    "price date",
    "how old",
    "stale",
    "freshness",
    "source",
    "sources",
    "exchange rate",
    "vat",
    "tax",
  ],
  related: ["ranking", "hetzner-2026"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Every price here is a list price before tax, written down with the page where it can be checked and the day it was read. Nothing is fetched while you ask, so the same question on the same day always gets the same answer.",
      "Prices move. When a row is older than the limit of its provider, the card says so; a price that nobody could source is unknown, and a platform that needs it is not ranked as if it were free.",
      "What is sold in another currency than yours is converted with a dated rate, and the line shows the list price too.",
    ],
    figures: [...newest(book), ...book.providers.map((provider) => ageOf(book, provider)), ...rates(book)],
  }),
};

function newest(book: PriceBook): Figure[] {
  const row = book.prices.find(({ reading }) => reading.asOf === book.newestAsOf);
  if (row === undefined) return [];
  const name = book.provider(row.provider).name;
  return [
    {
      label: "Newest price read",
      value: `${book.newestAsOf}, of ${name}`,
      source: row.reading.source,
      asOf: book.newestAsOf,
    },
  ];
}

function ageOf(book: PriceBook, { id, name, priceLimitDays, source }: PriceBook["providers"][number]): Figure {
  const rows = book.prices.filter(({ provider }) => provider === id);
  const old = rows.filter(({ reading }) => book.isStale(id, reading)).length;
  const share = rows.length === 0 ? 0 : (old / rows.length) * 100;
  return {
    label: name,
    value: `${plainNumber(rows.length)} prices, ${plainNumber(share, 0)} % of them older than ${priceLimitDays} days`,
    source,
    asOf: null,
  };
}

/** The rates of the currencies that price lists are in. */
function rates(book: PriceBook): Figure[] {
  const listed = new Set(book.prices.map(({ currency }) => currency));
  return [...listed]
    .flatMap((currency) => book.fx(currency) ?? [])
    .map(({ currency, unitsPerUsd, asOf, basis, source }) => ({
      label: `1 USD in ${currency}`,
      value: `${plainNumber(unitsPerUsd, 5)}, ${basis === "day" ? "the day's rate" : "the month's average"}`,
      source,
      asOf,
    }));
}
