import type { SkuPrice } from "../../../core/catalog/catalog.ts";
import type { PriceBlock } from "../file-schema.ts";
import { readSourceFile } from "../source-file.ts";

/** A price in the text of a file: what it prices, and where it stands. Lines count from 0. */
export interface Cell {
  key: string; // `rowKey` of the price
  line: number;
  start: number; // of its text in the line
  end: number;
  number: string; // "0.0416", as it is written
  skuId: string;
  regionId: string;
  letter: string; // of the reading that it has, named or not
  isNamed: boolean; // by the cell itself
}

/** A price table of a file. */
export interface Block {
  provider: string;
  value: PriceBlock;
  line: number; // where it begins
  end: number; // the line after its last
  head: string[]; // region ids, in the order of the columns
  skus: string[];
  cells: Cell[];
  readings: number; // the line of the key under which its readings stand; blocks that share an anchor share it
}

/** What names a price in the catalog: no two have the same. */
export const rowKey = (row: Pick<SkuPrice, "skuId" | "regionId" | "pricingCategory" | "customers" | "from">) =>
  `${row.skuId} ${row.regionId} ${row.pricingCategory} ${row.customers} ${row.from}`;

/** The price tables of a file that is known to be sound. */
export function blocksOf(text: string): Block[] {
  const { provider, prices } = readSourceFile(text, (line, message) => {
    throw new Error(`line ${line}: ${message}`);
  });
  const lines = text.split("\n");
  return prices.map(({ value, line, table }): Block => {
    const first = line - 1;
    const cells = cellsOf(table, value);
    return {
      provider: provider ?? "",
      value,
      line: first,
      end: endOf(first, lines),
      head: cells.head,
      skus: cells.skus,
      cells: cells.found,
      readings: readingsLine(first, lines),
    };
  });
}

interface Word {
  text: string;
  start: number;
  end: number;
}

const wordsOf = (line: string): Word[] =>
  [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));

function cellsOf(table: { text: string; line: number }, { category, customers, from, readings }: PriceBlock) {
  const rows = table.text
    .split("\n")
    .map((line, i) => ({ line: table.line - 1 + i, words: wordsOf(line) }))
    .filter(({ words }) => words.length > 0 && !words[0]?.text.startsWith("#"));
  const [head, ...body] = rows;
  const [fallback = ""] = Object.keys(readings);
  const columns = (head?.words ?? []).slice(1).map(({ text }) => text.split("="));
  const found = body.flatMap(({ line, words: [sku, ...words] }) =>
    words.flatMap(({ text, start, end }, i): Cell[] => {
      const [number = "", named] = text.split("=");
      const [regionId = "", ofColumn = fallback] = columns[i] ?? [];
      if (number === "-") return [];
      const letter = named ?? ofColumn;
      const skuId = sku?.text ?? "";
      const began = from ?? readings[letter]?.asOf ?? "";
      const key = rowKey({ skuId, regionId, pricingCategory: category, customers, from: began });
      return [{ key, line, start, end, number, skuId, regionId, letter, isNamed: named !== undefined }];
    }),
  );
  return { head: columns.map(([id = ""]) => id), skus: body.map(({ words }) => words[0]?.text ?? ""), found };
}

const indentOf = (line: string) => line.search(/\S/);

/** The line after the entry that begins on `first`, without blank lines and notes that lead over to the next. */
function endOf(first: number, lines: readonly string[]): number {
  const indent = indentOf(lines[first] ?? "");
  let end = first + 1;
  for (let i = first + 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.trim() === "" || (line.trim().startsWith("#") && indentOf(line) <= indent)) continue;
    if (indentOf(line) <= indent) break;
    end = i + 1;
  }
  return end;
}

/** Where the readings of the entry that begins on `first` are written: there, or where its alias says. */
function readingsLine(first: number, lines: readonly string[]): number {
  const at = lines.findIndex((line, i) => i >= first && /^\s*readings:/.test(line));
  const alias = /readings: *\*(\w+)/.exec(lines[at] ?? "")?.[1];
  return alias === undefined ? at : lines.findIndex((line) => new RegExp(`readings: *&${alias}\\b`).test(line));
}
