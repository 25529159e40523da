import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { freePhraseAt, isFree, learn, negationBefore, quote, type Reading, take, wordAt } from "./reading.ts";

const COMMITTED = phrasesFor({
  committed: [
    "committed",
    "commitment",
    "commitments",
    "commit",
    "committed use",
    "committed use discount",
    "committed use discounts",
    "cud",
    "cuds",
    "reserved",
    "reserved instances",
    "reserved instance",
    "reservation",
    "reservations",
    "savings plan",
    "savings plans",
    "reserve",
    "ri",
    "ris",
    "upfront",
    "up front",
    "contract",
    "term",
  ],
});
const ON_DEMAND = phrasesFor({ none: ["pay as you go", "on demand", "payg", "month to month", "no strings attached"] });
const YEARS = new Set(["year", "years", "yr", "yrs", "y"]);
const LINKS = new Set(["of", "for", "to", "a", "an", "with", "on", "in"]);

/** A term bought in advance: "3 years committed", "1 year reserved", "one-year savings plan", "no commitment". */
export function readCommitments(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    readYearsFirst(r, at) || readWordFirst(r, at) || readOnDemand(r, at);
  }
}

function yearsAt(r: Reading, at: number): { term: "1y" | "3y" | null; next: number } | null {
  const amount = amountAt(r.tokens, at) ?? (wordAt(r, at) === "a" ? { value: 1, next: at + 1 } : null);
  if (amount === null || !YEARS.has(wordAt(r, amount.next))) return null;
  return { term: amount.value === 1 ? "1y" : amount.value === 3 ? "3y" : null, next: amount.next + 1 };
}

function readYearsFirst(r: Reading, at: number): boolean {
  const years = yearsAt(r, at);
  if (years === null) return false;
  const next = LINKS.has(wordAt(r, years.next)) ? years.next + 1 : years.next;
  const word = freePhraseAt(r, COMMITTED, next);
  if (word === null || !isFree(r, at, word.next)) return false;
  return settleTerm(r, at, word.next, years.term);
}

function readWordFirst(r: Reading, at: number): boolean {
  const word = freePhraseAt(r, COMMITTED, at);
  if (word === null) return false;
  let next = word.next;
  while (next < word.next + 3 && LINKS.has(wordAt(r, next)) && yearsAt(r, next) === null) next += 1;
  const years = yearsAt(r, next);
  if (years !== null) return settleTerm(r, at, years.next, years.term);
  const no = negationBefore(r, at);
  if (no < 0 && OFFERS.has(quote(r, at, word.next).toLowerCase())) return settleTerm(r, at, word.next, null);
  if (no < 0 || wordAt(r, at) === "term") return false;
  learn(r, no, word.next, "commitment", "none");
  return true;
}
/** What nobody names without wanting one. */
const OFFERS = new Set(
  ["savings plan", "reserved instance", "committed use discount"].flatMap((offer) => [offer, `${offer}s`]),
);

function settleTerm(r: Reading, from: number, to: number, term: "1y" | "3y" | null): boolean {
  if (term === null) {
    take(r, from, to);
    r.questions.push(`Commitments are priced for one year or three, as for "${quote(r, from, to)}": which of the two?`);
  } else if (negationBefore(r, from) >= 0) learn(r, negationBefore(r, from), to, "commitment", "none");
  else learn(r, from, to, "commitment", term);
  return true;
}

function readOnDemand(r: Reading, at: number): boolean {
  const phrase = freePhraseAt(r, ON_DEMAND, at);
  if (phrase === null || negationBefore(r, at) >= 0) return false;
  learn(r, at, phrase.next, "commitment", "none");
  return true;
}
