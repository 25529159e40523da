import { PRICING_CATEGORIES, type PricingCategory } from "../../core/catalog/catalog.ts";
import type { PriceBook } from "../../core/catalog/price-book.ts";
import { compared, type OtherPrice } from "../../core/catalog/price-differences.ts";
import { UserError } from "../../core/errors.ts";
import { columns } from "./columns.ts";

const NECESSARY = ["provider", "sku", "region", "price"];
const MOST_ROWS = 200; // past it they are counted

/** What differs between the catalog and the figures in `text`, largest first. @throws {UserError} for text that is no such table. */
export function comparisonText(text: string, book: PriceBook): string {
  const { equal, differences, missing } = compared(otherPrices(text), book);
  const rows = differences
    .slice(0, MOST_ROWS)
    .map(({ provider, skuId, regionId, pricingCategory, price, ours, percent, asOf }) => [
      provider,
      skuId,
      regionId,
      pricingCategory,
      String(price),
      String(ours),
      `${percent > 0 ? "+" : ""}${percent.toFixed(1)} %`,
      asOf,
    ]);
  const head = ["PROVIDER", "SKU", "REGION", "KIND", "THEIRS", "OURS", "DIFFERENCE", "OURS READ"];
  const more = differences.length - rows.length;
  return [
    ...(rows.length === 0 ? [] : [columns([head, ...rows], [4, 5, 6])]),
    ...(more > 0 ? [`and ${more} more`] : []),
    `${equal} equal, ${differences.length} different, ${missing.length} that the catalog does not have.`,
  ].join("\n");
}

/** The rows of a table of comma-separated values: no cell of such a list holds a comma. */
function otherPrices(text: string): OtherPrice[] {
  const [first = "", ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const head = first.split(",").map((cell) => cell.trim().toLowerCase());
  const missing = NECESSARY.filter((column) => !head.includes(column));
  if (missing.length > 0)
    throw new UserError(
      `The file has no column ${missing.join(", ")}.`,
      `The first line names the columns: ${NECESSARY.join(",")}, and category where prices are not on-demand.`,
    );
  return rows.map((row, i) => {
    const cells = row.split(",").map((cell) => cell.trim());
    const cell = (column: string) => cells[head.indexOf(column)] ?? "";
    const price = Number(cell("price") || Number.NaN);
    const category = cell("category") || "standard";
    if (!Number.isFinite(price) || !isCategory(category))
      throw new UserError(
        `Line ${i + 2} of the file is no price: ${row.slice(0, 80)}`,
        `price is a number, and category one of ${PRICING_CATEGORIES.join(", ")}.`,
      );
    return {
      provider: cell("provider"),
      skuId: cell("sku"),
      regionId: cell("region"),
      pricingCategory: category,
      price,
    };
  });
}

const isCategory = (text: string): text is PricingCategory => PRICING_CATEGORIES.some((each) => each === text);
