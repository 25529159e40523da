import type { Token } from "./tokens.ts";

/** A number in words or figures, and the index after it. */
export interface Amount {
  value: number;
  next: number;
}

const numbersOf = (words: Readonly<Record<string, number>>) => new Map(Object.entries(words));

const UNITS = numbersOf({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
});
const TENS = numbersOf({
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
const GROUPS = numbersOf({
  couple: 2,
  pair: 2,
  trio: 3,
  quartet: 4,
  dozen: 12,
  hundred: 100,
  thousand: 1000,
  grand: 1000,
});

/** Multipliers after a figure; only "k" may stick to it. */
const SCALES = numbersOf({
  dozen: 12,
  k: 1000,
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  mil: 1e6,
  million: 1e6,
  mio: 1e6,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  crore: 1e7,
  crores: 1e7,
});

const SPELLED: ReadonlySet<string> = new Set(["a", "half", ...UNITS.keys(), ...TENS.keys(), ...GROUPS.keys()]);

/** The number that starts at token `at`: "40", "1.2k", "two", "twenty five", "half a dozen", "two hundred and fifty"; null for none. */
export function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const amount = scaledAt(tokens, at);
  return amount === null ? null : { ...amount, next: afterVague(tokens, amount.next) };
}

function scaledAt(tokens: readonly Token[], at: number): Amount | null {
  const figure = figureAt(tokens, at) ?? spelledAt(tokens, at);
  if (figure === null) return null;
  const scale = lookUp(SCALES, tokens[figure.next]?.word);
  if (scale !== null) {
    const scaled = { value: figure.value * scale, next: afterPlus(tokens, figure.next + 1) };
    return scale === 100 || scale === 1000 ? withRest(tokens, scaled, scale) : scaled;
  }
  if (figure.next > at + 1 || tokens[at]?.kind === "number") return figure;
  return isGroup(tokens, at) ? { ...figure, next: afterOf(tokens, figure.next) } : figure;
}

/** "two hundred and fifty": what is spelled behind a hundred or a thousand adds to it. */
function withRest(tokens: readonly Token[], scaled: Amount, scale: number): Amount {
  const at = tokens[scaled.next]?.word === "and" ? scaled.next + 1 : scaled.next;
  const word = tokens[at]?.word ?? "";
  const small = UNITS.has(word) || TENS.has(word) ? spelledAt(tokens, at) : null;
  if (small === null) return scaled;
  const isHundreds = tokens[small.next]?.word === "hundred" && scale === 1000;
  const rest = isHundreds ? { value: small.value * 100, next: small.next + 1 } : small;
  return rest.value < LEAST_REST || rest.value >= scale
    ? scaled
    : { value: scaled.value + rest.value, next: rest.next };
}
/** "A hundred and two services" are rarely 102. */
const LEAST_REST = 10;

/** "twenty odd services", "8 nos. of services": words that only say it is a number. */
function afterVague(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.word;
  if (word === "odd" || word === "ish") return at + 1;
  if (word !== "nos") return at;
  const dot = tokens[at + 1]?.word === "." ? at + 2 : at + 1;
  return tokens[dot]?.word === "of" ? dot + 1 : dot;
}

function figureAt(tokens: readonly Token[], at: number): Amount | null {
  const value = tokens[at]?.value ?? Number.NaN;
  return Number.isNaN(value) ? null : { value, next: afterPlus(tokens, at + 1) };
}

/** "40+ services": the plus after a number that counts things. */
function afterPlus(tokens: readonly Token[], at: number): number {
  const plus = tokens[at];
  return plus?.word === "+" && plus.glued && tokens[at + 1]?.kind === "word" && !tokens[at + 1]?.glued ? at + 1 : at;
}

function spelledAt(tokens: readonly Token[], at: number): Amount | null {
  const word = tokens[at]?.word;
  if (word === undefined || !SPELLED.has(word)) return null;
  const ten = lookUp(TENS, word);
  if (ten !== null) {
    const unit = lookUp(UNITS, tokens[at + 1]?.word) ?? 0;
    return unit > 0 && unit < 10 ? { value: ten + unit, next: at + 2 } : { value: ten, next: at + 1 };
  }
  if (word === "half") return halfAt(tokens, at);
  if (word === "a") {
    const group = groupOf(tokens[at + 1]?.word);
    if (group === null) return null;
    return { value: group, next: afterOf(tokens, at + 2) };
  }
  if (VAGUE.has(tokens[at - 1]?.word ?? "") && GROUPS.has(word)) return null;
  const value = lookUp(UNITS, word) ?? lookUp(GROUPS, word);
  return value === null ? null : { value, next: at + 1 };
}

/** "a couple of services", but "half a dozen of us". */
const afterOf = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.word === "of" && !["us", "them", "you"].includes(tokens[at + 1]?.word ?? "") ? at + 1 : at;

/** "half a dozen", "half a million", "half a terabyte", "half a core"; "half the budget" is no number. */
function halfAt(tokens: readonly Token[], at: number): Amount | null {
  const isA = tokens[at + 1]?.word === "a";
  const of = isA ? at + 2 : at + 1;
  const group = groupOf(tokens[of]?.word);
  if (group !== null) return { value: group / 2, next: afterOf(tokens, of + 1) };
  return isA && HALVED.has(tokens[of]?.word ?? "") ? { value: 0.5, next: of } : null;
}
const HALVED = new Set("core cpu vcpu gb gig gigabyte gib mb tb terabyte tib meg megabyte fte".split(" "));

/** "A few hundred" is no hundred. */
const VAGUE = new Set(["few", "several", "many", "some"]);

/** What "a dozen" or "a million" counts; "a k" counts nothing. */
const groupOf = (word: string | undefined): number | null =>
  lookUp(GROUPS, word) ?? (word === "k" ? null : lookUp(SCALES, word));

const isGroup = (tokens: readonly Token[], at: number) => lookUp(GROUPS, tokens[at]?.word) !== null;

const lookUp = (table: ReadonlyMap<string, number>, word: string | undefined): number | null =>
  word === undefined ? null : (table.get(word) ?? null);
