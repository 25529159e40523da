import type { Lexicon } from "../lexicon.ts";
import { ASKS } from "./asks.ts";
import { FACTS } from "./facts.ts";
import { MONEY } from "./money.ts";
import { PLACES, WISHES } from "./wishes.ts";
import { NUMBERS, WORDS } from "./words.ts";

/** What people say in German. */
export const GERMAN: Lexicon = {
  name: "German",
  wordings: [WORDS, NUMBERS, FACTS, MONEY, WISHES, PLACES, ASKS],
  shared:
    "die das des dem am an da so in was war hat will man bin mal mit es also gar der den im im la server services nodes budget dollar team cluster gpu startup demo prototype japan software intern logs replicas traffic all gut kind limit max min version tag privat start host service microservice microservices euro solo loadbalancer user webapp instance prima moin lg ne nen halt etwa dann du sie ich mich mir dir us ca fit kiste kern platte rom polen genf prag wien preis million a",
};
