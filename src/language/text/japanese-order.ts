import type { Token } from "./tokens.ts";

/** Tokens of Japanese, word by word in English, in the order that English has: numbers before what they count, rates after sums. */
export const inEnglishOrder = (tokens: readonly Token[]): Token[] => countsFirst(ratesLast(withMyriads(tokens)));

/** Whether a token is a word as it was typed, in Latin letters. */
export const isPlain = (token: Token | undefined): boolean =>
  token?.kind === "word" && token.end - token.start === token.word.length && /^[a-z]/.test(token.word);

const MYRIADS: ReadonlyMap<string, number> = new Map([
  ["千", 1e3],
  ["万", 1e4],
  ["億", 1e8],
]);

/** "5万" and "1万5千" as one number. */
function withMyriads(tokens: readonly Token[]): Token[] {
  const read: Token[] = [];
  for (const token of tokens) {
    const last = read.at(-1);
    const times = MYRIADS.get(token.word);
    if (times === undefined || last?.kind !== "number" || Number.isNaN(last.value)) {
      read.push(token);
      continue;
    }
    read.pop();
    const more = read.at(-1);
    const isSum = more?.kind === "number" && more.end === last.start;
    if (isSum) read.pop();
    const value = last.value * times + (isSum ? more.value : 0);
    read.push({ ...last, value, word: String(value), start: isSum ? more.start : last.start, end: token.end });
  }
  return read;
}

/** Rates, and what each is that a number counts. */
const RATES: ReadonlyMap<string, string> = new Map([
  ["monthly", "months"],
  ["yearly", "year"],
  ["daily", "days"],
]);
const UNITS = new Set("gb tb mb gib tib yen dollars euros hour minutes".split(" "));

const A_DAY = new Set(["day", "months"]);

/** "月5TB", monthly 5 TB, as "5 TB monthly", and so "1日10GB"; a year that is counted is no rate: "1年間". */
function ratesLast(tokens: readonly Token[]): Token[] {
  const read = [...tokens];
  for (let at = 0; at < read.length; at += 1) {
    const [first, second, third, fourth] = read.slice(at, at + 4);
    if (first === undefined || second === undefined) break;
    if (first.kind === "number" && RATES.has(second.word))
      read[at + 1] = { ...second, word: RATES.get(second.word) ?? second.word };
    if (RATES.has(first.word) && isAmount(second, third)) {
      const amount = read.slice(at + 1, fourth?.word === "downtime" ? at + 4 : at + 3);
      read.splice(at, amount.length + 1, ...amount, first);
    }
    if (first.value === 1 && second.word === "hour" && !isAmount(third, fourth))
      read[at] = { ...first, kind: "word", word: "an", value: Number.NaN };
    if (first.value === 1 && A_DAY.has(second.word) && isAmount(third, fourth))
      read.splice(at, 4, third as Token, fourth as Token, {
        ...second,
        start: first.start,
        word: second.word === "day" ? "daily" : "monthly",
      });
  }
  return read;
}
const isAmount = (number: Token | undefined, unit: Token | undefined) =>
  number?.kind === "number" && UNITS.has(unit?.word ?? "");

const COUNTED = new Set(
  "services microservices apps websites containers pods replicas nodes servers machines instances clusters loadbalancers gateways engineers developers operators people users customers students gpu gpus".split(
    " ",
  ),
);
const PEOPLE = new Set(["engineers", "developers", "operators", "people", "users", "customers", "students"]);
/** What counts people, machines and things, and what it says where nothing that it counts is named. */
export const COUNTERS: ReadonlyMap<string, string | null> = new Map([
  ["人", "people"],
  ["台", "servers"],
  ["つ", null],
]);
/** Whether a token is a number, in figures or words. */
export const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === "number" || SPELT.has(token.word));
const SPELT = new Set("one two three four five six seven eight nine ten".split(" "));

