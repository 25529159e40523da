import { isFree, learn, quote, type Reading, take, wordAt } from "./reading.ts";
import { exclusionOf } from "./standing.ts";

const BEFORE = new Set(["in", "near", "at", "around", "region", "from", "within", "to", "for"]);
const AFTER = new Set(["region", "zone", "based", "only"]);

/** Where it should run: cities, countries, geographies and providers' own region ids. */
export function readRegions(r: Reading): void {
  for (const { from, to, named } of r.mentions) {
    if (named.geography === null || named.instanceType !== null || !isFree(r, from, to)) continue;
    const excluded = exclusionOf(r, from, to);
    if (excluded !== null) {
      if (isFree(r, excluded.from, excluded.to)) askForAnother(r, excluded.from, excluded.to);
      continue;
    }
    const preposition = from > 0 && r.taken[from - 1] !== true && BEFORE.has(wordAt(r, from - 1));
    const end = AFTER.has(wordAt(r, to)) && r.taken[to] !== true ? to + 1 : to;
    learn(r, preposition ? from - 1 : from, end, "region", {
      region: named.region ?? named.geography,
      geography: named.geography,
    });
  }
}

/** "Not in the US" names no place. */
function askForAnother(r: Reading, from: number, to: number): void {
  take(r, from, to);
  r.questions.push(`"${quote(r, from, to)}": where should it run instead?`);
}
