import { widthOf } from "./text.ts";

/** Rows as lines of aligned columns, two spaces apart; columns in `right` are set to the right. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  const pad = (cell: string, i: number) => {
    const space = " ".repeat((widths[i] ?? 0) - widthOf(cell));
    return right.includes(i) ? space + cell : cell + space;
  };
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
