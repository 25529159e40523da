import { amountText } from "./amount.ts";
import type { Card, Chart, Inline, RichText, Section, Table } from "./card.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** The card as a Markdown document: for files, the command line and records. Its buttons and files are left out. */
export function cardMarkdown(card: Card): string {
  return `${[card.title === "" ? "" : `# ${escapeMarkdown(card.title)}`, ...card.sections.map(sectionMarkdown)].filter((part) => part !== "").join("\n\n")}\n`;
}

/** One section as Markdown. */
export function sectionMarkdown(section: Section): string {
  switch (section.kind) {
    case "text":
    case "context":
      return richMarkdown(section.text);
    case "fold":
      return [`## ${escapeMarkdown(section.title)}`, ...section.sections.map(sectionMarkdown)].join("\n\n");
    case "heading":
      return `## ${escapeMarkdown(section.text)}`;
    case "facts":
      return section.facts
        .map(({ label, value }) => `- **${escapeMarkdown(label)}:** ${escapeMarkdown(value)}`)
        .join("\n");
    case "list":
      return [
        ...(section.title === null
          ? []
          : [`**${section.tone === "warning" ? "⚠️ " : ""}${escapeMarkdown(section.title)}**\n`]),
        ...section.items.map((item) => `- ${richMarkdown(item)}`),
      ].join("\n");
    case "table":
      return tableMarkdown(section.table);
    case "chart":
      return chartMarkdown(section.chart);
    case "footer":
      return `*${escapeMarkdown(section.text)}*`;
  }
}

/** A table as a GitHub-flavoured one, its title above it in bold. */
export function tableMarkdown({ title, columns, rows, total }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...(title === "" ? [] : [`**${escapeMarkdown(title)}**\n`]),
    line(columns.map(({ name }) => escapeMarkdown(name))),
    line(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...rows.map((row) => line(row.map(escapeMarkdown))),
    ...(total === null ? [] : [line(total.map((cell) => (cell === "" ? "" : `**${escapeMarkdown(cell)}**`)))]),
  ].join("\n");
}

/** A chart as a table: a row a bar, a column a band. */
function chartMarkdown({ title, currency, bars, series }: Chart): string {
  return tableMarkdown({
    title: `${title} (${currency})`,
    columns: [{ name: "", align: "left" }, ...series.map(({ name }) => ({ name, align: "right" as const }))],
    rows: bars.map((bar, i) => [bar, ...series.map(({ values }) => amountText(values[i] ?? 0))]),
    total: null,
  });
}

const richMarkdown = (text: RichText): string => (Array.isArray(text) ? text : [text]).map(inlineMarkdown).join("");

function inlineMarkdown(part: Inline): string {
  if (typeof part === "string") return spaced(part, (text) => text);
  if ("href" in part) {
    return /^https?:\/\/[^\s<>]+$/i.test(part.href)
      ? spaced(part.text, (text) => `[${text}](<${part.href}>)`)
      : spaced(part.text, (text) => text);
  }
  return part.mark === "strong" ? spaced(part.text, (text) => `**${text}**`) : codeMarkdown(part.text);
}

/** The escaped text in its marks, with the spaces around it outside: within, they would unmake them. */
function spaced(text: string, marked: (escaped: string) => string): string {
  const escaped = escapeMarkdown(text);
  const [before, after] = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
  return escaped === "" ? before : `${before}${marked(escaped)}${after}`;
}

/** Inside code nothing is escaped, so the fence is longer than any run of backticks in the text. */
function codeMarkdown(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const line = text.replace(/\s+/g, " ");
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}
