import type { PublishedPrice } from "../../../core/catalog/refresh/published.ts";

/** A price table that is new in its file. */
export interface NewBlock {
  indent: string; // of the "- " it begins with
  title: string;
  currency: string | null; // null: its provider's own
  source: string;
  via: string;
  day: string;
  prices: readonly PublishedPrice[]; // of one unit and category
  regions: readonly string[]; // the order of the columns; others follow
  skus: readonly string[]; // the order of the rows; others follow
}

/** The lines of the table. */
export function newBlock(block: NewBlock): string[] {
  const [first] = block.prices;
  if (first === undefined) return [];
  const inner = `${block.indent}  `;
  return [
    `${block.indent}- title: ${quoted(block.title)}`,
    `${inner}unit: ${first.pricingUnit}`,
    `${inner}category: ${first.pricingCategory}`,
    `${inner}source: ${block.source}`,
    ...(block.currency === null ? [] : [`${inner}currency: ${block.currency}`]),
    `${inner}readings:`,
    `${inner}  a: {${freshReading(block.via, block.day)}}`,
    `${inner}table: |`,
    ...tableLines(block).map((line) => `${inner}  ${line}`),
  ];
}

/** The words of a reading made at its source on `day`: what stands between the braces. */
export const freshReading = (via: string, day: string) => ` via: "${via}", asOf: ${day}, confidence: high `;

/** A number as tables have it: never with an exponent, never with more digits than were published. */
export function priceText(price: number): string {
  const text = String(Number(price.toPrecision(12)));
  return text.includes("e") ? Number(text).toFixed(12).replace(/0+$/, "") : text;
}

function tableLines({ prices, regions, skus }: NewBlock): string[] {
  const columns = inOrder(
    prices.map(({ regionId }) => regionId),
    regions,
  );
  const names = inOrder(
    prices.map(({ skuId }) => skuId),
    skus,
  );
  const cells = new Map(prices.map((price) => [`${price.skuId} ${price.regionId}`, priceText(price.listUnitPrice)]));
  const rows = [
    ["sku", ...columns],
    ...names.map((sku) => [sku, ...columns.map((id) => cells.get(`${sku} ${id}`) ?? "-")]),
  ];
  const widths = ["sku", ...columns].map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** Each of `found` once: those of `order` first and as they stand there, then the others by the alphabet. */
function inOrder(found: readonly string[], order: readonly string[]): string[] {
  const place = new Map([...new Set(order)].map((id, i) => [id, i]));
  const placeOf = (id: string) => place.get(id) ?? Number.POSITIVE_INFINITY;
  return [...new Set(found)].sort((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)];
    return first === second ? (a < b ? -1 : 1) : first - second;
  });
}

const quoted = (title: string) => (/[:#"]/.test(title) ? JSON.stringify(title) : title);
