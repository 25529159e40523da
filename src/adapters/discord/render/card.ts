import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from "discord.js";
import type { Action, Card, Chart, Section } from "../../../cards/card.ts";
import { clip } from "../../../cards/clip.ts";
import { escapeLine, markdown, oneLine } from "../escape.ts";
import { MAX_ALT_TEXT, MAX_COMPONENTS, MAX_TEXT } from "../limits.ts";
import { actionId, askId, button, type Controls, controls, countComponents } from "./actions.ts";
import { type CardFile, cardFiles, REST } from "./files.ts";
import { type Message, message } from "./message.ts";
import { fit } from "./piece.ts";
import { sectionPiece } from "./section.ts";

const TONES = { good: 0x2e9e5b, warning: 0xe0a030, neutral: 0x5865f2 } as const satisfies Record<Card["tone"], number>;
const MAX_CHARTS = 3; // as pictures; the next ones are drawn in text
const GAP = "\n\n"; // between texts
const MAX_RULES = 3; // lines between parts: each takes one of the 40 components
const MAX_HEAD = 500; // characters of the title
const MAX_FOOT = 700; // characters of footers and notes
const MAX_CONTEXT = 600; // characters of a line on what the card is about
const BESIDE = 99; // keeps the button beside such a line apart from the card's own
const MAX_OVERFLOW = 120; // of the line that says what is not shown

/** How a card is shown where it goes. */
export interface View {
  /** The pictures of the card's charts; a chart without one is drawn in text. */
  pictures: ReadonlyMap<Chart, Uint8Array>;
  mayAttach: boolean;
  /** The estimate that the "Ask" button asks about; null for no such button. */
  followUpOn: string | null;
  /** Words of ours below the card: what could not be done here. */
  notes: string[];
}

type Block =
  | { kind: "text"; text: string; isHeading: boolean }
  | { kind: "beside"; text: string; action: Action }
  | { kind: "rule" }
  | { kind: "picture"; chart: Chart; file: CardFile };
interface Packed {
  blocks: Block[];
  left: number; // lines not shown
}

/** The card as one message within Discord's limits. What does not fit is in a file beside it, and the card says so. */
export function renderCard(card: Card, view: View): Message {
  const title = card.title === "" ? "" : `## ${clip(escapeLine(card.title), MAX_HEAD)}`;
  const foot = footer(card, view).join("\n");
  const packed = pack(card, view, MAX_TEXT - title.length - Math.min(MAX_FOOT, foot.length + MAX_OVERFLOW));
  const { shown, more } = cardFiles(card, packed.left > 0 || foot.length > MAX_FOOT, view.mayAttach);
  const last = clip([...overflow(packed.left, more, view.mayAttach), foot].join("\n").trim(), MAX_FOOT);
  const folded = card.sections.flatMap((section) => (section.kind === "fold" ? [section.open] : []));
  const { beside, rows } = controls([...folded, ...card.actions], followUp(card, view));
  const inside: APIComponentInContainer[] = [...head(title, beside), ...packed.blocks.map(component)];
  if (last !== "") inside.push(text(last));
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.Container, accent_color: TONES[card.tone], components: inside },
    ...shown.map(({ name }) => ({ type: ComponentType.File as const, file: { url: `attachment://${name}` } })),
    ...rows,
  ];
  const count = countComponents(components);
  if (count > MAX_COMPONENTS) throw new RangeError(`a card of ${count} components is too large`);
  const pictures = packed.blocks.flatMap((block) => (block.kind === "picture" ? [block.file] : []));
  return message(components, [...pictures, ...shown]);
}

function head(title: string, beside: Controls["beside"]): APIComponentInContainer[] {
  if (beside !== null) return [{ type: ComponentType.Section, components: [text(title || "…")], accessory: beside }];
  return title === "" ? [] : [text(title)];
}

const text = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

/** A card that brings its own way to ask needs no other. */
const followUp = ({ actions }: Card, { followUpOn }: View) =>
  followUpOn === null || actions.some(({ name }) => name === "ask") ? [] : [button("Ask", askId(followUpOn))];

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
    case "beside": {
      const { action } = block;
      const accessory = button(action.label, actionId(action, BESIDE), action.style);
      return { type: ComponentType.Section, components: [text(block.text)], accessory };
    }
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
    const block = pictureBlock(section, view, count("picture"));
    if (block !== null) packed.blocks.push(block);
    if (section.kind === "context") free -= addContext(packed.blocks, section);
    const piece = block === null ? sectionPiece(section) : null;
    if (piece === null) continue;
    const { text, left } = fit(piece, free - GAP.length);
    packed.left += left;
    if (text === "") continue;
    const isHeading = section.kind === "heading";
    if (isHeading && packed.blocks.length > 0 && count("rule") < MAX_RULES) packed.blocks.push({ kind: "rule" });
    free -= text.length + addText(packed.blocks, text, isHeading);
  }
  return packed;
}

/** A small line, beside its button where it has one. Gives the characters this adds. */
function addContext(blocks: Block[], section: Extract<Section, { kind: "context" }>): number {
  const words = markdown(section.text)
    .replace(/\s*\n\s*/g, " ")
    .trim();
  if (words === "") return 0;
  const line = `-# ${clip(words, MAX_CONTEXT)}`;
  if (section.action === null) return line.length + addText(blocks, line, false);
  blocks.push({ kind: "beside", text: line, action: section.action });
  return line.length;
}

/** Texts in a row share one component, a blank line between them but below a heading. Gives the characters this adds. */
function addText(blocks: Block[], text: string, isHeading: boolean): number {
  const last = blocks.at(-1);
  if (last?.kind !== "text") {
    blocks.push({ kind: "text", text, isHeading });
    return 0;
  }
  const gap = last.isHeading ? "\n" : GAP;
  last.text += gap + text;
  last.isHeading = isHeading;
  return gap.length;
}

/** The section as a picture, where it is a chart and one more may be sent. */
function pictureBlock(section: Section, { pictures, mayAttach }: View, before: number): Block | null {
  if (section.kind !== "chart" || !mayAttach || before === MAX_CHARTS) return null;
  const data = pictures.get(section.chart);
  return data === undefined
    ? null
    : { kind: "picture", chart: section.chart, file: picture(section.chart, data, before) };
}

const picture = (chart: Chart, data: Uint8Array, at: number): CardFile => ({
  name: `chart-${at + 1}.png`,
  data,
  mediaType: "image/png",
  alt: clip(oneLine(chart.alt), MAX_ALT_TEXT),
});
