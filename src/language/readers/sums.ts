import type { Claim } from "../../core/claim-remarks.ts";
import { roundToCent } from "../../core/units.ts";
import { CURRENCY_WORDS } from "../lexicon/currencies.ts";
import { phrasesFor } from "../text/phrases.ts";
import { inUsd, type Money, moneyAt, periodBefore, TIMES_A_MONTH } from "./money.ts";
import {
  endsClause,
  freePhraseAt,
  isFree,
  learn,
  negationBefore,
  quote,
  type Reading,
  take,
  wordAfter,
  wordAt,
  wordBefore,
} from "./reading.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const BUDGET = words(
  "budget spend afford max maximum under below limit cap ceiling most less within exceed than capped tops budgeted",
);
/** Words that make a sum with a currency a budget, but not a bare number: "we have $50", "for 50 €". */
const WISH = words("have got up for only < ≤ <= around about roughly target goal");
const QUOTED = words(
  "fee fees costs cost charges charge charged price priced bill bills invoice pay paying paid pays spending spent quoted worth",
);
const MODAL = words("should must may can could keep want willing would target able need");
const NOT_CLOUD_MONEY = words(
  "revenue mrr arr raised funding funded salary turnover valuation seed profit earn earns earning sell selling charge customers",
);
const OUTAGE = words("downtime outage outages down offline lose losing loses lost unavailable");
const LABOUR = words(
  "time labour labor rate wage engineer engineers engineering dev devs developer developers hourly people work salary ops",
);
const RATE = words("labour labor hourly");
/** What may follow a bare number that is money after all. */
const ENDS_SUM = words("and or for in on with so a per what is each month monthly total if to");

const FREE = phrasesFor({
  free: ["for free", "must be free", "has to be free", "should be free", "free of charge", "at no cost", "free please"],
});

/** Every sum of money and what it is: a budget, a labour rate, the cost of an outage, or a fee that somebody quotes. */
export function readSums(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const free = freePhraseAt(r, FREE, at);
    if (free !== null && negationBefore(r, at) < 0) learn(r, at, free.next, "budgetUsd", 0);
    const money = r.taken[at] === true ? null : moneyAt(r, at);
    if (money === null) readCurrency(r, at);
    if (money === null || !isFree(r, at, money.to)) continue;
    if (readHourly(r, money) || readQuoted(r, money) || readBill(r, money) || readBudget(r, money)) at = money.to - 1;
  }
}

/** "in euros", "prices in GBP": the currency to answer in. */
function readCurrency(r: Reading, at: number): void {
  if (wordAt(r, at) !== "in") return;
  const currency = freePhraseAt(r, CURRENCY_WORDS, at + 1);
  if (currency !== null) learn(r, at, currency.next, "currency", currency.meaning);
}

function readHourly(r: Reading, money: Money): boolean {
  const ofHour = money.period === "hour" || wordBefore(r, money.from, words("hour hourly"), 6) >= 0;
  const rate = wordBefore(r, money.from, RATE, 4);
  if (!ofHour && rate < 0) return false;
  if (money.period !== null && money.period !== "hour") return false;
  const isOutage = wordBefore(r, money.from, OUTAGE, 7) >= 0 || wordAfter(r, money.to, OUTAGE, 6) >= 0;
  const about = isOutage ? OUTAGE : LABOUR;
  const after = wordAfter(r, money.to, about, isOutage ? 6 : 3);
  const before = firstBefore(r, money.from, about, isOutage ? 7 : 5);
  if (before < 0 && after < 0) return false;
  const from = before >= 0 && isFree(r, before, money.from) ? before : money.from;
  const to = after >= 0 && isFree(r, money.to, after) ? after + 1 : money.to;
  learnSum(r, from, to, isOutage ? "outageCostUsdPerHour" : "labourRateUsd", money, 1);
  return true;
}

/** The furthest of `wanted` at most `most` tokens before `at` in the same clause; -1 for none. */
function firstBefore(r: Reading, at: number, wanted: ReadonlySet<string>, most: number): number {
  let first = -1;
  for (let i = at - 1; i >= 0 && i >= at - most && !endsClause(r, i); i -= 1) if (wanted.has(wordAt(r, i))) first = i;
  return first;
}

