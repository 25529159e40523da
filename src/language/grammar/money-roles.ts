import { FILLER } from "../lexicon/filler.ts";
import { MONEY_CUES, type MoneyRole } from "../lexicon/money-cues.ts";
import { amountAt } from "../text/numbers.ts";
import { endsClause, type Text, wordAt, wordBefore, wordSet, wordsIn } from "../text/text.ts";
import { cuesAround, cuesOf, type FoundCue } from "./cues.ts";
import { isMoney } from "./money-slots.ts";
import type { Period } from "./periods.ts";
import type { Place } from "./rule.ts";
import { type Sum, sum } from "./sums.ts";

const CUES = cuesOf(MONEY_CUES);
/** A claim, and the clause whose subject pays, begin at most so many words before. */
export const LONGEST_CLAIM = 20;
/** What may stand between a label and its number: "budget is about 300". */
export const LINKS = wordSet("of is : = ~ about around roughly was be at up to between and from");

/** Whether another sum stands at `at`: its cues are its own. */
export function isSum(text: Text, at: number): boolean {
  const money = sum.match(text, at)[0];
  return money !== undefined && isMoney(money.value) && amountAt(text.tokens, at) !== null;
}

/** The roles that the cues around a sum give it, the likeliest first. */
export function rolesOf(place: Place, said: Sum): FoundCue<MoneyRole>[] {
  const { text, from, to } = place;
  const hourly = said.period === "hour" || said.period === "minute";
  // "credits ($5000)": the bracket ends the clause, but not what the sum is of.
  const start = wordAt(text, from - 1) === "(" ? from - 1 : from;
  const found = cuesAround(text, start, to, CUES, (at) => isSum(text, at)).map((cue) =>
    cue.role === "today" && !isPaidByUs(text, cue.from, cue.to) ? { ...cue, role: "price" as const } : cue,
  );
  return found.filter(({ role, worth, from: cue, to: end }) => {
    if (!isMoney(said) && COUNTED_TIME.has(wordAt(text, to))) return false; // "one hour of downtime"
    const isNear = cue >= to || !isLabelledApart(place, said, end);
    if (role === "labour") return hourly || (said.period === null && /rate|labou?r|hour/.test(wordsIn(text, cue, end)));
    if (role === "outage") return hourly || said.period === "day" || outageUnit(text, from, to) !== null;
    if (hourly && (role === "budget" || role === "today")) return false;
    return isMoney(said) || (worth >= SURE && isNear && cue <= to); // a word further behind says nothing of a bare number
  });
}

/** "invoice: compute 2,140": a bare number with a noun of its own before it is no sum of the cue further off. */
function isLabelledApart({ text, from }: Place, said: Sum, cueEnd: number): boolean {
  if (isMoney(said) || from <= cueEnd) return false;
  const word = wordAt(text, from - 1);
  return (
    text.tokens[from - 1]?.kind === "word" && !LINKS.has(word) && !FILLER.has(word) && wordAt(text, cueEnd) === ":"
  );
}

/** What takes or costs money is ours where we, our hosting or a cloud is what it is said of: "EKS costs 73" is a price. */
function isPaidByUs(text: Text, cue: number, end: number): boolean {
  const verb = wordsIn(text, cue, end);
  if (!TAKES.has(verb)) return true;
  const subject = clauseStartOf(text, cue);
  if (COSTS.has(verb)) return wordBefore(text, cue, OWN, cue - subject) >= 0;
  if (subject === cue) return !IMPERATIVES.has(verb); // "take the second one"
  if (isNamedBefore(text, cue)) return true;
  return wordBefore(text, cue, HOSTING, cue - subject) >= 0;
}
const COSTS = new Set(["costs", "cost", "is at"]);
const TAKES = new Set([
  ...COSTS,
  ..."takes|take|taking|eats|eating|burns|swallows|swallowing|gobbles|gobbling|guzzles|devours|devouring|debits|debited|debiting|deducts|deducted|withdraws|collects|collected|said|says|shows|read|reads|costs us|cost us|costs me|cost me|costing us|runs us|running us|sets us back|setting us back|sets me back|set us back|reached|hit|topped|passed|exceeded|throw|throwing|chucking|pour|pouring|sinking".split(
    "|",
  ),
]);
const IMPERATIVES = wordSet("take throw pour sink hit read show eat throwing pouring");
const OWN = wordSet("our my we us me i");
const HOSTING = wordSet(
  "it this that they which everything all we i our hosting bill bills invoice invoices statement infra infrastructure cluster clusters server servers cloud setup stack machines boxes vms nodes platform provider hoster spend droplets dynos kubernetes k8s compute account estate environment lot whole",
);
const clauseStartOf = (text: Text, at: number) => {
  let start = at;
  while (start > 0 && at - start < LONGEST_CLAIM && !endsClause(text, start - 1)) start -= 1;
  return start;
};
/** Whether a cloud or platform stands right before the verb: "AWS is eating 6000". */
function isNamedBefore(text: Text, at: number): boolean {
  for (let i = at - 1; i >= at - 3; i -= 1) {
    const named = text.mentionOver[i]?.named;
    if (named !== undefined) return named.cloud !== null || named.platforms.length > 0;
  }
  return false;
}

const COUNTED_TIME = wordSet(
  "hour hours minute minutes min day days week weeks second seconds month months year years % x times",
);
/** A cue worth less than this makes no money of a bare number. */
const SURE = 6.5;

/** "An hour of downtime costs 2,000", "each minute offline costs us $100": the stretch of outage that a sum is for; null for none. */
export function outageUnit(text: Text, from: number, to: number): Period | null {
  for (let at = Math.max(0, from - 12); at < to + 6; at += 1) {
    const word = wordAt(text, at);
    if (word === "hour" || word === "hourly") return "hour";
    if (word === "minute") return "minute";
  }
  return null;
}
