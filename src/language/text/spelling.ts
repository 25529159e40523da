import type { Correction } from "../../core/price/query.ts";
import { NOT_MISSPELT } from "../lexicon/trade-words.ts";
import { likeness, type Vocabulary } from "../lexicon/vocabulary.ts";
import type { Token } from "./tokens.ts";

/** A guess costs a comparison with every name as long: after this many the rest of a text is taken as typed. */
const MOST_GUESSES = 24;

/**
 * The same tokens with names one edit away put right (a letter more, less, other, or two swapped), and what was changed.
 * Only names that begin alike and are no other known word.
 */
export function corrected(
  text: string,
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  isKnown: (word: string) => boolean,
): { tokens: readonly Token[]; corrections: Correction[] } {
  const corrections: Correction[] = [];
  let guesses = 0;
  const read = tokens.map((token) => {
    if (token.kind !== "word" || token.word.length < 4 || guesses >= MOST_GUESSES) return token;
    if (isKnown(token.word) || NOT_MISSPELT.has(token.word)) return token;
    guesses += 1;
    const meant = nearestName(token.word, vocabulary);
    if (meant === null) return token;
    corrections.push({ typed: text.slice(token.start, token.end), read: meant });
    return { ...token, word: meant };
  });
  return { tokens: read, corrections };
}

/** The one name an edit away; null for none, or for several. An id is mended only in its words. */
function nearestName(word: string, { spellings }: Vocabulary): string | null {
  const found = new Set<string>();
  for (let length = word.length - 1; length <= word.length + 1; length += 1) {
    const key = likeness(word, length);
    for (const name of spellings.ids.get(key) ?? []) {
      if (isOneEdit(word, name) && isSlip(word, name)) found.add(name);
    }
    for (const name of spellings.names.get(key) ?? []) if (isOneEdit(word, name)) found.add(name);
  }
  const [only, other] = found;
  return other === undefined ? (only ?? null) : null;
}

/** "lage" for "large" is a slip; another digit, or a letter more in "cx", is another machine. */
const SHORTEST_WORD_OF_ID = 4;

function isSlip(word: string, id: string): boolean {
  let at = 0;
  while (word.charCodeAt(at) === id.charCodeAt(at)) at += 1;
  let start = at;
  let end = at;
  while (start > 0 && isLetter(id.charAt(start - 1))) start -= 1;
  while (isLetter(id.charAt(end))) end += 1;
  return end - start >= SHORTEST_WORD_OF_ID;
}

const isLetter = (char: string) => char >= "a" && char <= "z";

/** Whether one letter added, left out, changed or two neighbours swapped make `a` into `b`; the first letter stands. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || a.charCodeAt(0) !== b.charCodeAt(0) || Math.abs(a.length - b.length) > 1) return false;
  let at = 1;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** An id further away than this resembles nothing. */
const FARTHEST = 2;

/** Up to `most` machine and region ids closest to `word`, its own family before others. */
export function closeNames(word: string, { spellings }: Vocabulary, most: number): string[] {
  const found: { name: string; away: number; related: boolean }[] = [];
  const family = familyOf(word);
  for (const names of spellings.ids.values()) {
    for (const name of names) {
      if (name.charCodeAt(0) !== word.charCodeAt(0)) continue;
      const related = familyOf(name) === family;
      if (!related && Math.abs(name.length - word.length) > FARTHEST) continue;
      const away = distance(word, name);
      if (related || away <= FARTHEST) found.push({ name, away, related });
    }
  }
  return found
    .sort((a, b) => Number(b.related) - Number(a.related) || a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** What stands before the size: "m7i" of "m7i.large", "s" of "s-2vcpu-4gb", "cx" of "cx23". */
function familyOf(name: string): string {
  const cut = name.search(/[.-]/);
  if (cut > 0) return name.slice(0, cut);
  const letters = name.replace(/\d/g, "");
  return letters.length > 1 ? letters : name; // one letter is no family: "m365"
}

/** How many letters must be added, left out or changed to make `a` into `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
