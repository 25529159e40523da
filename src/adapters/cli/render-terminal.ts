import pc from "picocolors";
import { amountText } from "../../cards/amount.ts";
import type { Card, Chart, Fold, Inline, RichText, Section } from "../../cards/card.ts";
import { tableLines } from "./render-table.ts";
import { visible, widthOf, wrapped } from "./text.ts";

const MOST_WIDTH = 100;
const LEAST_WIDTH = 20;

export interface TerminalView {
  colour: boolean;
  /** Columns of the terminal; left out, as many as read well. */
  width?: number;
}

type Paint = ReturnType<typeof pc.createColors>;

/** The card as lines for a terminal, none wider than it. Buttons are left out; files are named. */
export function renderTerminal(card: Card, { colour, width = MOST_WIDTH }: TerminalView): string {
  const columns = Math.max(LEAST_WIDTH, Math.min(width, MOST_WIDTH));
  const paint = pc.createColors(colour);
  const title = wrapped(card.title, columns);
  const rule = (card.tone === "warning" ? "!" : "=").repeat(Math.max(0, ...title.map((line) => widthOf(line))));
  const tone = { good: paint.green, warning: paint.yellow, neutral: paint.cyan }[card.tone];
  const parts = [
    title.length === 0 ? [] : [...title.map((line) => paint.bold(tone(line))), tone(rule)],
    ...card.sections.map((section) => sectionLines(section, columns, paint)),
    fileLines(card, columns).map((line) => paint.dim(line)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

const fileLines = ({ files }: Card, width: number) =>
  files.length === 0 ? [] : wrapped(`Files: ${files.map(({ name }) => name).join(", ")}`, width);

function sectionLines(section: Section, width: number, paint: Paint): string[] {
  switch (section.kind) {
    case "text":
    case "context":
      return wrapped(plainText(section.text), width);
    case "fold":
      return foldLines(section, width, paint);
    case "heading":
      return wrapped(section.text, width).map((line) => paint.bold(line));
    case "facts":
      return factLines(section.facts, width, paint);
    case "list":
      return listLines(section, width, paint);
    case "table":
      return tableLines(section.table, width, paint);
    case "chart":
      return chartLines(section.chart, width, paint);
    case "footer":
      return wrapped(section.text, width).map((line) => paint.dim(line));
  }
}

/** A terminal folds nothing: the part stands below its title. */
const foldLines = ({ title, sections }: Fold, width: number, paint: Paint): string[] => [
  ...wrapped(title, width).map((line) => paint.bold(paint.underline(line))),
  ...sections.flatMap((section) => ["", ...sectionLines(section, width, paint)]),
];

function factLines(facts: readonly { label: string; value: string }[], width: number, paint: Paint): string[] {
  const labels = facts.map(({ label }) => visible(label));
  const indent = Math.max(0, ...labels.map((label) => widthOf(label))) + 2;
  if (indent > width / 3) return facts.flatMap(({ label, value }) => wrapped(`${label}: ${value}`, width));
  return facts.flatMap(({ value }, i) => {
    const label = labels[i] ?? "";
    const space = " ".repeat(indent - widthOf(label));
    return wrapped(value, width - indent).map((line, at) =>
      at === 0 ? `${paint.bold(label)}${space}${line}` : `${" ".repeat(indent)}${line}`,
    );
  });
}

function listLines(section: Extract<Section, { kind: "list" }>, width: number, paint: Paint): string[] {
  const warning = section.tone === "warning";
  const title = section.title === null ? [] : wrapped(section.title, width);
  const sign = warning ? "!" : "-";
  return [
    ...title.map((line) => paint.bold(warning ? paint.yellow(line) : line)),
    ...section.items.flatMap((item) =>
      wrapped(plainText(item), width - 2).map((line, at) => (at === 0 ? `${sign} ${line}` : `  ${line}`)),
    ),
  ];
}

/** A bar of characters for each sum. */
function chartLines({ title, bars, series, currency }: Chart, width: number, paint: Paint): string[] {
  const totals = bars.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const rows = bars.map((bar, i) => [visible(bar), amountText(totals[i] ?? 0)]);
  const widths = [0, 1].map((at) => Math.max(0, ...rows.map((row) => widthOf(row[at] ?? ""))));
  const room = width - (widths[0] ?? 0) - (widths[1] ?? 0) - 4;
  const most = Math.max(1, ...totals);
  const lines = rows.flatMap(([name = "", total = ""], i) => {
    const line = `${name}${" ".repeat((widths[0] ?? 0) - widthOf(name))}  ${total.padStart(widths[1] ?? 0)}`;
    const bar = "█".repeat(Math.max(0, Math.round(((totals[i] ?? 0) / most) * room)));
    return room < 5 ? wrapped(`${name}: ${total}`, width) : [`${line}  ${paint.cyan(bar)}`.trimEnd()];
  });
  return [...wrapped(`${title}, ${currency}`, width).map((line) => paint.bold(line)), ...lines];
}

const plainText = (text: RichText) => (Array.isArray(text) ? text : [text]).map(inlineText).join("");

function inlineText(part: Inline): string {
  if (typeof part === "string") return part;
  if ("href" in part) return part.text === part.href ? part.href : `${part.text} <${part.href}>`;
  return part.text;
}