/** "We spend $4,200 a month on X", "$73 a month for X": what something costs today, unless it is a wish. */
function readBill(r: Reading, money: Money): boolean {
  const spending = wordBefore(r, money.from, words("spend"), 3);
  const on = wordAt(r, money.to) === "on" && r.mentionAt[money.to + 1] !== undefined;
  if (spending > 0 && on && ["we", "i", "currently", "now", "already"].includes(wordAt(r, spending - 1))) {
    return claim(r, money, spending - 1, money.to, "bill");
  }
  const mention = wordAt(r, money.to) === "for" ? r.mentionAt[money.to + 1] : undefined;
  if (mention === undefined || mention.named.platforms.length === 0 || money.period === null) return false;
  return wordBefore(r, money.from, BUDGET, 5) < 0 && claim(r, money, money.from, mention.to, "price");
}

/** A fee, a bill or a credit that is told, not wished for; it becomes a claim. Sums that are no cloud's are left as typed. */
function readQuoted(r: Reading, money: Money): boolean {
  const isMoney = money.currency !== null || money.period !== null;
  if (isMoney && wordBefore(r, money.from, NOT_CLOUD_MONEY, 4) >= 0) return true;
  const credit = Math.max(wordAfter(r, money.to, words("credit credits"), 4), creditBefore(r, money.from));
  if (isMoney && credit >= 0) {
    return claim(r, money, Math.min(money.from, credit), Math.max(money.to, credit + 1), "credit");
  }
  const quoted = wordBefore(r, money.from, QUOTED, 8);
  const budget = Math.max(wordBefore(r, money.from, BUDGET, 8), wordBefore(r, money.from, words("budget"), 10));
  if (
    loweredTo(r, money.from) >= 0 ||
    !isMoney ||
    quoted < 0 ||
    budget > quoted ||
    wordBefore(r, quoted, MODAL, 4) >= 0
  )
    return false;
  if (wordAfter(r, money.to, words("budget max tops"), 2) >= 0) return false;
  const each =
    ["per", "a", "for", "each"].includes(wordAt(r, money.to)) &&
    r.tokens[money.to + 1]?.kind === "word" &&
    !endsClause(r, money.to + 1);
  return claim(r, money, claimStart(r, quoted), each ? money.to + 2 : money.to, claimKind(r, money.from));
}

/** "credits ($5000)", "credits of $5000". */
function creditBefore(r: Reading, at: number): number {
  for (let i = at - 1; i >= at - 3; i -= 1) if (/^credits?$/.test(wordAt(r, i))) return i;
  return -1;
}

/** A claim begins at most so many words before its fee or bill. */
const LONGEST_CLAIM = 20;

/** The clause's first word, or the one after an "and" inside it. */
function claimStart(r: Reading, at: number): number {
  let from = at;
  while (
    from > at - LONGEST_CLAIM &&
    from > 0 &&
    !endsClause(r, from - 1) &&
    !["and", "which", "because", "that"].includes(wordAt(r, from - 1))
  )
    from -= 1;
  while (from < at && r.taken[from] === true) from += 1;
  return from;
}

function claimKind(r: Reading, at: number): Claim["kind"] {
  if (wordBefore(r, at, words("plane fee fees management"), 8) >= 0) return "control-plane";
  if (wordBefore(r, at, words("our my"), 10) >= 0) return "bill"; // "our cluster on X costs …"
  if (wordAt(r, at - 1) === "us" || wordAt(r, at - 1) === "me") return "bill";
  return wordBefore(r, at, words("bill bills invoice pay paying paid spending spent"), 8) >= 0 ? "bill" : "price";
}

function claim(r: Reading, money: Money, from: number, to: number, kind: Claim["kind"]): boolean {
  const amountUsd = inUsd(r, money.amount, money.currency);
  if (amountUsd === null) return false;
  const inside = r.mentionAt.slice(from, to).filter((mention) => mention !== undefined);
  const platforms = [...new Set(inside.flatMap((mention) => mention.named.platforms))];
  const period = money.period === "hour" || money.period === "year" || money.period === "month" ? money.period : null;
  r.claims.push({ text: quote(r, from, to), kind, amountUsd, period, platforms });
  take(r, from, to);
  // Whoever pays a bill uses what it is for, and whoever has a credit; a fee is often another's.
  if (kind === "bill" || kind === "credit")
    for (const mention of inside) for (let at = mention.from; at < mention.to; at += 1) r.taken[at] = false;
  return true;
}

