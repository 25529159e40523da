import { phrasesFor } from "../text/phrases.ts";
import { freePhraseAt, learn, type Reading, wordAt } from "./reading.ts";

const UNSET = phrasesFor({
  budgetUsd: [
    "no budget",
    "unlimited budget",
    "budget is no issue",
    "budget isnt an issue",
    "budget is not an issue",
    "no limit on the budget",
    "no budget limit",
    "without a budget",
    "without budget",
    "without the budget",
    "forget the budget",
    "ignore the budget",
    "drop the budget",
    "remove the budget",
    "unlimited budget",
    "money is no object",
    "budget does not matter",
    "budget doesnt matter",
  ],
  uptimePercent: [
    "no uptime target",
    "without uptime target",
    "without the uptime target",
    "without an uptime target",
    "forget the uptime",
    "ignore the uptime",
    "no sla",
    "without sla",
    "without an sla",
    "uptime does not matter",
    "uptime doesnt matter",
    "downtime is fine",
    "downtime is ok",
    "downtime is okay",
    "dont care about uptime",
    "do not care about uptime",
    "drop the uptime target",
    "remove the uptime target",
    "drop the uptime",
    "can be down on weekends",
    "can be down at night",
    "can go down",
    "best effort",
  ],
  running: ["nothing is running yet", "nothing runs yet", "we run nothing yet"],
});

/** What does not count, or no longer: "forget the budget", "without the 99.95 % target". */
export function readUnset(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const found = freePhraseAt(r, UNSET, at);
    if (found !== null) learn(r, at, found.next, found.meaning, null);
    else if (wordAt(r, at) === "without") readWithoutTarget(r, at);
  }
}

function readWithoutTarget(r: Reading, at: number): void {
  let next = wordAt(r, at + 1) === "the" ? at + 2 : at + 1;
  if (r.tokens[next]?.kind !== "number") return;
  next += 1;
  if (["%", "percent"].includes(wordAt(r, next))) next += 1;
  if (["target", "uptime", "sla", "availability"].includes(wordAt(r, next)))
    learn(r, at, next + 1, "uptimePercent", null);
}
