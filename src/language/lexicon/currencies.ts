import type { Currency } from "../../core/requirement.ts";
import { type PhraseTable, phrasesFor } from "../text/phrases.ts";

/** Signs and words of currencies; letters before a sign ("US$") are read with the sum. A bare "$" is read as US dollars and "¥" as yen. */
export const CURRENCY_WORDS: PhraseTable<Currency> = phrasesFor<Currency>({
  USD: ["$", "usd", "us dollars", "dollars", "dollar", "bucks", "buck"],
  EUR: ["€", "eur", "euro", "euros"],
  GBP: ["£", "gbp", "pounds", "pound sterling", "quid"],
  AUD: ["aud", "australian dollars"],
  BRL: ["brl", "reais"],
  CAD: ["cad", "canadian dollars"],
  CHF: ["chf", "francs", "swiss francs"],
  DKK: ["dkk"],
  INR: ["₹", "inr", "rupees", "rs"],
  JPY: ["¥", "jpy", "yen"],
  KRW: ["₩", "krw"],
  NOK: ["nok"],
  SEK: ["sek"],
  SGD: ["sgd"],
});
