import type { Wording } from "./wording.ts";

/** What people say in a language, by what the rules read. */
export interface Lexicon {
  /** In English: "German". */
  name: string;
  wordings: readonly Wording[];
  /** Words of it that English or other languages have, too: alone they tell nothing. */
  shared: string;
  /** Whether nothing parts its words. */
  unspaced?: true;
}
