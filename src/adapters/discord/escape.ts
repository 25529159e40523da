import type { Inline, RichText } from "../../cards/card.ts";

// Controls, direction overrides, zero-width characters and lone surrogates show nothing and hide much. The joiners U+200C
// and U+200D stay: Persian and emoji are written with them.
const INVISIBLE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;

// A backslash before punctuation is how Discord's Markdown takes a character as it is. `<` opens mentions, custom emoji and
// timestamps, `@` opens @everyone, and `:` emoji names and, after "https", links.
const MARKUP = /[\\`*_~|<[@]|:(?=\/\/|\w+:)/g;
const AT_LINE_START = /^(\s*)([-+#>])/gm;
const NUMBERED = /^(\s*\d+)\.(?=\s|$)/gm;

/** The text without characters that nobody can see. Tabs become spaces. */
export const visible = (text: string): string => text.replaceAll("\t", " ").replace(INVISIBLE, "");

/** Text that Discord shows exactly as it is: no markup, mention, link or emoji comes of it. */
export const escapeMarkdown = (text: string): string =>
  visible(text).replace(MARKUP, "\\$&").replace(AT_LINE_START, "$1\\$2").replace(NUMBERED, "$1\\.");

/** The same on one line. */
export const escapeLine = (text: string): string => escapeMarkdown(oneLine(text));

/** Text for inside a code span or block, which nothing in it can close. */
export const escapeCode = (text: string): string => visible(text).replaceAll("`", "ˋ");

export const oneLine = (text: string): string =>
  visible(text)
    .replace(/\s*\n\s*/g, " ")
    .trim();

/** Rich text as Discord's Markdown. */
export const markdown = (text: RichText): string =>
  Array.isArray(text) ? text.map(inlineMarkdown).join("") : inlineMarkdown(text);

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === "string") return escapeMarkdown(inline);
  if ("href" in inline) return link(inline.text, inline.href);
  const [, before = "", text = "", after = ""] =
    /^(\s*)(.*?)(\s*)$/.exec(visible(inline.text).replace(/\s+/g, " ")) ?? [];
  if (text === "") return before; // marks around nothing would be shown themselves
  return `${before}${inline.mark === "code" ? `\`${escapeCode(text)}\`` : `**${escapeLine(text)}**`}${after}`;
}

function link(text: string, href: string): string {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return escapeMarkdown(text);
  const target = url.href.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("<", "%3C").replaceAll(">", "%3E");
  return text === href || oneLine(text) === "" ? `<${target}>` : `[${escapeLine(text)}](<${target}>)`;
}
