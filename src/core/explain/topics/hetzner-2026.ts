import { orderable } from "../../capacity/node-options.ts";
import type { SkuPrice } from "../../catalog/catalog.ts";
import type { PriceBook } from "../../catalog/price-book.ts";
import { money } from "../../cost/money.ts";
import { firstOfEach, monthly } from "../figures.ts";
import type { Figure, Topic } from "../topic.ts";

const MOST_MACHINES = 4; // of those that can be ordered, and of those that cannot

export const hetzner2026: Topic = {
  id: "hetzner-2026",
  title: "Hetzner in 2026: two prices for one server",
  aliases: ["hetzner", "hetzner 2026", "hetzner cloud", "hetzner price", "cx23", "cx22", "cpx22", "existing servers"],
  related: ["k3s", "price-dates"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Hetzner raised its prices twice in 2026. The rise of April held for everybody; that of 15 June holds for new orders and for servers that change their size. A server ordered before keeps its price, so the same type has two, and whether you own it already decides which one counts.",
      "In September the cheapest types could not be ordered at all, and since June new accounts may be refused servers. A plan for somebody new is therefore made of types that could be ordered when last looked at; a plan for servers that you have is not.",
      "Advice from before June that calls a small Hetzner cluster cheapest may still be right for its author and wrong for you.",
    ],
    figures: [...twoPrices(book), ...withNotes(book)],
  }),
};

function twoPrices(book: PriceBook): Figure[] {
  const kept = book.prices.filter(({ customers, from }) => customers === "existing" && from <= book.asOf);
  const figures = firstOfEach(kept, ({ skuId }) => skuId).flatMap((old) => twoPricesOf(book, old));
  return [true, false].flatMap((stocked) =>
    figures
      .filter((each) => each.stocked === stocked)
      .slice(0, MOST_MACHINES)
      .map(({ figure }) => figure),
  );
}

function twoPricesOf(book: PriceBook, old: SkuPrice): { stocked: boolean; figure: Figure }[] {
  const now = book.price(old.provider, old.skuId, old.regionId);
  const machine = book.instanceType(old.provider, old.skuId);
  if (now === null || machine === null || now.listUnitPrice === old.listUnitPrice) return [];
  const amount = (price: SkuPrice) => money(monthly(book, price), price.currency);
  const stocked = orderable(machine, book, false);
  const stock = stocked ? "" : `; not to be had on ${machine.stock?.seen}`;
  const figure = {
    label: machine.id,
    value: `${amount(old)} a month for servers ordered before, ${amount(now)} for new orders${stock}`,
    source: now.reading.source,
    asOf: now.reading.asOf,
  };
  return [{ stocked, figure }];
}

/** What the catalog notes about the platforms of providers with two prices. */
function withNotes(book: PriceBook): Figure[] {
  const providers = new Set(
    book.prices.filter(({ customers }) => customers === "existing").map(({ provider }) => provider),
  );
  return book.platforms
    .filter(({ provider, kind }) => kind === "self-managed" && providers.has(provider ?? ""))
    .flatMap(({ name, notes }) => notes.map(({ says, source }) => ({ label: name, value: says, source, asOf: null })));
}
