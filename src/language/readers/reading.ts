import type { Claim } from "../../core/claim-remarks.ts";
import type { Named, Vocabulary } from "../lexicon/vocabulary.ts";
import { type PhraseTable, phraseAt } from "../text/phrases.ts";
import type { Token } from "../text/tokens.ts";

/** How surely a fact was said. A surer one replaces a weaker of the same key; two as sure must agree. */
export type Strength = "hinted" | "implied" | "said";

/** Something understood: tokens `from` up to `to` (not included) say that `key` is `value`. */
export interface Fact {
  from: number;
  to: number;
  key: string;
  value: unknown;
  strength: Strength;
}

/** A name found in the text. */
export interface Mention {
  from: number;
  to: number;
  named: Named;
}

/** A text being read. Each reader of facts adds to it and takes the tokens it has understood. */
export interface Reading {
  text: string;
  tokens: readonly Token[];
  vocabulary: Vocabulary;
  mentions: Mention[];
  /** The mention that starts at a token. */
  mentionAt: (Mention | undefined)[];
  /** The mention that a token is part of. */
  mentionOver: (Mention | undefined)[];
  taken: boolean[];
  facts: Fact[];
  claims: Claim[];
  questions: string[];
  notes: string[];
}

/** The normalised word or sign at `at`; empty outside the text. */
export const wordAt = (r: Reading, at: number): string => r.tokens[at]?.word ?? "";

/** Whether a token between two facts keeps them apart: the end of a sentence. */
export function endsSentence(r: Reading, at: number): boolean {
  const token = r.tokens[at];
  if (token === undefined) return true;
  return token.kind === "mark" && SENTENCE_ENDS.has(token.word);
}
const SENTENCE_ENDS = new Set([".", "!", "?", ";", "…"]);

/** Whether a clause ends at `at`: the end of a sentence, a comma, a bracket, a dash or "but". */
export const endsClause = (r: Reading, at: number): boolean => endsSentence(r, at) || CLAUSE_ENDS.has(wordAt(r, at));
const CLAUSE_ENDS = new Set([",", "(", ")", "-", "–", "—", "|", "but", "while", "although", "however"]);

/** The nearest of `words` at most `most` tokens before `at` in the same clause; -1 for none. */
export function wordBefore(r: Reading, at: number, words: ReadonlySet<string>, most: number): number {
  for (let i = at - 1; i >= 0 && i >= at - most && !endsClause(r, i); i -= 1) if (words.has(wordAt(r, i))) return i;
  return -1;
}

/** The nearest of `words` from `at` on, at most `most` tokens away in the same clause; -1 for none. */
export function wordAfter(r: Reading, at: number, words: ReadonlySet<string>, most: number): number {
  for (let i = at; i < at + most && !endsClause(r, i); i += 1) if (words.has(wordAt(r, i))) return i;
  return -1;
}

/** The phrase of `table` at `at`, if none of its tokens is taken. */
export function freePhraseAt<T>(r: Reading, table: PhraseTable<T>, at: number): { meaning: T; next: number } | null {
  if (r.taken[at] === true) return null;
  const found = phraseAt(table, r.tokens, at);
  return found !== null && isFree(r, at, found.next) ? found : null;
}

/** Whether no token from `from` up to `to` is taken. */
export function isFree(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (r.taken[i] === true) return false;
  return true;
}

/** Marks tokens as understood. */
export function take(r: Reading, from: number, to: number): void {
  for (let i = from; i < to; i += 1) r.taken[i] = true;
}

/** Adds a fact and takes its tokens, up to the end of the text at most. */
export function learn(
  r: Reading,
  from: number,
  to: number,
  key: string,
  value: unknown,
  strength: Strength = "said",
): void {
  const end = Math.min(to, r.tokens.length);
  r.facts.push({ from, to: end, key, value, strength });
  take(r, from, end);
}

/** Tokens `from` up to `to` as typed. */
export function quote(r: Reading, from: number, to: number): string {
  const first = r.tokens[from];
  const last = r.tokens[to - 1];
  return first && last ? r.text.slice(first.start, last.end) : "";
}

/** How many tokens back a "no" or "without" is looked for. */
const NEGATION_REACH = 4;
const NEGATIONS = new Set([
  "no",
  "not",
  "without",
  "never",
  "dont",
  "doesnt",
  "isnt",
  "arent",
  "wont",
  "cant",
  "neither",
  "nor",
  "nothing",
  "minus",
  "w/o",
  "skip",
  "drop",
  "remove",
  "zero",
  "havent",
  "hasnt",
  "didnt",
  "non",
  "avoid",
]);
/** After "not": nothing is denied. */
const UNDECIDED = new Set(["only", "sure", "certain", "clear", "decided"]);
const RESTARTS = new Set(["with", "and", "but", "want", "add", "plus"]);

/** Where the negation of what stands at `at` begins, within its clause: "no GPU", "don't need any GPU"; -1 for none. */
export function negationBefore(r: Reading, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - NEGATION_REACH && !endsClause(r, i); i -= 1) {
    const word = wordAt(r, i);
    if (word === "not" && (UNDECIDED.has(wordAt(r, i + 1)) || wordAt(r, i - 1) === "why")) return -1;
    if (word === "dont" && ["if", "whether", "which"].includes(wordAt(r, i + 2))) return -1; // "don't know whether"
    if (NEGATIONS.has(word)) return i;
    if (RESTARTS.has(word) && !NEGATIONS.has(wordAt(r, i - 1))) return -1; // "don't want" starts nothing new
  }
  return -1;
}
