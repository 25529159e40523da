import type { Geography } from "../../core/question/choices.ts";
import { FILLER } from "../lexicon/filler.ts";
import { LOCAL_NOUNS, NATIONALITIES } from "../lexicon/nationalities.ts";
import { negationBefore } from "../text/negation.ts";
import { type Text, wordAt, wordSet } from "../text/text.ts";
import { matcher, name, sequence, table, words } from "./pattern.ts";
import { exclusionOf } from "./refusal.ts";
import { type Reading, rule } from "./rule.ts";

const BEFORE = wordSet("in near at around region from within to for");
const AFTER = wordSet("region zone based only");

/** Where it should run: cities, countries, geographies and providers' own region ids. */
const places = rule({
  id: "place",
  examples: ["in Frankfurt", "EU-CENTRAL-1", "customers in Brazil"],
  pattern: name(({ geography, instanceType }) => geography !== null && instanceType === null),
  gives: ({ named }, { text, from, to }) => {
    if (named.geography === null) return null;
    if (OFFERS.has(wordAt(text, to))) return ofThere(text, from, to, named.geography);
    const excluded = exclusionOf(text, from, to);
    if (excluded !== null)
      return { ...excluded, slots: [{ key: "question", asks: `"{}": where should it run instead?` }] };
    if (isNoPlace(text, from, to)) return { slots: [{ key: "unread" }] };
    return {
      from: from > 0 && BEFORE.has(wordAt(text, from - 1)) ? from - 1 : from,
      to: AFTER.has(wordAt(text, to)) ? to + 1 : to,
      slots: [{ key: "place", region: named.region ?? named.geography, geography: named.geography }],
    };
  },
});

/** "No US clouds": whose law the provider is under, not where it stands. */
function ofThere(text: Text, from: number, to: number, geography: Geography): Reading {
  const no = negationBefore(text, from);
  const isForeign = no >= 0 && geography.startsWith("us-");
  return isForeign
    ? { from: no, to: to + 1, slots: [{ key: "feature", value: "eu-sovereignty" }] }
    : { to: to + 1, slots: [{ key: "unread" }] };
}
const OFFERS = wordSet("cloud clouds provider providers company companies vendor vendors hyperscaler hyperscalers");

/** "Ask the Frankfurt office", "changed our mind about Frankfurt", "the Tokyo team": said of people. */
const isNoPlace = (text: Text, from: number, to: number) =>
  PEOPLE.has(wordAt(text, to)) || (wordAt(text, from - 1) === "about" && wordAt(text, from - 2) === "mind");
const PEOPLE = wordSet("office team colleagues guys meeting");

/** "keep data in Switzerland": a place that no provider here has prices in. */
const unknownPlace = rule({
  id: "place-unknown",
  examples: ["keep data in Ruritania", "hosted in Ruritania"],
  pattern: matcher(null, (text, at) =>
    wordAt(text, at - 1) === "in" && isUnknown(text, at) ? { to: at + 1, value: null } : null,
  ),
  gives: () => [
    {
      key: "question",
      asks: `"{}": no place of that name has prices here, so no data would be kept there. Which place is near enough?`,
    },
  ],
});
/** A word written as names are, which means nothing else here. German writes every noun so. */
const isUnknown = (text: Text, at: number) => {
  const token = text.tokens[at];
  if (token?.kind !== "word" || text.language === "de" || text.mentionOver[at] !== undefined || FILLER.has(token.word))
    return false;
  const written = text.typed.slice(token.start, token.end);
  return /^\p{Lu}\p{Ll}{3,}$/u.test(written) && !NO_PLACES.has(token.word);
};
const NO_PLACES = wordSet(
  "kubernetes docker java python golang rust node react django laravel rails monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december slack discord english german",
);

/** "Canadian soil", "mostly German users": where those are. */
const ofCountry = rule({
  id: "place-of-country",
  examples: ["must sit on Canadian soil", "French government project", "mostly german users"],
  weight: 5,
  pattern: sequence(table(NATIONALITIES), words(LOCAL_NOUNS)),
  gives: ([geography], { text, from }) =>
    negationBefore(text, from) >= 0 ? [{ key: "unread" }] : [{ key: "place", region: geography, geography }],
});

export const PLACE_RULES = [places, unknownPlace, ofCountry];
