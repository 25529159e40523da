import type { Correction } from "../../core/price/query.ts";
import { FILLER } from "../lexicon/filler.ts";
import type { Language } from "../lexicon/languages.ts";
import type { Vocabulary } from "../lexicon/vocabulary.ts";
import { DICTIONARIES, languageOf } from "./language.ts";
import type { Mention } from "./mention.ts";
import { mentionsIn } from "./mentions.ts";
import { corrected } from "./spelling.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A text ready to be read: its tokens, misspelt names put right, and the names in it. Nothing in it changes. */
export interface Text {
  typed: string;
  /** What it is written in. Its tokens are English all the same, each standing where the words stood that mean it. */
  language: Language;
  /** The language it was seen to be in, where that is none that is read: see `languageOf`. */
  unread: string | null;
  tokens: readonly Token[];
  vocabulary: Vocabulary;
  mentions: readonly Mention[];
  /** The mention that starts at a token. */
  mentionAt: readonly (Mention | undefined)[];
  /** The mention that a token is part of. */
  mentionOver: readonly (Mention | undefined)[];
  corrections: readonly Correction[];
}

/** `typed` cut into tokens, with its names found. */
export function textOf(typed: string, vocabulary: Vocabulary): Text {
  const isKnown = (word: string) => FILLER.has(word) || vocabulary.phrases.has(word);
  const written = tokenize(typed);
  const { language, unread } = languageOf(written);
  const read = DICTIONARIES.get(language)?.inEnglish(written) ?? written;
  const { tokens, corrections } = corrected(typed, read, vocabulary, isKnown);
  const mentions = mentionsIn(typed, tokens, vocabulary);
  const mentionAt: (Mention | undefined)[] = [];
  const mentionOver: (Mention | undefined)[] = [];
  for (const mention of mentions) {
    mentionAt[mention.from] = mention;
    for (let at = mention.from; at < mention.to; at += 1) mentionOver[at] = mention;
  }
  return { typed, language, unread, tokens, vocabulary, mentions, mentionAt, mentionOver, corrections };
}

/** The normalised word or sign at `at`; empty outside the text. */
export const wordAt = (text: Text, at: number): string => text.tokens[at]?.word ?? "";

/** Tokens `from` up to `to` as typed. */
export function quote(text: Text, from: number, to: number): string {
  const tokens = text.tokens.slice(from, to);
  if (tokens.length === 0) return "";
  // Words of Japanese are read in another order than they stand in.
  return text.typed.slice(Math.min(...tokens.map(({ start }) => start)), Math.max(...tokens.map(({ end }) => end)));
}

/** Tokens `from` up to `to` as the rules read them. */
export const wordsIn = ({ tokens }: Text, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(" ");

/** The text as it was typed, or in English, word by word, where it is in another language. */
export const inEnglish = (text: Text): string =>
  text.language === "en" ? text.typed : wordsIn(text, 0, text.tokens.length);

/** A set of the words in `list`, which spaces part. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const SENTENCE_ENDS = wordSet(". ! ? ; …");
const CLAUSE_ENDS = wordSet(", ( ) - – — | but while although however");

/** Whether a sentence ends at `at`, as it does behind the last token. */
export function endsSentence(text: Text, at: number): boolean {
  const token = text.tokens[at];
  return token === undefined || (token.kind === "mark" && SENTENCE_ENDS.has(token.word));
}

/** Whether a clause ends at `at`: a sentence does, or a comma, a bracket, a dash or a "but" stands there. */
export const endsClause = (text: Text, at: number): boolean =>
  endsSentence(text, at) || CLAUSE_ENDS.has(wordAt(text, at));

/** The nearest of `words` at most `most` tokens before `at` in the same clause; -1 for none. */
export function wordBefore(text: Text, at: number, words: ReadonlySet<string>, most: number): number {
  for (let i = at - 1; i >= 0 && i >= at - most && !endsClause(text, i); i -= 1)
    if (words.has(wordAt(text, i))) return i;
  return -1;
}

/** The nearest of `words` from `at` on, at most `most` tokens away in the same clause; -1 for none. */
export function wordAfter(text: Text, at: number, words: ReadonlySet<string>, most: number): number {
  for (let i = at; i < at + most && !endsClause(text, i); i += 1) if (words.has(wordAt(text, i))) return i;
  return -1;
}
