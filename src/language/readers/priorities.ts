import type { Priority } from "../../core/requirement.ts";
import { phrasesFor } from "../text/phrases.ts";
import { freePhraseAt, learn, negationBefore, type Reading, take, wordAt } from "./reading.ts";

const PRIORITY_WORDS = phrasesFor<Priority>({
  cost: [
    "cheapest",
    "cheap",
    "cheaper",
    "cheaply",
    "low cost",
    "lowest cost",
    "lowest price",
    "inexpensive",
    "affordable",
    "save money",
    "saving money",
    "cost matters most",
    "cost is everything",
    "cost sensitive",
    "cost conscious",
    "cost effective",
    "price sensitive",
    "tight budget",
    "budget is tight",
    "money is tight",
    "small budget",
    "low budget",
    "shoestring budget",
    "on a budget",
    "as cheap as possible",
    "minimal cost",
    "minimise cost",
    "minimize cost",
    "reduce cost",
    "reduce costs",
    "cut costs",
    "cut our costs",
    "lower our bill",
    "reduce our bill",
    "cost savings",
    "cost above all",
    "cost first",
    "cost is king",
    "cost optimised",
    "cost optimized",
  ],
  control: [
    "full control",
    "more control",
    "total control",
    "maximum control",
    "complete control",
    "control matters",
    "root access",
    "own the stack",
    "own the control plane",
    "no vendor lock in",
    "no lock in",
    "avoid vendor lock in",
    "avoid lock in",
    "vendor lock in",
    "lock in",
    "customizability",
    "flexibility",
    "control over everything",
    "control over the cluster",
    "deep customization",
    "portability",
    "cloud agnostic",
  ],
  operations: [
    "least hassle",
    "less hassle",
    "no hassle",
    "hassle free",
    "without hassle",
    "hands off",
    "low maintenance",
    "least maintenance",
    "little maintenance",
    "zero maintenance",
    "no maintenance",
    "no ops",
    "noops",
    "no ops team",
    "no ops people",
    "no devops",
    "no dedicated ops",
    "no dedicated devops",
    "no sre",
    "dont have any devops",
    "dont have devops",
    "no devops team",
    "without devops",
    "no platform team",
    "easiest",
    "simplest",
    "easy to run",
    "easy to manage",
    "easy to operate",
    "easy to use",
    "easy to set up",
    "simple to run",
    "simple to operate",
    "simple to manage",
    "keep it simple",
    "low effort",
    "least effort",
    "little effort",
    "minimal effort",
    "low ops",
    "minimal ops",
    "fully managed",
    "dont want to manage",
    "dont want to babysit",
    "dont want to maintain",
    "without babysitting",
    "just works",
    "worry free",
    "peace of mind",
    "ease of use",
    "simplicity",
    "operational simplicity",
    "fewest surprises",
    "low overhead",
  ],
});

const CORNERS: ReadonlyMap<string, Priority> = new Map([
  ["cost", "cost"],
  ["price", "cost"],
  ["control", "control"],
  ["operations", "operations"],
  ["ops", "operations"],
  ["simplicity", "operations"],
]);
const JOINS = new Set(["+", "and", "&", ",", "/", "then", "over", ">"]);
const LABELS = new Set(["priority", "priorities"]);

/** "cost + control", "priorities: operations, cost", "priority is cost": the corners by their own names. */
function readCorners(r: Reading, at: number): void {
  const label = LABELS.has(wordAt(r, at));
  let next = at;
  if (label) for (next = at + 1; [":", "is", "are", "="].includes(wordAt(r, next)); ) next += 1;
  const corners: { corner: Priority; at: number }[] = [];
  for (;;) {
    const corner = CORNERS.get(wordAt(r, next));
    if (corner === undefined || r.taken[next] === true || (corner === "control" && wordAt(r, next + 1) === "plane"))
      break;
    corners.push({ corner, at: next });
    next += 1;
    if (!JOINS.has(wordAt(r, next))) break;
    next += 1;
  }
  if (corners.length < (label ? 1 : 2)) return;
  for (const { corner, at: place } of corners) learn(r, place, place + 1, "priorities", corner);
}

/** Whether a platform or cloud is named before, with only a verb between. */
function isCompared(r: Reading, at: number): boolean {
  let before = at - 1;
  while (LINKING.has(wordAt(r, before))) before -= 1;
  const named = r.mentionOver[before]?.named;
  return named !== undefined && named.geography === null;
}
const LINKING = new Set("is be become becomes any much really even not actually get".split(" "));

/** Corners of the cost–control–operations triangle in the order named: "cheapest", "least hassle", "full control". */
export function readPriorities(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    readCorners(r, at);
    const found = freePhraseAt(r, PRIORITY_WORDS, at);
    if (found === null) continue;
    // "Is X cheaper?" compares; it weighs nothing.
    if (wordAt(r, at) === "cheaper" && isCompared(r, at)) {
      take(r, at, found.next);
      continue;
    }
    // A phrase that is a "no" itself is not negated by one before it.
    if (negationBefore(r, at) >= 0) continue;
    learn(r, at, found.next, "priorities", found.meaning);
    at = found.next - 1;
  }
}
