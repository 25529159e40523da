// https://spec.commonmark.org/0.31.2/#backslash-escapes and, for tables, strikes, links and sums, https://github.github.com/gfm/
const MARKS = /[\\`*_[\]<|~#$]|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\./gi;
const LINE_START = /^(>|[-+=](?=[-+=\s]|$)|\d{1,9}[.)](?=\s|$))/;

/** Text that a Markdown reader shows as it is, in a paragraph or a table cell: no markup, no link, one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(MARKS, "\\$&")
    .replace(LINE_START, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
