import type { Card, FlatSection, Inline, Section } from "../../../cards/card.ts";
import { clip, literal, mrkdwn } from "../escape.ts";
import { MAX_FALLBACK_TEXT, MAX_HEADER_TEXT, MAX_TABLES_PER_MESSAGE, MAX_TEXT } from "../limits.ts";
import { actionBlocks, buttonOf } from "./actions.ts";
import { type Block, note, plain } from "./blocks.ts";
import { chartAsText, nativeChart } from "./chart.ts";
import { containers } from "./fold.ts";
import { inMessages } from "./messages.ts";
import { boldBlocks, listBlocks, plainText, textBlocks } from "./rich-text.ts";
import { nativeTables, tableAsText } from "./table.ts";

export interface Message {
  text: string; // for notifications and screen readers, mrkdwn-escaped
  blocks: Block[];
  metadata?: { event_type: string; event_payload: { answer: string; part: number } };
}

/** A card as blocks: `body` in reading order, `end` its buttons and closing footer. */
export interface CardBlocks {
  body: Block[];
  end: Block[];
  /** For each newer kind of block, which some workspaces and the Home tab refuse, older ones that say the same. */
  instead: Map<Block, Block[]>;
}

/** The card as messages: the first has its title and buttons, further ones what did not fit. At least one. */
export function cardMessages(card: Card, { body, end }: CardBlocks): [Message, ...Message[]] {
  const [first, ...rest] = inMessages(body, end);
  const more = mrkdwn(clip(`${card.title} (continued)`, MAX_FALLBACK_TEXT));
  return [{ text: fallback(card), blocks: first }, ...rest.map((blocks) => ({ text: more, blocks }))];
}

/** What says the same in blocks that every surface takes. */
export const older = (block: Block, instead: CardBlocks["instead"]): Block[] =>
  instead.get(block)?.flatMap((each) => older(each, instead)) ?? [block];

/** The card drawn in blocks. */
export function cardBlocks(card: Card): CardBlocks {
  const footers = card.sections.findLastIndex(({ kind }) => kind !== "footer") + 1;
  const instead: CardBlocks["instead"] = new Map();
  let tables = 0;
  const flat = (section: FlatSection): Block[] => {
    const mayBeNative = section.kind !== "table" || tables < MAX_TABLES_PER_MESSAGE;
    const native = mayBeNative ? nativeBlocks(section) : null;
    if (!native) return sectionBlocks(section);
    if (section.kind === "table") tables += 1;
    for (const { block, older } of native) instead.set(block, older);
    return [...sectionTitle(section), ...native.map(({ block }) => block)];
  };
  const draw = (section: Section): Block[] => {
    if (section.kind !== "fold") return flat(section);
    const [first, ...rest] = containers(section, tables < MAX_TABLES_PER_MESSAGE);
    if (first === undefined) return [];
    // Unfolded it is all in the place of its first container; a table of its own replaces the one within.
    instead.set(first, [...boldBlocks(section.title), ...section.sections.flatMap(flat)]);
    for (const container of rest) instead.set(container, []);
    return [first, ...rest];
  };
  const body = [...titleBlocks(card), ...card.sections.slice(0, footers).flatMap(draw)];
  return { body, end: [...actionBlocks(card.actions), ...card.sections.slice(footers).flatMap(draw)], instead };
}

function titleBlocks({ title, tone }: Card): Block[] {
  const text = tone === "warning" && !title.startsWith("⚠") ? `⚠️ ${title}` : title;
  if (literal(text).trim() === "") return [];
  return literal(text).length <= MAX_HEADER_TEXT ? [{ type: "header", text: plain(text) }] : boldBlocks(text);
}

/** The section with Slack's newer blocks, or null where none fits it. */
function nativeBlocks(section: FlatSection): { block: Block; older: Block[] }[] | null {
  switch (section.kind) {
    case "table":
      return nativeTables(section.table)?.map(({ block, part }) => ({ block, older: tableAsText(part) })) ?? null;
    case "chart": {
      const block = nativeChart(section.chart);
      return block && [{ block, older: chartAsText(section.chart) }];
    }
    default:
      return null;
  }
}

function sectionBlocks(section: FlatSection): Block[] {
  switch (section.kind) {
    case "text":
      return textBlocks(section.text);
    case "heading":
      return boldBlocks(section.text);
    case "facts":
      return textBlocks(section.facts.flatMap(factInlines));
    case "list":
      return [...sectionTitle(section), ...listBlocks(section.items)];
    case "table":
      return [...sectionTitle(section), ...tableAsText(section.table)];
    case "chart":
      return chartAsText(section.chart);
    case "context":
      return contextBlocks(section);
    case "footer":
      return footerBlocks(section.text);
  }
}

function factInlines({ label, value }: { label: string; value: string }, index: number): Inline[] {
  return [{ text: `${index > 0 ? "\n" : ""}${label}: `, mark: "strong" }, value];
}

function sectionTitle(section: FlatSection): Block[] {
  if (section.kind === "table") return boldBlocks(section.table.title);
  if (section.kind !== "list" || section.title === null) return [];
  return boldBlocks(section.tone === "warning" ? `⚠️ ${section.title}` : section.title);
}

/** A line with its button beside it; a line alone in small letters. */
function contextBlocks({ text, action }: Extract<FlatSection, { kind: "context" }>): Block[] {
  const words = plainText(text);
  if (literal(words).trim() === "") return [];
  if (action === null || literal(words).length > MAX_TEXT) return footerBlocks(words);
  return [{ type: "section", text: plain(words), accessory: buttonOf(action, "context") }];
}

function footerBlocks(text: string): Block[] {
  if (literal(text).trim() === "") return [];
  return literal(text).length <= MAX_TEXT ? [note(text)] : textBlocks(text);
}

/** The card in one sentence, and the charts for who cannot see them: their blocks have no such text. */
function fallback(card: Card): string {
  const charts = card.sections.flatMap((section) => (section.kind === "chart" ? [section.chart.alt] : []));
  const text = mrkdwn(clip([card.fallback || card.title, ...charts].join(" "), MAX_FALLBACK_TEXT)).trim();
  return text || "k8s-advise"; // Slack refuses a message without text
}
