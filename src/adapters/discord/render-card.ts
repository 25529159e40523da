import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from "discord.js";
import type { Card, Chart, Section } from "../../cards/card.ts";
import { clip } from "../../cards/clip.ts";
import { customId } from "./custom-id.ts";
import { escapeLine, escapeMarkdown, markdown, oneLine } from "./escape.ts";
import { type CardFile, cardFiles, REST } from "./files.ts";
import { MAX_ALT_TEXT, MAX_COMPONENTS, MAX_TEXT } from "./limits.ts";
import { type Message, message } from "./message.ts";
import { fit, type Piece } from "./piece.ts";
import { actionRows, button, countComponents } from "./render-actions.ts";
import { chartPiece, tablePiece } from "./render-table.ts";

const TONES = { good: 0x2e9e5b, warning: 0xe0a030, neutral: 0x5865f2 } as const satisfies Record<Card["tone"], number>;
const MAX_CHARTS = 3; // as pictures; the next ones are drawn in text
const MAX_RULES = 3; // lines between parts: each takes one of the 40 components
const MAX_HEAD = 500; // characters of the title
const MAX_FOOT = 700; // characters of footers and notes

/** How a card is shown where it goes. */
export interface View {
  /** The pictures of the card's charts; a chart without one is drawn in text. */
  pictures: ReadonlyMap<Chart, Uint8Array>;
  mayAttach: boolean;
  /** The estimate that the "Follow up" button asks about; null for no such button. */
  followUpOn: string | null;
  /** Words of ours below the card: what could not be done here. */
  notes: string[];
}

type Block = { kind: "text"; text: string } | { kind: "rule" } | { kind: "picture"; chart: Chart; file: CardFile };
interface Packed {
  blocks: Block[];
  left: number; // lines not shown
}

/** The card as one message within Discord's limits. What does not fit is in a file beside it, and the card says so. */
export function renderCard(card: Card, view: View): Message {
  const title = `## ${clip(escapeLine(card.title), MAX_HEAD)}`;
  const foot = footer(card, view);
  const packed = pack(card, view, MAX_TEXT - title.length - MAX_FOOT);
  const { shown, more } = cardFiles(card, packed.left > 0, view.mayAttach);
  const last = clip([...overflow(packed.left, more, view.mayAttach), ...foot].join("\n"), MAX_FOOT);
  const inside: APIComponentInContainer[] = [text(title), ...packed.blocks.map(component)];
  if (last !== "") inside.push(text(last));
  const followUp = view.followUpOn === null ? [] : [followUpButton(view.followUpOn)];
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.Container, accent_color: TONES[card.tone], components: inside },
    ...shown.map(({ name }) => ({ type: ComponentType.File as const, file: { url: `attachment://${name}` } })),
    ...actionRows(card.actions, followUp),
  ];
  const count = countComponents(components);
  if (count > MAX_COMPONENTS) throw new RangeError(`a card of ${count} components is too large`);
  const pictures = packed.blocks.flatMap((block) => (block.kind === "picture" ? [block.file] : []));
  return message(components, [...pictures, ...shown]);
}

const text = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

const followUpButton = (estimateId: string) =>
  button("Follow up", customId({ kind: "open", form: "follow-up", step: 0, estimateId }));

function footer(card: Card, view: View): string[] {
  const said = card.sections.flatMap((section) => (section.kind === "footer" ? [section.text] : []));
  return [...said, ...view.notes].map((line) => `-# ${escapeLine(line)}`);
}

function overflow(left: number, more: boolean, mayAttach: boolean): string[] {
  const lines = left === 1 ? "1 more line" : `${left} more lines`;
  if (!mayAttach && (left > 0 || more))
    return [`-# ${left > 0 ? lines : "Its files"} cannot be shown: I lack the permission **Attach Files** here.`];
  if (left > 0) return [`-# ${lines} in **${REST}**, attached.`];
  return more ? [`-# More in **${REST}**, attached.`] : [];
}

function component(block: Block): APIComponentInContainer {
  switch (block.kind) {
    case "text":
      return text(block.text);
    case "rule":
      return { type: ComponentType.Separator, divider: true };
    case "picture": {
      const description = clip(oneLine(block.chart.alt), MAX_ALT_TEXT);
      const media = { url: `attachment://${block.file.name}` };
      return { type: ComponentType.MediaGallery, items: [{ media, ...(description ? { description } : {}) }] };
    }
  }
}

function pack(card: Card, view: View, room: number): Packed {
  const packed: Packed = { blocks: [], left: 0 };
  let free = room;
  const count = (kind: Block["kind"]) => packed.blocks.filter((block) => block.kind === kind).length;
  for (const section of card.sections) {
    const data = section.kind === "chart" && view.mayAttach ? view.pictures.get(section.chart) : undefined;
    if (section.kind === "chart" && data !== undefined && count("picture") < MAX_CHARTS) {
      packed.blocks.push({
        kind: "picture",
        chart: section.chart,
        file: picture(section.chart, data, count("picture")),
      });
      continue;
    }
    const piece = sectionPiece(section);
    if (piece === null) continue;
    const { text, left } = fit(piece, free);
    packed.left += left;
    if (text === "") continue;
    free -= text.length + 1;
    if (section.kind === "heading" && packed.blocks.length > 0 && count("rule") < MAX_RULES)
      packed.blocks.push({ kind: "rule" });
    addText(packed.blocks, text);
  }
  return packed;
}

/** Texts in a row share one component. */
function addText(blocks: Block[], added: string): void {
  const last = blocks.at(-1);
  if (last?.kind === "text") last.text += `\n${added}`;
  else blocks.push({ kind: "text", text: added });
}

const picture = (chart: Chart, data: Uint8Array, at: number): CardFile => ({
  name: `chart-${at + 1}.png`,
  data,
  mediaType: "image/png",
  alt: clip(oneLine(chart.alt), MAX_ALT_TEXT),
});

/** A section as lines of Markdown; null when it has nothing to show, or is shown elsewhere. */
function sectionPiece(section: Section): Piece | null {
  switch (section.kind) {
    case "text":
      return prose(markdown(section.text).split("\n"));
    case "heading":
      return section.text.trim() === "" ? null : prose([`### ${escapeLine(section.text)}`]);
    case "facts":
      return prose(
        section.facts.map(({ label, value }) => `**${escapeLine(label)}** ${escapeMarkdown(oneLine(value))}`),
      );
    case "list": {
      const sign = section.tone === "warning" ? "⚠️ " : "";
      const title = section.title === null ? [] : [`**${sign}${escapeLine(section.title)}**`];
      const items = section.items.map((item) => `- ${markdown(item).replace(/\s*\n\s*/g, " ")}`);
      return items.length === 0 ? null : { ...NO_LINES, title, lines: items };
    }
    case "table":
      return tablePiece(section.table);
    case "chart":
      return chartPiece(section.chart);
    case "footer":
      return null;
  }
}

const NO_LINES: Piece = { title: [], before: [], lines: [], after: [], most: MAX_TEXT };

const prose = (lines: string[]): Piece | null => (lines.join("").trim() === "" ? null : { ...NO_LINES, lines });