/** "サービス3つ", services three, as "3 services"; a counter beside a noun says nothing more. */
function countsFirst(tokens: readonly Token[]): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!isNumber(token)) {
      read.push(token);
      at += 1;
      continue;
    }
    const end = tokens[at + 1]?.word === "-" && isNumber(tokens[at + 2]) ? at + 3 : at + 1; // "5〜10個"
    const counter = counterAt(tokens, end);
    const next = counter === null ? end : end + 1;
    count(read, tokens.slice(at, end), counter, tokens[next]);
    at = next;
  }
  return read;
}

const counterAt = (tokens: readonly Token[], at: number): Token | null => {
  const token = tokens[at];
  return token !== undefined && (COUNTERS.has(token.word) || token.word === TIMES || token.word === YEARS_OF)
    ? token
    : null;
};
const TIMES = "倍";
const YEARS_OF = "年歴";

/** Puts a number, or two with a dash, where English has it: before the noun it counts, or after the name of a machine. */
function count(read: Token[], numbers: readonly Token[], counter: Token | null, next: Token | undefined): void {
  const counted = counter === null ? numbers : numbers.map((each) => ({ ...each, end: counter.end }));
  if (counter?.word === TIMES) {
    read.splice(Math.max(0, read.length - 1), 0, ...counted, { ...counter, word: "times" });
    return;
  }
  if (counter?.word === YEARS_OF) {
    read.push({ ...counter, word: "for" }, ...counted, { ...counter, word: "years" });
    return;
  }
  const noun = nounBefore(read);
  const isOfNoun = noun >= 0 && read[noun - 1]?.kind !== "number" && fits(read[noun]?.word ?? "", counter);
  if (isOfNoun && (counter !== null || endsClause(next))) read.splice(sizeStart(read, noun), 0, ...counted);
  else if (counter !== null && isMachine(read.at(-1))) read.push({ ...counter, word: "x" }, ...counted);
  else read.push(...counted, ...saidBy(counter, read, numbers, next));
}

/** What a counter says where no noun that it counts stands beside it. */
function saidBy(
  counter: Token | null,
  read: readonly Token[],
  numbers: readonly Token[],
  next: Token | undefined,
): Token[] {
  if (counter === null || COUNTED.has(next?.word ?? "")) return [];
  const says = COUNTERS.get(counter.word);
  return says ? [{ ...counter, word: says === "people" && isCrowd(read, numbers) ? "users" : says }] : [];
}

/** So many people run nothing themselves, nor do those who are counted by day or month: "月間10万人". */
const A_CROWD = 100;
const isCrowd = (read: readonly Token[], numbers: readonly Token[]) =>
  numbers.some(({ value }) => value >= A_CROWD) ||
  RATES.has(read.at(-1)?.word ?? "") ||
  read.at(-1)?.word === "concurrent";

const endsClause = (next: Token | undefined) =>
  next === undefined || (next.kind === "mark" && next.word !== "%" && next.word !== "/");
/** Only people are counted as people. */
const fits = (noun: string, counter: Token | null) =>
  counter === null || counter.word === "つ" || (counter.word === "人") === PEOPLE.has(noun);
/** "t3.medium". */
const isMachine = (token: Token | undefined) => isPlain(token) && /\d/.test(token?.word ?? "");

const BETWEEN = new Set(["currently", "each", "also"]);
/** The noun that a count just read is of; -1 for none. */
function nounBefore(read: readonly Token[]): number {
  let at = read.length - 1;
  while (at >= 0 && BETWEEN.has(read[at]?.word ?? "")) at -= 1;
  return COUNTED.has(read[at]?.word ?? "") ? at : -1;
}

const SIZES = new Set("vcpu vcpus cpu cores core gb gib mb memory ram ,".split(" "));
/** Where what is counted begins: with its size, "4vCPU、16GBのノードが3台", or with what is stuck to it, "NATゲートウェイ2個". */
function sizeStart(read: readonly Token[], noun: number): number {
  let at = noun;
  while (isPlain(read[at - 1]) && read[at - 1]?.end === read[at]?.start) at -= 1;
  const isSize = (index: number) => SIZES.has(read[index]?.word ?? "");
  while (at > 0 && (isSize(at - 1) || (read[at - 1]?.kind === "number" && isSize(at)))) at -= 1;
  while (read[at]?.word === ",") at += 1;
  return at;
}
