import type pc from "picocolors";
import type { Table } from "../../cards/card.ts";
import { padded, visible, widthOf, wrapped } from "./text.ts";

const GAP = "  ";

/** The table as aligned lines, long cells wrapped; where even that is too wide, each row as a block of its own. */
export function tableLines(table: Table, width: number, paint: ReturnType<typeof pc.createColors>): string[] {
  const header = table.columns.map(({ name }) => visible(name));
  const rows = [...table.rows, ...(table.total === null ? [] : [table.total])];
  const cells = [header, ...rows.map((row) => row.map(visible))];
  const title = table.title === "" ? [] : wrapped(table.title, width).map((line) => paint.bold(line));
  const widths = columnWidths(cells, table, width);
  if (widths === null) return [...title, ...blocks(header, cells.slice(1), width)];
  const rule = paint.dim(widths.map((each) => "─".repeat(each)).join(GAP));
  const [first = [], ...others] = cells.map((row) => rowLines(row, table, widths));
  const total = table.total === null ? [] : (others.pop() ?? []);
  return [
    ...title,
    ...first.map((line) => paint.bold(line)),
    rule,
    ...others.flat(),
    ...(total.length === 0 ? [] : [rule, ...total.map((line) => paint.bold(line))]),
  ];
}

/** The widest columns give way first, none below its longest word or figure. Null where that is not enough. */
function columnWidths(cells: readonly string[][], { columns }: Table, width: number): number[] | null {
  const column = (at: number, size: (cell: string) => number) =>
    Math.max(1, ...cells.map((row) => size(row[at] ?? "")));
  const widths = columns.map((_, at) => column(at, widthOf));
  const least = columns.map((_, at) => column(at, longestWord));
  let over = sum(widths) + GAP.length * (columns.length - 1) - width;
  while (over > 0) {
    const slack = widths.map((each, at) => (each > (least[at] ?? 0) ? each : 0));
    const widest = Math.max(...slack);
    if (widest === 0) return null;
    widths[slack.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return widths;
}

const longestWord = (cell: string) => Math.max(0, ...cell.split(/\s+/).map((word) => widthOf(word)));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function rowLines(row: readonly string[], { columns }: Table, widths: readonly number[]): string[] {
  const wrappedCells = widths.map((width, at) => wrapped(row[at] ?? "", width));
  const height = Math.max(1, ...wrappedCells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, at) => padded(wrappedCells[at]?.[line] ?? "", width, columns[at]?.align ?? "left"))
      .join(GAP)
      .trimEnd(),
  );
}

/** Every row as "name: value" lines, its first cell as their head. */
function blocks(header: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  return rows.flatMap(([head = "", ...values]) => [
    ...wrapped(head, width),
    ...values.flatMap((value, i) =>
      value === "" ? [] : wrapped(`${header[i + 1]}: ${value}`, width - 2).map((line) => `  ${line}`),
    ),
  ]);
}
