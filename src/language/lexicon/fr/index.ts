import type { Lexicon } from "../lexicon.ts";
import { ASKS } from "./asks.ts";
import { FACTS } from "./facts.ts";
import { MONEY } from "./money.ts";
import { PLACES, WISHES } from "./wishes.ts";
import { NUMBERS, WORDS } from "./words.ts";

/** What people say in French. */
export const FRENCH: Lexicon = {
  name: "French",
  wordings: [WORDS, NUMBERS, FACTS, MONEY, WISHES, PLACES, ASKS],
  shared:
    "a an ai as au ca ce de des du en es est la le les ma me mes mon nos par plus on or ou pas pour que qui se si son sur ta te tes ton tout tu un une si y va faire face note types double simple simples rome vienne ue tech site sites entre prestations compare services copies exemplaires options six mille munich dublin portugal tokyo maximum total ops tjm proto admins founders devs hobby inutile retour aide bien non passe tester explique detail decision ignore commercial cent fait fin grand gros deux pro agents genre",
};
