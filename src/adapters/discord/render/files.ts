import type { Card } from "../../../cards/card.ts";
import { cardMarkdown } from "../../../cards/markdown.ts";
import { oneLine } from "../escape.ts";
import { MAX_FILE_BYTES } from "../limits.ts";

/** The file that takes what does not fit into a message. */
export const REST = "full-answer.md";

const MAX_NAME = 80;
const MAX_SHOWN = 4; // files beside a card; the text of further ones goes into the last

export interface CardFile {
  name: string; // safe, and unique in its message
  data: Uint8Array | string;
  mediaType: string;
  alt?: string;
}

/**
 * The files to attach to a card, and whether any of its content is only in the last of them, `REST`: the whole card when it
 * does not fit into the message (`isCut`), and its files past the third.
 */
export function cardFiles(card: Card, isCut: boolean, mayAttach: boolean): { shown: CardFile[]; more: boolean } {
  const crowded = card.files.length + (isCut ? 1 : 0) > MAX_SHOWN;
  const own = crowded ? card.files.slice(0, MAX_SHOWN - 1) : card.files;
  const parts = card.files.slice(own.length).map(({ name, text }) => `## ${oneLine(name)}\n\n${text}`);
  if (isCut) parts.unshift(cardMarkdown(card));
  if (!mayAttach) return { shown: [], more: card.files.length > 0 || isCut };
  const names = safeNames(own.map(({ name }) => name));
  const shown = own.map(({ mediaType, text }, at) => ({ name: names[at] ?? REST, data: bounded(text), mediaType }));
  if (parts.length === 0) return { shown, more: false };
  const rest = { name: REST, data: bounded(parts.join("\n\n")), mediaType: "text/markdown" };
  return { shown: [...shown, rest], more: true };
}

/** Discord rewrites other characters, and then `attachment://` no longer finds the file. Each name comes once. */
function safeNames(names: string[]): string[] {
  const safe = names.map(
    (name) =>
      name
        .replace(/[^\w.-]+/g, "-")
        .replace(/^[-.]+/, "")
        .slice(-MAX_NAME) || "file.txt",
  );
  return safe.map((name, at) => (safe.indexOf(name) === at && name !== REST ? name : `${at + 1}-${name}`));
}

function bounded(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_FILE_BYTES) return text || "\n";
  return `${bytes.subarray(0, MAX_FILE_BYTES - 100).toString("utf8")}\n\n(cut here: Discord takes no larger file)\n`;
}
