import type { Currency } from "../../core/question/choices.ts";
import { type PhraseTable, phrasesFor } from "../text/phrases.ts";

/** Signs and words of currencies; letters before a sign ("US$") are read with the sum. A bare "$" is read as US dollars and "¥" as yen. */
export const CURRENCY_WORDS: PhraseTable<Currency> = phrasesFor<Currency>({
  USD: ["$", "usd", "us dollars", "us dollar", "dollars", "dollar", "dolars", "bucks", "buck"],
  EUR: ["€", "eur", "euro", "euros"],
  GBP: ["£", "gbp", "pounds", "pound", "pounds sterling", "pound sterling", "quid"],
  AUD: ["aud", "australian dollars", "aussie dollars"],
  BRL: ["brl", "reais", "real"],
  CAD: ["cad", "canadian dollars"],
  CHF: ["chf", "francs", "franc", "swiss francs", "franken"],
  DKK: ["dkk", "danish kroner"],
  INR: ["₹", "inr", "rupees", "rupee", "rs", "rs."],
  JPY: ["¥", "jpy", "yen"],
  KRW: ["₩", "krw", "won"],
  NOK: ["nok", "norwegian kroner"],
  SEK: ["sek", "swedish kronor", "swedish krona", "kronor"],
  SGD: ["sgd", "singapore dollars"],
});
