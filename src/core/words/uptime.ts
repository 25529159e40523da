import { amountAt } from "./numbers.ts";
import { isFree, learn, quote, type Reading, take, wordAfter, wordAt, wordBefore } from "./reading.ts";

const ABOUT_UPTIME = new Set([
  "uptime",
  "available",
  "availability",
  "sla",
  "slo",
  "up",
  "reliable",
  "reliability",
  "online",
  "time",
]);
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
    if (wordAt(r, amount.next) === "nines" || wordAt(r, amount.next) === "9s")
      readNines(r, at, amount.value, amount.next + 1);
    else if (r.tokens[at]?.kind === "number") readPercent(r, at, amount.value, amount.next);
  }
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
  const said = wordBefore(r, from, ABOUT_UPTIME, 5) >= 0 || wordAfter(r, to, ABOUT_UPTIME, 4) >= 0;
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
  learn(r, from, uptimeEnd(r, to), "uptimePercent", value);
}

/** Takes the words that only say what the figure is: "uptime", "of the time", "SLA". */
function uptimeEnd(r: Reading, to: number): number {
  if (wordAt(r, to) === "of" && wordAt(r, to + 2) === "time") return to + 3;
  return ["uptime", "availability", "available", "sla", "slo"].includes(wordAt(r, to)) ? to + 1 : to;
}
