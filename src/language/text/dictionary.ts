import { FILLER } from "../lexicon/filler.ts";
import { INTERNATIONAL } from "../lexicon/international.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { charactersOf, fromJapanese, isJapanese } from "./japanese.ts";
import { type PhraseTable, phraseAt, phraseTable } from "./phrases.ts";
import { fold, type Token, tokenize } from "./tokens.ts";

/** A lexicon ready for use. */
export interface Dictionary {
  /**
   * The tokens with every phrase of the lexicon as the rules know it, in English. Each new token stands where the whole phrase
   * stood: what is quoted is what was typed.
   */
  inEnglish: (tokens: readonly Token[]) => Token[];
  /** How much a word tells that a text is in the language: nothing where English has it, too; undefined for a word it has not. */
  markOf: (word: string) => number | undefined;
}

/** What a word is worth as a sign of a language: its own, or one that others share. */
export const TELLING = 2;
const SHARED = 1;

export function dictionaryOf(lexicon: Lexicon): Dictionary {
  const { wordings, shared } = lexicon;
  if (lexicon.unspaced === true) {
    const characters = charactersOf(lexicon);
    return {
      inEnglish: (tokens) => fromJapanese(tokens, characters),
      markOf: (word) => (isJapanese(word, characters) ? TELLING : undefined),
    };
  }
  const pairs = wordings.flatMap((wording) =>
    Object.entries(wording).flatMap(([english, forms]) =>
      forms.split("|").flatMap((form) => spellings(form).map((each) => [each, tokenize(english)] as const)),
    ),
  );
  const english = new Set(wordings.flatMap((wording) => Object.keys(wording).flatMap(wordsOf)));
  const common = new Set(shared.split(" ").map(fold));
  const weightOf = (word: string) =>
    english.has(word) || FILLER.has(word) || INTERNATIONAL.has(word) ? 0 : common.has(word) ? SHARED : TELLING;
  const marks = new Map(pairs.flatMap(([form]) => wordsOf(form)).map((word) => [word, weightOf(word)]));
  const phrases = phraseTable(pairs);
  return {
    inEnglish: (tokens) => phraseByPhrase(tokens, phrases),
    markOf: (word) => marks.get(word),
  };
}

const wordsOf = (phrase: string): string[] =>
  tokenize(phrase).flatMap(({ kind, word }) => (kind === "word" ? [word] : []));

const SPELT_OUT: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ß", "ss"],
]);

/** As it is written, and as it is on a keyboard without umlauts: "für", "fuer". */
function spellings(form: string): string[] {
  const plain = form.replaceAll(/[äöüß]/g, (letter) => SPELT_OUT.get(letter) ?? letter);
  return plain === form ? [form] : [form, plain];
}

function phraseByPhrase(tokens: readonly Token[], phrases: PhraseTable<readonly Token[]>): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const found = phraseAt(phrases, tokens, at);
    if (token === undefined) break;
    if (found === null) read.push(withThousands(tokens, at, token));
    else for (const english of found.meaning) read.push({ ...english, ...placeOf(tokens, at, found.next) });
    at = found?.next ?? at + 1;
  }
  return read;
}

const placeOf = (tokens: readonly Token[], from: number, to: number) => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
  glued: tokens[from]?.glued ?? false,
});

const GROUPED = /^[1-9]\d?\d?\.\d\d\d$/;
const FRACTION = /^\d\d,\d\d\d$/;

/** "1.200" is twelve hundred where a comma parts decimals, and "99,999 %" is a little less than all. */
function withThousands(tokens: readonly Token[], at: number, token: Token): Token {
  const isShare = tokens[at + 1]?.word === "%";
  if (!isShare && GROUPED.test(token.word)) return { ...token, value: Number(token.word.replace(".", "")) };
  return isShare && FRACTION.test(token.word) ? { ...token, value: Number(token.word.replace(",", ".")) } : token;
}
