import stringWidth from "string-width";
import { amountText } from "../../../cards/amount.ts";
import type { Chart, Column, Table } from "../../../cards/card.ts";
import { escapeCode, escapeLine, oneLine } from "../escape.ts";
import type { Piece } from "./piece.ts";

const MAX_WIDTH = 62; // columns of a code block that a desktop client shows without wrapping
const MIN_COLUMN = 12; // a column of words is never made narrower, nor is one of figures ever broken
const MAX_TABLE_TEXT = 1_400; // characters, so that one table never crowds out the rest of its card
const BAR_WIDTH = 20;
const GAP = "  ";

/** The table as an aligned code block, its words wrapped where they must be, or as a list where it is too wide for one. */
export function tablePiece(table: Table): Piece {
  const title = table.title.trim() === "" ? [] : [`**${escapeLine(table.title)}**`];
  const widths = columnWidths(table);
  return { ...(widths === null ? asList(table) : codeBlock(table, widths)), title, most: MAX_TABLE_TEXT };
}

const cell = (row: string[], at: number) => escapeCode(oneLine(row[at] ?? ""));
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

/** How wide each column is; the widest columns of words give way. Null when the table is too wide even so. */
function columnWidths({ columns, rows, total }: Table): number[] | null {
  const cells = [columns.map(({ name }) => name), ...rows, ...(total ? [total] : [])];
  const widths = columns.map((_, at) => Math.max(1, ...cells.map((row) => stringWidth(cell(row, at)))));
  const room = MAX_WIDTH - GAP.length * (columns.length - 1);
  while (sum(widths) > room) {
    const soft = columns.flatMap(({ align }, at) => (align === "left" && (widths[at] ?? 0) > MIN_COLUMN ? [at] : []));
    const widest = soft.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) return null;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function codeBlock(table: Table, widths: number[]): Pick<Piece, "before" | "lines" | "after"> {
  const rule = "─".repeat(sum(widths) + GAP.length * (widths.length - 1));
  const draw = (row: string[]) => tableRow(row, table.columns, widths);
  const head = draw(table.columns.map(({ name }) => name));
  return {
    before: ["```", head, rule],
    lines: table.rows.map(draw),
    after: [...(table.total ? [rule, draw(table.total)] : []), "```"],
  };
}

/** One row, as many lines as its longest cell needs. */
function tableRow(row: string[], columns: Column[], widths: number[]): string {
  const wrapped = columns.map((_, at) => wrap(cell(row, at), widths[at] ?? 1));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  const line = (index: number) =>
    columns
      .map((column, at) => pad(wrapped[at]?.[index] ?? "", column, widths[at] ?? 1))
      .join(GAP)
      .trimEnd();
  return Array.from({ length: height }, (_, index) => line(index)).join("\n");
}

/** The text in lines of at most `width` columns, broken between words where that is possible. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/\S+|\s+/g) ?? []) {
    if (stringWidth(line + part) <= width) {
      line += part;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "";
    for (const character of part.trimStart()) {
      if (line !== "" && stringWidth(line + character) > width) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

function pad(text: string, { align }: Column, width: number): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? space + text : text + space;
}

function asList(table: Table): Pick<Piece, "before" | "lines" | "after"> {
  const lead = Math.max(
    0,
    table.columns.findIndex(({ align }) => align === "left"),
  ); // the first column of words names a row
  const line = (row: string[]) => {
    const said = table.columns.map(({ name }, at) => [escapeLine(name), escapeLine(row[at] ?? "")] as const);
    const others = said
      .filter(([, value], at) => at !== lead && value !== "")
      .map(([name, value]) => (name === "" ? value : `${name}: ${value}`));
    return `- ${[`**${said[lead]?.[1] || "·"}**`, ...others].join(" · ")}`;
  };
  return { before: [], lines: table.rows.map(line), after: table.total ? [line(table.total)] : [] };
}

/** The chart's totals as bars of text, for where no picture can be sent. */
export function chartPiece({ title, currency, bars, series }: Chart): Piece {
  const totals = bars.map((_, at) => sum(series.map(({ values }) => values[at] ?? 0)));
  const longest = Math.max(...totals, 1);
  const rows = bars.map((name, at) => {
    const total = totals[at] ?? 0;
    return [name, amountText(total), "█".repeat(Math.round((total / longest) * BAR_WIDTH))];
  });
  const columns: Column[] = [
    { name: "", align: "left" },
    { name: "", align: "right" },
    { name: "", align: "left" },
  ];
  const widths = columnWidths({ title, columns, rows, total: null });
  return {
    title: [`**${escapeLine(title)}** (${escapeLine(currency)} a month)`],
    before: ["```"],
    lines: widths === null ? [] : rows.map((row) => tableRow(row, columns, widths)),
    after: ["```"],
    most: MAX_TABLE_TEXT,
  };
}
