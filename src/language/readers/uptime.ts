import { type Amount, amountAt } from "../text/numbers.ts";
import { isFree, learn, negationBefore, quote, type Reading, take, wordAfter, wordAt, wordBefore } from "./reading.ts";
import { periodAt } from "./traffic.ts";

/** Words that make a number the availability asked for, with no sign of a percentage behind it. */
const UPTIME = new Set(["uptime", "availability", "sla", "slo"]);
/** Words that do so for a percentage. */
const ABOUT_UPTIME = new Set([...UPTIME, "available", "up", "reliable", "reliability", "online", "time"]);
const PERCENT = new Set(["%", "percent", "pct", "per-cent"]);
/** Below this a share is more likely of something else, unless the text says that it is uptime. */
const LEAST_BARE_UPTIME = 99;
/** More nines than this no cloud promises; the schema takes them all the same. */
const MOST_NINES = 7;

/** The availability asked for: "99.9%", "99,95", "three nines", "99% of the time". */
export function readUptime(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    const amount = amountAt(r.tokens, at);
    if (amount === null || !isFree(r, at, amount.next)) continue;
    const nines = ninesAt(r, amount);
    if (nines !== null) readNines(r, at, nines.value, nines.next);
    else if (readDowntime(r, at, amount)) continue;
    else if (r.tokens[at]?.kind === "number") readPercent(r, at, amount.value, amount.next);
  }
}

/** "three nines", "four 9s", "three and a half nines": how many, and the index after them. */
function ninesAt(r: Reading, { value, next }: Amount): Amount | null {
  const half = ["and", "a", "half"].every((word, i) => wordAt(r, next + i) === word);
  const at = half ? next + 3 : next;
  const nines = half ? value + 0.5 : value;
  if (wordAt(r, at) === "nines") return { value: nines, next: at + 1 };
  return wordAt(r, at) === "9" && wordAt(r, at + 1) === "s" ? { value: nines, next: at + 2 } : null;
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ["minute", 1],
  ["minutes", 1],
  ["min", 1],
  ["mins", 1],
  ["hour", 60],
  ["hours", 60],
  ["h", 60],
]);
const MINUTES_A_MONTH = (365 / 12) * 24 * 60;
const DOWN = new Set(["downtime", "outage", "outages", "down"]);

/** "5 minutes of downtime a month": the availability that allows no more. */
function readDowntime(r: Reading, at: number, { value, next }: Amount): boolean {
  const unit = MINUTES.get(wordAt(r, next));
  const down = wordAt(r, next + 1) === "of" ? next + 2 : next + 1;
  const period = unit === undefined || !DOWN.has(wordAt(r, down)) ? null : periodAt(r, down + 1);
  if (unit === undefined || period === null || !isFree(r, at, period.next)) return false;
  const minutes = value * unit * period.months;
  const percent = Number((100 - (minutes / MINUTES_A_MONTH) * 100).toFixed(3));
  if (percent < 50 || percent >= 100) return false;
  const from = ["max", "maximum", "most"].includes(wordAt(r, at - 1)) ? at - 1 : at;
  learn(r, from, period.next, "uptimePercent", percent);
  r.notes.push(`"${quote(r, from, period.next)}" is ${percent} % availability.`);
  return true;
}

/** Three nines are 99.9, three and a half 99.95. */
function readNines(r: Reading, from: number, nines: number, to: number): void {
  const whole = Math.floor(nines);
  const half = nines - whole === 0.5;
  if (nines < 1 || nines > MOST_NINES || (nines !== whole && !half)) return;
  const downtime = 100 / 10 ** whole / (half ? 2 : 1);
  learn(r, from, uptimeEnd(r, to), "uptimePercent", Number((100 - downtime).toFixed(whole + 1)));
}

function readPercent(r: Reading, from: number, value: number, next: number): void {
  const percent = PERCENT.has(wordAt(r, next));
  const to = percent ? next + 1 : next;
  const about = percent ? ABOUT_UPTIME : UPTIME;
  const said = wordBefore(r, from, about, 5) >= 0 || wordAfter(r, to, about, 4) >= 0;
  const likely = value >= LEAST_BARE_UPTIME && (percent || value !== Math.floor(value));
  if (value > 100 || !(said ? percent || value >= 90 : likely)) return;
  if (value < 50 || (!percent && value < 90)) return;
  if (value === 100) {
    take(r, from, uptimeEnd(r, to));
    r.questions.push(
      `No provider promises 100 %, as in "${quote(r, from, to)}": which downtime would you accept, such as 99.9 %?`,
    );
    return;
  }
  const no = negationBefore(r, from);
  const unneeded = no >= 0 && wordBefore(r, from, MORE_OR_LESS, from - no) < 0;
  learn(r, unneeded ? no : from, uptimeEnd(r, to), "uptimePercent", unneeded ? null : value);
}
/** "Not less than 99.9" asks for it; "we don't need 99.9" does not. */
const MORE_OR_LESS = new Set(["less", "below", "under", "lower", "worse", "than", "more"]);

/** Takes the words that only say what the figure is: "uptime", "of the time", "SLA". */
function uptimeEnd(r: Reading, to: number): number {
  if (wordAt(r, to) === "of" && wordAt(r, to + 2) === "time") return to + 3;
  return ["uptime", "availability", "available", "sla", "slo"].includes(wordAt(r, to)) ? to + 1 : to;
}
