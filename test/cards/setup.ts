import type { Card, Inline, RichText, Section } from "../../src/cards/card.ts";
import { type Names, namesOf } from "../../src/cards/names.ts";
import type { Estimate } from "../../src/core/decision/estimate.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { adviceOn, today } from "../core/real-catalog.ts";

export const names: Names = namesOf(today.book);

/** The answer of the real catalog to a question. */
export const estimateFor = (asked: RequirementInput = {}): Estimate => ({ id: "k7f3a2", ...adviceOn(asked) });

/** Everything a reader sees of a card, a line a piece; numbers of charts and files apart. */
export const textOf = (card: Card): string => [card.title, ...card.sections.map(sectionText)].join("\n");

export function sectionText(section: Section): string {
  switch (section.kind) {
    case "text":
    case "context":
      return plain(section.text);
    case "fold":
      return [`${section.title}: ${section.summary}`, ...section.sections.map(sectionText)].join("\n");
    case "heading":
    case "footer":
      return section.text;
    case "facts":
      return section.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "list":
      return [...(section.title === null ? [] : [section.title]), ...section.items.map(plain)].join("\n");
    case "table": {
      const { title, columns, rows, total } = section.table;
      return [
        title,
        columns.map(({ name }) => name).join(" "),
        ...[...rows, total ?? []].map((row) => row.join(" ")),
      ].join("\n");
    }
    case "chart":
      return [section.chart.title, ...section.chart.bars, ...section.chart.series.map(({ name }) => name)].join("\n");
  }
}

const plain = (text: RichText): string => (Array.isArray(text) ? text : [text]).map(inline).join("");
const inline = (part: Inline): string => (typeof part === "string" ? part : part.text);

/** The card's first section of a kind, folded or not. */
export function sectionOf<Kind extends Section["kind"]>(card: Card, kind: Kind): Extract<Section, { kind: Kind }> {
  const all = card.sections.flatMap((section) => [section, ...(section.kind === "fold" ? section.sections : [])]);
  const found = all.find((section): section is Extract<Section, { kind: Kind }> => section.kind === kind);
  if (found === undefined) throw new Error(`No ${kind} on “${card.title}”`);
  return found;
}

/** The values offered by the card's menu of that name; none where there is no such menu. */
export const choicesOf = (card: Card, name: string): string[] =>
  card.actions
    .filter((action) => action.name === name)
    .flatMap(({ choices }) => choices?.map(({ value }) => value) ?? []);
