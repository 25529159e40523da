import type { Reading } from "../../core/catalog/catalog.ts";
import type { Report } from "./faults.ts";

/** The lines of a table, still text, and the line of its file where they begin. */
export interface TableText {
  text: string;
  line: number;
}

export interface Table {
  line: number; // of the head
  head: string[];
  rows: { line: number; cells: string[] }[]; // each as long as the head; the first cells are all different
}

/** The table written in `text`; null if it is empty. Lines that begin with # are notes. Faulty rows are reported and left out. */
export function readTable({ text, line: firstLine }: TableText, report: Report): Table | null {
  const lines = text
    .split("\n")
    .map((line, index) => ({ line: firstLine + index, cells: line.trim().split(/\s+/) }))
    .filter(({ cells }) => cells[0] !== "" && !cells[0]?.startsWith("#"));
  const [first, ...rows] = lines;
  if (first === undefined || rows.length === 0) {
    report(firstLine, "the table is empty: it needs a head and at least one row");
    return null;
  }
  const head = first.cells;
  const seen = new Set<string>();
  const whole = rows.filter(({ line, cells }) => {
    const name = cells[0] ?? "";
    if (cells.length !== head.length) {
      report(line, `${name} has ${cells.length} cells, the head has ${head.length}: ${head.join(" ")}`);
    } else if (seen.has(name)) report(line, `${name} is in this table twice`);
    else {
      seen.add(name);
      return true;
    }
    return false;
  });
  return { line: first.line, head, rows: whole };
}

/** The number a cell holds; null for "-", which means unknown; undefined, and reported, for anything else. */
export function readNumber(cell: string, what: string, line: number, report: Report): number | null | undefined {
  if (cell === "-") return null;
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  report(line, `${what} must be a number like 0.0416, or - for unknown; got "${cell}"`);
  return undefined;
}

export interface GridCell {
  line: number;
  row: string; // the first cell of its row
  regionId: string;
  value: number;
  reading: Reading;
}

/** The known figures of a table with regions across, row by row. `readings` by name, the first meant where none is named. */
export function readGrid(table: Table, readings: ReadonlyMap<string, Reading>, report: Report): GridCell[] {
  const [fallback] = readings.values();
  if (fallback === undefined) return [];
  const named = (text: string, line: number, otherwise: Reading): [string, Reading] => {
    const at = text.indexOf("=");
    if (at < 0) return [text, otherwise];
    const reading = readings.get(text.slice(at + 1));
    if (reading === undefined) {
      report(line, `"${text}" names no reading of this block; allowed: ${[...readings.keys()].join(", ")}`);
    }
    return [text.slice(0, at), reading ?? otherwise];
  };
  const columns = table.head.slice(1).map((head) => named(head, table.line, fallback));
  const repeated = columns.find(([id], index) => columns.findIndex(([other]) => other === id) !== index);
  if (repeated !== undefined) report(table.line, `the column ${repeated[0]} is in this table twice`);

  return table.rows.flatMap(({ line, cells }) => {
    const row = cells[0] ?? "";
    return columns.flatMap(([regionId, ofColumn], index) => {
      const cell = cells[index + 1] ?? "-";
      if (cell === "-") return [];
      const [text, reading] = named(cell, line, ofColumn);
      const value = readNumber(text, `${row} in ${regionId}`, line, report);
      return value == null ? [] : [{ line, row, regionId, value, reading }];
    });
  });
}
