import { GERMAN } from "./de/index.ts";
import { SPANISH } from "./es/index.ts";
import { FRENCH } from "./fr/index.ts";
import type { Wording } from "./wording.ts";

/** What people say in a language, by what the rules read. */
export interface Lexicon {
  /** In English: "German". */
  name: string;
  wordings: readonly Wording[];
  /** Words of it that English or other languages have, too: alone they tell nothing. */
  shared: string;
}

/** Languages other than English whose words are read. */
export const LEXICONS = { de: GERMAN, fr: FRENCH, es: SPANISH } as const satisfies Record<string, Lexicon>;
export type Language = "en" | keyof typeof LEXICONS;

/** "English, German and Japanese": the languages that are read. */
export const READ_LANGUAGES: string = new Intl.ListFormat("en").format([
  "English",
  ...Object.values(LEXICONS).map(({ name }) => name),
]);
