import { GERMAN } from "./de/index.ts";
import { SPANISH } from "./es/index.ts";
import { FRENCH } from "./fr/index.ts";
import { JAPANESE } from "./ja/index.ts";
import type { Lexicon } from "./lexicon.ts";

/** Languages other than English whose words are read. */
export const LEXICONS = { de: GERMAN, fr: FRENCH, es: SPANISH, ja: JAPANESE } satisfies Record<string, Lexicon>;
export type Language = "en" | keyof typeof LEXICONS;

/** "English, German and Japanese": the languages that are read. */
export const READ_LANGUAGES: string = new Intl.ListFormat("en").format([
  "English",
  ...Object.values(LEXICONS).map(({ name }) => name),
]);
