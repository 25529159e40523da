import type { types } from "@slack/bolt";
import stringWidth from "string-width";
import type { Column, RichText, Table } from "../../../cards/card.ts";
import { literal } from "../escape.ts";
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, MAX_TABLE_TEXT } from "../limits.ts";
import { codeBlocks, listBlocks } from "./rich-text.ts";

type Cell = types.TableBlock["rows"][number][number];

const WIDEST_LINE = 76; // a longer one wraps in a usual window, and the columns with it
const EMPTY = "\u00A0"; // Slack refuses an empty cell

/**
 * Native tables, each with its header, as many as the rows need; a message takes one. `part` is what each shows. Null when Slack's table cannot hold
 * it: too many columns, no columns, or one row that alone is too long.
 */
export function nativeTables(table: Table): { block: types.TableBlock; part: Table }[] | null {
  const columns = table.columns.length;
  if (columns === 0 || columns > MAX_TABLE_COLUMNS) return null;
  const header = table.columns.map((column) => column.name);
  const rows = table.total ? [...table.rows, table.total] : table.rows;
  const room = MAX_TABLE_TEXT - textOf(header);
  if (rows.some((row) => textOf(row) > room)) return null;
  return groups(rows, room).map((group) => {
    const total = table.total !== null && group.at(-1) === table.total ? table.total : null;
    const part = { ...table, rows: total ? group.slice(0, -1) : group, total };
    return { part, block: nativeTable(header, part) };
  });
}

function nativeTable(header: string[], { columns, rows, total }: Table): types.TableBlock {
  return {
    type: "table",
    column_settings: columns.map(({ align }, index) => ({ align, is_wrapped: index === 0 })),
    rows: [header.map(bold), ...rows.map((row) => row.map(raw)), ...(total ? [total.map(bold)] : [])],
  };
}

/** The table for where Slack has none: in letters of one width, or where that would wrap as a list, a row each. */
export function tableAsText(table: Table): types.RichTextBlock[] {
  const lines = alignedLines(table);
  return lines.some((line) => stringWidth(line) > WIDEST_LINE) ? rowsAsList(table) : codeBlocks(lines);
}

/** Header, rule, rows, and below another rule the total; columns as wide as their widest cell that could fit a line. */
function alignedLines({ columns, rows, total }: Table): string[] {
  const header = columns.map((column) => column.name);
  const all = [header, ...rows, ...(total ? [total] : [])];
  const widths = columns.map((_, index) => widest(all.map((row) => row[index] ?? "")));
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const line = (row: string[]) => aligned(row, columns, widths);
  return [line(header), rule, ...rows.map(line), ...(total ? [rule, line(total)] : [])];
}

function widest(cells: string[]): number {
  return Math.min(WIDEST_LINE, Math.max(...cells.map((cell) => stringWidth(cell))));
}

/** Each row's first cell in bold, then the others under their names; with two columns the name would add nothing. */
function rowsAsList({ columns, rows, total }: Table): types.RichTextBlock[] {
  const named = columns.length > 2;
  const items = [...rows, ...(total ? [total] : [])].map(([first = "", ...others]): RichText => {
    const parts = others.flatMap((cell, index) => {
      const name = named ? (columns[index + 1]?.name ?? "") : "";
      return cell.trim() === "" ? [] : [name === "" ? cell : `${name}: ${cell}`];
    });
    const rest = parts.join(" · ");
    const between = first === "" || rest === "" ? "" : named ? " · " : ": ";
    return [{ text: first, mark: "strong" }, between + rest];
  });
  return listBlocks(items);
}

function aligned(row: string[], columns: Column[], widths: number[]): string {
  const cells = columns.map(({ align }, index) => {
    const text = (row[index] ?? "").replaceAll(/\s+/g, " ");
    const space = " ".repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)));
    return align === "right" ? space + text : text + space;
  });
  return cells.join("  ").trimEnd();
}

function groups(rows: string[][], room: number): string[][][] {
  const result: string[][][] = [[]];
  let left = room;
  for (const row of rows) {
    const group = result.at(-1) ?? [];
    left -= textOf(row);
    if (left >= 0 && group.length < MAX_TABLE_ROWS - 1) group.push(row);
    else {
      result.push([row]);
      left = room - textOf(row);
    }
  }
  return result;
}

function textOf(row: string[]): number {
  return row.reduce((sum, cell) => sum + literal(cell).length + 1, 0);
}

function raw(text: string): Cell {
  return { type: "raw_text", text: literal(text) || EMPTY };
}

function bold(text: string): Cell {
  const element = { type: "text" as const, text: literal(text) || EMPTY, style: { bold: true } };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] };
}
