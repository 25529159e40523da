import stringWidth from "string-width";
import type { Chart, Column, Table } from "../../cards/card.ts";
import { escapeCode, escapeLine, oneLine } from "./escape.ts";
import type { Piece } from "./piece.ts";

const MAX_WIDTH = 58; // columns of a code block that a desktop client shows without wrapping
const MAX_TABLE_TEXT = 1_400; // so that one table never crowds out the rest of its card
const BAR_WIDTH = 20;
const GAP = "  ";

/** The table as an aligned code block, or as a list where it is too wide for one. */
export function tablePiece(table: Table): Piece {
  const title = table.title.trim() === "" ? [] : [`**${escapeLine(table.title)}**`];
  const cells = [table.columns.map(({ name }) => name), ...table.rows, ...(table.total ? [table.total] : [])];
  const widths = table.columns.map((_, at) => Math.max(...cells.map((row) => stringWidth(cell(row, at)))));
  const width = widths.reduce((sum, each) => sum + each, GAP.length * Math.max(0, widths.length - 1));
  return width <= MAX_WIDTH ? codeBlock(table, title, widths, width) : list(table, title);
}

const cell = (row: string[], at: number) => escapeCode(oneLine(row[at] ?? ""));

function codeBlock(table: Table, title: string[], widths: number[], width: number): Piece {
  const line = (row: string[]) =>
    table.columns
      .map((column, at) => pad(cell(row, at), column, widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const rule = "─".repeat(width);
  return {
    before: [...title, "```", line(table.columns.map(({ name }) => name)), rule],
    lines: table.rows.map(line),
    after: [...(table.total ? [rule, line(table.total)] : []), "```"],
    most: MAX_TABLE_TEXT,
  };
}

function pad(text: string, column: Column, width: number): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return column.align === "right" ? space + text : text + space;
}

function list(table: Table, title: string[]): Piece {
  const line = (row: string[]) => {
    const [first = "", ...others] = table.columns
      .map(({ name }, at) => ({ name: escapeLine(name), value: escapeLine(row[at] ?? "") }))
      .filter(({ value }) => value !== "")
      .map(({ name, value }, at) => (at === 0 || name === "" ? `**${value}**` : `${name} ${value}`));
    return `- ${[first, ...others].join(" · ")}`;
  };
  return {
    before: title,
    lines: table.rows.map(line),
    after: table.total ? [line(table.total)] : [],
    most: MAX_TABLE_TEXT,
  };
}

/** The chart's totals as bars of text, for where no picture can be sent. */
export function chartPiece(chart: Chart): Piece {
  const totals = chart.bars.map((_, at) => chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(...totals, 1);
  const names = chart.bars.map((name) => escapeCode(oneLine(name)));
  const nameWidth = Math.max(0, ...names.map((name) => stringWidth(name)));
  const figures = totals.map((total) => total.toFixed(2));
  const figureWidth = Math.max(0, ...figures.map((figure) => figure.length));
  const bar = (total: number) => "█".repeat(Math.round((total / most) * BAR_WIDTH));
  return {
    before: [`**${escapeLine(chart.title)}** (${escapeLine(chart.currency)} a month)`, "```"],
    lines: names.map((name, at) => {
      const space = " ".repeat(nameWidth - stringWidth(name));
      return `${name}${space}${GAP}${(figures[at] ?? "").padStart(figureWidth)}${GAP}${bar(totals[at] ?? 0)}`.trimEnd();
    }),
    after: ["```"],
    most: MAX_TABLE_TEXT,
  };
}
