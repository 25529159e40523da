import type { Cell } from "./located.ts";

/** What a new look at a group of cells says about their reading; the cells left out keep the old one. */
export interface Reread {
  cells: ReadonlySet<Cell>;
  /** The reading in words, from the one it replaces: the text between the braces. */
  words: (old: string) => string;
}

/** Changes to the lines of a file, made together: each line that was keeps its number until then. */
export interface LineEdits {
  replaced: Map<number, string>;
  insertedAfter: Map<number, string[]>;
  names: Map<Cell, string>; // cells that have to name another reading
}

const ENTRY = /^(\s+)(\w+): \{(.*)\}(\s*#.*)?$/;

/**
 * Gives the readings under the key on `line` their new words. `groups` are all cells of one letter: where not all of them
 * were read again alike, the larger part keeps the letter and the others name a reading of their own.
 */
export function regroup(
  line: number,
  lines: readonly string[],
  groups: ReadonlyMap<string, readonly Cell[]>,
  rereads: readonly Reread[],
  edits: LineEdits,
): void {
  const entries = entriesUnder(line, lines);
  const taken = new Set(entries.map(({ letter }) => letter));
  for (const entry of entries) {
    const cells = groups.get(entry.letter) ?? [];
    const parts = rereads
      .map(({ cells: read, words }) => ({ cells: cells.filter((cell) => read.has(cell)), words: words(entry.words) }))
      .filter((part) => part.cells.length > 0);
    if (parts.length === 0) continue;
    const asItWas = cells.filter((cell) => !rereads.some((reread) => reread.cells.has(cell)));
    const all = asItWas.length === 0 ? parts : [...parts, { cells: asItWas, words: entry.words }];
    const [most, ...fewer] = all.sort((a, b) => b.cells.length - a.cells.length);
    edits.replaced.set(entry.line, entry.with(entry.letter, most?.words ?? entry.words));
    for (const part of fewer) {
      const letter = freeLetter(taken);
      taken.add(letter);
      const after = edits.insertedAfter.get(entry.line) ?? [];
      edits.insertedAfter.set(entry.line, [...after, entry.with(letter, part.words)]);
      for (const cell of part.cells) edits.names.set(cell, letter);
    }
  }
}

function entriesUnder(line: number, lines: readonly string[]) {
  const entries = [];
  for (let i = line + 1; ; i++) {
    const [, indent = "", letter, words = "", note = ""] = ENTRY.exec(lines[i] ?? "") ?? [];
    if (letter === undefined) break;
    entries.push({
      line: i,
      letter,
      words,
      with: (name: string, text: string) => `${indent}${name}: {${text}}${note}`,
    });
  }
  if (entries.length === 0) throw new Error(`line ${line + 1}: each reading must stand on a line of its own, as { … }`);
  return entries;
}

function freeLetter(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const letter = n <= 26 ? String.fromCharCode(96 + n) : `r${n}`;
    if (!taken.has(letter)) return letter;
  }
}

/**
 * The words of a reading that was found unchanged on `day`, at its source; of one that was made that day, the same. A doubt
 * about the price itself stays until a person settles it.
 */
export const confirmedOn =
  (day: string) =>
  (old: string): string => {
    if (old.includes(`asOf: ${day}`)) return old;
    const sure = old.replace(/confidence: (?!low)\w+/, "confidence: high");
    if (/\bconfirmed: /.test(sure)) return sure.replace(/\bconfirmed: [\d-]+/, `confirmed: ${day}`);
    return sure.replace(/\basOf: ([\d-]+)/, `asOf: $1, confirmed: ${day}`);
  };
