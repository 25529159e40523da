import type { types } from "@slack/bolt";
import type { Inline, RichText } from "../../../cards/card.ts";
import { literal } from "../escape.ts";
import { MAX_TEXT } from "../limits.ts";

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block: text in it is never read as markup.
type Element = types.RichTextText | types.RichTextLink;

/** Paragraphs as blocks, as many as the text needs; none for empty text. */
export function textBlocks(text: RichText): types.RichTextBlock[] {
  return portions(text).map((elements) => block({ type: "rich_text_section", elements }));
}

/** A title of any length in bold; none for an empty one. */
export function boldBlocks(title: string): types.RichTextBlock[] {
  return textBlocks({ text: title, mark: "strong" });
}

/** Bullets; an item too long for one block goes on in the next. */
export function listBlocks(items: RichText[]): types.RichTextBlock[] {
  const bullets = items.flatMap(portions);
  return packed(bullets, sizeOf).map((group) =>
    block({
      type: "rich_text_list",
      style: "bullet",
      elements: group.map((elements) => ({ type: "rich_text_section", elements })),
    }),
  );
}

/** Lines in letters of one width, broken only between lines unless one line alone is too long. */
export function codeBlocks(lines: string[]): types.RichTextBlock[] {
  const pieces = lines.flatMap((line) => cut(literal(line), MAX_TEXT - 1));
  return packed(pieces, (piece) => piece.length + 1).map((group) =>
    block({ type: "rich_text_preformatted", elements: [{ type: "text", text: group.join("\n") }], border: 0 }),
  );
}

function block(element: types.RichTextBlock["elements"][number]): types.RichTextBlock {
  return { type: "rich_text", elements: [element] };
}

/** The text in portions of what one block takes. */
function portions(text: RichText): Element[][] {
  return packed(inlines(text).flatMap(elements), (element) => sizeOf([element]));
}

/** The text without marks; a link's address behind its words. */
export const plainText = (text: RichText): string =>
  inlines(text)
    .map((part) => (typeof part === "string" ? part : "href" in part ? `${part.text} (${part.href})` : part.text))
    .join("");

function inlines(text: RichText): Inline[] {
  return Array.isArray(text) ? text : [text];
}

function elements(inline: Inline): Element[] {
  if (typeof inline === "string") return cut(literal(inline), MAX_TEXT).map((text) => ({ type: "text", text }));
  if ("href" in inline) return link(inline);
  const style = inline.mark === "strong" ? { bold: true } : { code: true };
  return cut(literal(inline.text), MAX_TEXT).map((text) => ({ type: "text", text, style }));
}

/** A link for web addresses; any other scheme is shown and not made to be pressed. */
function link({ text, href }: { text: string; href: string }): Element[] {
  const shown = literal(text) || literal(href);
  if (/^https?:\/\/\S+$/.test(href) && shown.length + href.length <= MAX_TEXT) {
    return [{ type: "link", url: href, text: shown }];
  }
  return cut(text ? `${shown} (${literal(href)})` : shown, MAX_TEXT).map((part) => ({ type: "text", text: part }));
}

function sizeOf(portion: Element[]): number {
  return portion.reduce(
    (sum, part) => sum + (part.text?.length ?? 0) + (part.type === "link" ? part.url.length : 0),
    0,
  );
}

/** Neighbours in groups of at most `MAX_TEXT` characters; each item alone is no longer. */
function packed<T>(items: T[], size: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    const last = groups.at(-1);
    room -= size(item);
    if (last && room >= 0) last.push(item);
    else {
      groups.push([item]);
      room = MAX_TEXT - size(item);
    }
  }
  return groups;
}

/** Pieces of at most `most` units, broken at a space or line end in the last quarter if there is one. Empty text gives none. */
export function cut(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = Math.max(rest.lastIndexOf(" ", most - 1), rest.lastIndexOf("\n", most - 1)) + 1;
    const half = /[\uD800-\uDBFF]/.test(rest.charAt(most - 1)) ? most - 1 : most; // never through a pair
    const end = space > most * 0.75 ? space : half;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === "" ? pieces : [...pieces, rest];
}