function readBudget(r: Reading, said: Money): boolean {
  if (said.period === "hour") return false;
  const cueBefore = Math.max(wordBefore(r, said.from, BUDGET, 5), loweredTo(r, said.from));
  const timed = said.period === null && cueBefore >= 0 ? periodBefore(r, said.from) : null;
  const money = timed === null ? said : { ...said, period: timed.period };
  const after = wordAfter(r, money.to, words("budget max maximum tops limit cap"), 2);
  const cueAfter = ["=", ":"].includes(wordAt(r, after + 1)) ? -1 : after;
  const bare = said.currency === null && said.period === null;
  const sure = isBudgetOf(r, cueBefore, money.from) || endsSum(r, money.to, cueAfter);
  if (bare && ((cueBefore < 0 && cueAfter < 0) || !sure)) return false;
  if (isPerPart(r, money.to)) return false;
  const wish = wordBefore(r, money.from, WISH, 2);
  const cue = cueBefore >= 0 ? cueBefore : wish >= 0 ? wish : money.from;
  const than = wordAt(r, cue) === "than" && ["less", "more"].includes(wordAt(r, cue - 1)) ? cue - 1 : cue;
  const from = Math.min(than, timed?.from ?? than);
  const to = cueAfter >= 0 ? cueAfter + 1 : money.to;
  if (!isFree(r, from, to)) return learnSum(r, money.from, money.to, "budgetUsd", money, monthly(money));
  return learnSum(r, from, to, "budgetUsd", money, monthly(money));
}

/** "Budget 300", "budget: 300", "budget is about 300": the number right after it is money, whatever follows. */
function isBudgetOf(r: Reading, cue: number, at: number): boolean {
  if (wordAt(r, cue) !== "budget") return false;
  for (let i = cue + 1; i < at; i += 1) if (!OF.has(wordAt(r, i))) return false;
  return true;
}
const OF = words("of is : = ~ about around roughly");

/** "Get it down to 2k", "cut our bill to $500": where the verb stands; -1 for none. */
function loweredTo(r: Reading, at: number): number {
  if (wordAt(r, at - 1) !== "to") return -1;
  let from = at - 2;
  while (from >= 0 && from > at - 6 && BILL.has(wordAt(r, from))) from -= 1;
  return LOWERING.has(wordAt(r, from)) ? from : -1;
}
const BILL = words("it this that the our bill bills cost costs spend spending us");
const LOWERING = words("get down cut reduce bring lower shrink");

const monthly = (money: Money) => (money.period === null || money.period === "hour" ? 1 : TIMES_A_MONTH[money.period]);

function endsSum(r: Reading, at: number, cueAfter: number): boolean {
  return cueAfter >= 0 || endsClause(r, at) || ENDS_SUM.has(wordAt(r, at)) || r.mentionAt[at] !== undefined;
}

/** "$50 per node": no budget for the whole. */
function isPerPart(r: Reading, at: number): boolean {
  return (
    ["per", "each", "/", "a"].includes(wordAt(r, at)) &&
    ["cluster", "node", "user", "service", "pod", "customer", "machine"].includes(wordAt(r, at + 1))
  );
}

function learnSum(r: Reading, from: number, to: number, key: string, money: Money, times: number): boolean {
  const usd = inUsd(r, money.amount * times, money.currency);
  const text = quote(r, from, to);
  take(r, from, to);
  if (usd === null) {
    r.questions.push(`No exchange rate is known for ${money.currency}: what is "${text}" in US dollars?`);
    return true;
  }
  const value = roundToCent(usd);
  learn(r, from, to, key, value);
  if (money.lowest !== null) r.notes.push(`"${text}" is read as at most ${money.amount}.`);
  if (times !== 1) r.notes.push(`"${text}" is ${value} USD a month.`);
  if (money.currency !== null && money.currency !== "USD") {
    r.facts.push({ from, to, key: "currency", value: money.currency, strength: "implied" });
    r.notes.push(
      `"${text}" is ${value} USD, at ${Number((usd / money.amount / times).toPrecision(5))} USD for 1 ${money.currency}.`,
    );
  }
  return true;
}
