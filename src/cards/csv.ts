import type { CostLine } from "../core/decision/estimate.ts";

const COLUMNS = [
  ["category", (line) => line.category],
  ["description", (line) => line.description],
  ["sku", (line) => line.skuId],
  ["region", (line) => line.region],
  ["quantity", (line) => line.quantity],
  ["unit", (line) => line.unit],
  ["unit price", (line) => line.unitPrice],
  ["cost", (line) => line.cost.toFixed(2)],
  ["currency", (line) => line.currency],
  ["source", (line) => line.source],
  ["as of", (line) => line.asOf],
  ["confidence", (line) => line.confidence],
] as const satisfies readonly (readonly [string, (line: CostLine) => string | number])[];

/** Cost lines as CSV. */
export const costLinesCsv = (lines: readonly CostLine[]): string => csvOf(COLUMNS, lines);

/** Rows as CSV with a header, CRLF after each line. https://www.rfc-editor.org/rfc/rfc4180 */
export function csvOf<T>(
  columns: readonly (readonly [name: string, of: (row: T) => string | number])[],
  rows: readonly T[],
): string {
  const cells = rows.map((row) => columns.map(([, of]) => csvCell(of(row))));
  return [columns.map(([name]) => name), ...cells].map((row) => `${row.join(",")}\r\n`).join("");
}

/** A text that a spreadsheet would run as a formula starts with a quote. https://owasp.org/www-community/attacks/CSV_Injection */
function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
