import stringWidth from "string-width";

/** Columns that a text takes. Plain ASCII, which most of it is, needs no look at each sign. */
export const widthOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));

/** Text without what would move the cursor, colour the screen or turn the direction of reading. https://unicode.org/reports/tr9/ */
export const visible = (text: string) =>
  text.replaceAll(/[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]+/gu, " ");

/** The text in lines of at most `width` columns, broken at spaces, and inside a word only where it is wider than a line. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of visible(text)
    .split(/\s+/)
    .filter((each) => each !== "")
    .flatMap((each) => pieces(each, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === "" ? lines : [...lines, line];
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const result: string[] = [];
  let piece = "";
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (widthOf(piece + segment) > width) {
      result.push(piece);
      piece = segment;
    } else piece += segment;
  }
  return [...result, piece];
}

/** The text with spaces up to `width` columns, on the side that aligns it. */
export function padded(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "right" ? space + text : text + space;
}
