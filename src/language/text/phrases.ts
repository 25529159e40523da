import { type Token, tokenize } from "./tokens.ts";

interface Entry<T> {
  words: string[];
  meaning: T;
}

/** Phrases by their first word, the longest first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Entry<T>[]>;

/** A table of phrases, cut into words as any text is: "multi-zone" finds "multi zone" too. A later meaning replaces an earlier. */
export function phraseTable<T>(phrases: Iterable<readonly [phrase: string, meaning: T]>): PhraseTable<T> {
  const table = new Map<string, Entry<T>[]>();
  for (const [phrase, meaning] of phrases) {
    const words = tokenize(phrase).map((token) => token.word);
    const first = words[0];
    if (first === undefined) continue;
    const entries = (table.get(first) ?? []).filter((entry) => entry.words.join(" ") !== words.join(" "));
    entries.push({ words, meaning });
    table.set(first, entries);
  }
  for (const entries of table.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** A table in which each phrase listed under a meaning has that meaning. */
export function phrasesFor<T extends string>(lists: Readonly<Partial<Record<T, readonly string[]>>>): PhraseTable<T> {
  const pairs = Object.entries(lists) as [T, readonly string[]][];
  return phraseTable(pairs.flatMap(([meaning, phrases]) => phrases.map((phrase) => [phrase, meaning] as const)));
}

/** The longest phrase of `table` that starts at token `at`, and the index after it; null if none does. */
export function phraseAt<T>(
  table: PhraseTable<T>,
  tokens: readonly Token[],
  at: number,
): { meaning: T; next: number } | null {
  const entries = table.get(tokens[at]?.word ?? "");
  if (entries === undefined) return null;
  for (const entry of entries) {
    if (follows(entry.words, tokens, at)) return { meaning: entry.meaning, next: at + entry.words.length };
  }
  return null;
}

function follows(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let i = 1; i < words.length; i += 1) if (tokens[at + i]?.word !== words[i]) return false;
  return true;
}
