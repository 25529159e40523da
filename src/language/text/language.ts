import { type Language, LEXICONS } from "../lexicon/languages.ts";
import { type Dictionary, dictionaryOf } from "./dictionary.ts";
import type { Token } from "./tokens.ts";

const entries = Object.entries(LEXICONS) as [Exclude<Language, "en">, (typeof LEXICONS)[keyof typeof LEXICONS]][];
/** Built once: what each language says. */
export const DICTIONARIES: ReadonlyMap<Language, Dictionary> = new Map(
  entries.map(([language, lexicon]) => [language, dictionaryOf(lexicon)]),
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

/** The language of a text: English, unless its words say more for another. */
export function languageOf(tokens: readonly Token[]): Language {
  let best: { language: Language; score: number } = { language: "en", score: LEAST - 1 };
  for (const [language, { marks }] of DICTIONARIES) {
    let score = 0;
    let english = 0;
    for (const { word } of tokens) {
      const mark = marks.get(word);
      if (mark !== undefined) score += mark;
      else if (ENGLISH.has(word)) english += AN_ENGLISH_WORD;
    }
    if (score > english && score > best.score) best = { language, score };
  }
  return best.language;
}
