import type { Lexicon } from "../lexicon.ts";
import { ASKS } from "./asks.ts";
import { FACTS } from "./facts.ts";
import { MONEY } from "./money.ts";
import { PLACES, WISHES } from "./wishes.ts";
import { NUMBERS, USE, WORDS } from "./words.ts";

/** What people say in Japanese, which puts no spaces between words. */
export const JAPANESE: Lexicon = {
  name: "Japanese",
  wordings: [WORDS, USE, NUMBERS, FACTS, MONEY, WISHES, PLACES, ASKS],
  shared: "",
  unspaced: true,
};
