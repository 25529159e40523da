import { type Language, LEXICONS } from "../lexicon/languages.ts";
import { UNREAD_SCRIPTS, UNREAD_WORDS } from "../lexicon/unread.ts";
import { type Dictionary, dictionaryOf, TELLING } from "./dictionary.ts";
import type { Token } from "./tokens.ts";

/** Built once: what each language says. */
export const DICTIONARIES: ReadonlyMap<Language, Dictionary> = new Map(
  Object.entries(LEXICONS).map(([language, lexicon]) => [language as Language, dictionaryOf(lexicon)]),
);

/** Words that only English has, or has far more often than others. */
const ENGLISH: ReadonlySet<string> = new Set(
  "the of and with for our we are is need needs what how have has run runs running my your it its this that which want wants should would could can do does to from be been being at by or if not you they them there please about into than then when where why who any some without per month monthly year people team app apps site website cheap cheapest best need less more only just use using used new old not dont cant im its were id ive lets thinking looking currently today nobody none everything know knows never ever each every another other still much many a an in on as but so no".split(
    " ",
  ),
);
const AN_ENGLISH_WORD = 2;
/** Less than this is no sign of a language: one telling word, or two that are shared. */
const LEAST = 2;

/** What a text is written in. */
export interface Written {
  /** Whose words are read. */
  language: Language;
  /** The language that was seen and is not read, in English: its words are taken as English. Null for none. */
  unread: string | null;
}

interface Candidate extends Written {
  /** How much a word tells that it is this language. */
  markOf: (word: string) => number | undefined;
}

/** A word that a language which is read has, too, tells as much for that one. */
const worth = (word: string): number =>
  Math.min(TELLING, ...[...DICTIONARIES.values()].flatMap(({ markOf }) => markOf(word) ?? []));

/** In the order that decides between equals. */
const CANDIDATES: readonly Candidate[] = [
  ...[...DICTIONARIES].map(([language, { markOf }]): Candidate => ({ language, unread: null, markOf })),
  ...UNREAD_WORDS.map(([unread, words]): Candidate => {
    const marks = new Map(words.split(" ").map((word) => [word, worth(word)]));
    return { language: "en", unread, markOf: (word) => marks.get(word) };
  }),
  ...UNREAD_SCRIPTS.map(([unread, letters]): Candidate => {
    return { language: "en", unread, markOf: (word) => (letters.test(word) ? TELLING : undefined) };
  }),
];

/** The language of a text: English, unless its words say more for another. */
export function languageOf(tokens: readonly Token[]): Written {
  let best: { written: Written; score: number } = { written: { language: "en", unread: null }, score: LEAST - 1 };
  for (const { markOf, language, unread } of CANDIDATES) {
    let score = 0;
    let english = 0;
    for (const { word } of tokens) {
      const mark = markOf(word);
      if (mark !== undefined) score += mark;
      else if (ENGLISH.has(word)) english += AN_ENGLISH_WORD;
    }
    if (score > english && score > best.score) best = { written: { language, unread }, score };
  }
  return best.written;
}
