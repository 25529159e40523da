import type { Named } from "../lexicon/vocabulary.ts";

/** A name found in a text: tokens `from` up to `to` (not included). */
export interface Mention {
  from: number;
  to: number;
  named: Named;
}
