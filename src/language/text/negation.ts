import { endsClause, type Text, wordAt, wordSet } from "./text.ts";

/** How many tokens back a "no" or "without" is looked for. */
const REACH = 4;
const NEGATIONS = wordSet(
  "no not without never dont doesnt isnt arent wont cant cannot mustnt shouldnt neither nor nothing minus w/o skip drop remove scrap strike delete eliminate axe bin nix kick forget ignore cancel zero havent hasnt didnt non avoid",
);
/** After "not": nothing is denied. */
const UNDECIDED = wordSet("only sure certain clear decided");
const RESTARTS = wordSet("with and but want add plus");
const OPEN = wordSet("if whether which");

/** Where the negation of what stands at `at` begins, within its clause: "no GPU", "don't need any GPU"; -1 for none. */
export function negationBefore(text: Text, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - REACH && !endsClause(text, i); i -= 1) {
    const word = wordAt(text, i);
    if (word === "not" && (UNDECIDED.has(wordAt(text, i + 1)) || wordAt(text, i - 1) === "why")) return -1;
    if (word === "dont" && OPEN.has(wordAt(text, i + 2))) return -1; // "don't know whether"
    if (NEGATIONS.has(word)) return i;
    if (RESTARTS.has(word) && !NEGATIONS.has(wordAt(text, i - 1))) return -1; // "don't want" starts nothing new
  }
  return -1;
}

/** "… is not needed", "… not required": the index after it, or null. */
export function unneededAfter(text: Text, at: number): number | null {
  if (wordAt(text, at) === "no" && (endsClause(text, at + 1) || wordAt(text, at + 1) === "thanks")) return at + 1;
  const not = ["is", "are"].includes(wordAt(text, at)) ? at + 1 : at;
  const isNegated = NOT.has(wordAt(text, not)) && UNNEEDED.has(wordAt(text, not + 1));
  return isNegated ? not + 2 : null;
}
const NOT = wordSet("not isnt arent");
const UNNEEDED = wordSet("needed required necessary important wanted");
