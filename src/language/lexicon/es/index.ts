import type { Lexicon } from "../lexicon.ts";
import { ASKS } from "./asks.ts";
import { FACTS } from "./facts.ts";
import { MONEY } from "./money.ts";
import { PLACES, WISHES } from "./wishes.ts";
import { NUMBERS, WORDS } from "./words.ts";

/** What people say in Spanish. */
export const SPANISH: Lexicon = {
  name: "Spanish",
  wordings: [WORDS, NUMBERS, FACTS, MONEY, WISHES, PLACES, ASKS],
  shared:
    "a al como con da dan de del e el en es esta este la las le les lo los mas me mi no nos o os once para per por que se si solo son su sus te tu u un una va van y he ha era total extra total web webs tope ser control mil media simple simples piloto lopd bombay austria india francfort presu tfg cual real igual copias mes ya eso esa di has sale van ir pago voto vale pie plan gran base cada final ver suma pon",
};
