/** What a number field holds: nothing, a number, or a fault in words for the person who typed it. */
export type ReadNumber = { kind: "empty" } | { kind: "number"; value: number } | { kind: "fault"; says: string };

const SHAPE = /^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d*)?|-?\.\d+)(k?)$/;
const MOST_SHOWN = 40;

/**
 * A number as people write it: "1,200", "$50", "1.2k", "250 GiB", where `words` are the units it may carry. Other units, a
 * decimal comma and words are faults: none of them is guessed at. `unit` is what the field is in, null for a plain count.
 */
export function readNumber(typed: string, words: readonly string[], unit: string | null): ReadNumber {
  const bare = typed.trim();
  if (bare === "") return { kind: "empty" };
  const figure = words.reduce(withoutWord, bare.toLowerCase()).replaceAll(/[\s_']/g, "");
  const [, digits, thousands] = SHAPE.exec(figure) ?? [];
  if (digits !== undefined) {
    return { kind: "number", value: Number(digits.replaceAll(",", "")) * (thousands === "k" ? 1000 : 1) };
  }
  const shown = bare.length > MOST_SHOWN ? `${bare.slice(0, MOST_SHOWN - 1)}…` : bare;
  const decimalComma = /^\d+,\d{1,2}$/.test(figure);
  return {
    kind: "fault",
    says: decimalComma
      ? `Write ${figure.replace(",", ".")} with a point; “${shown}” could mean two numbers.`
      : `Write digits, such as 50${unit === null ? "" : `, in ${unit}`}; “${shown}” was not understood.`,
  };
}

function withoutWord(text: string, word: string): string {
  if (text.endsWith(word)) return text.slice(0, -word.length).trim();
  return text.startsWith(word) ? text.slice(word.length).trim() : text;
}
