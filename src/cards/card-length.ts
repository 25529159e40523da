import type { Inline, RichText, Section } from "./card.ts";

/** Characters that a reader sees of the section, with a line break after each of its lines; of what is folded its line alone. */
export function sectionLength(section: Section): number {
  return lines(section).reduce((sum, line) => sum + line.length + 1, 0);
}

function lines(section: Section): string[] {
  switch (section.kind) {
    case "text":
    case "context":
      return [plainText(section.text)];
    case "heading":
    case "footer":
      return [section.text];
    case "facts":
      return section.facts.map(({ label, value }) => `${label}: ${value}`);
    case "list":
      return [...(section.title === null ? [] : [section.title]), ...section.items.map(plainText)];
    case "table": {
      const { title, columns, rows, total } = section.table;
      return [title, ...[columns.map(({ name }) => name), ...rows, total ?? []].map((row) => row.join(" "))];
    }
    case "fold":
      return [`${section.title} ${section.summary}`]; // what it holds is read apart
    case "chart":
      return [section.chart.title, ...section.chart.bars, ...section.chart.series.map(({ name }) => name)];
  }
}

const plainText = (text: RichText): string => (Array.isArray(text) ? text : [text]).map(inlineText).join("");
const inlineText = (part: Inline): string => (typeof part === "string" ? part : part.text);
