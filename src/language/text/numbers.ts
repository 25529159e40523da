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
const GROUPS = numbersOf({ couple: 2, dozen: 12, hundred: 100, thousand: 1000, grand: 1000 });

/** Multipliers after a figure; only "k" may stick to it. */
const SCALES = numbersOf({
  k: 1000,
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  million: 1e6,
  mio: 1e6,
});

const SPELLED: ReadonlySet<string> = new Set(["a", ...UNITS.keys(), ...TENS.keys(), ...GROUPS.keys()]);

/** The number that starts at token `at`: "40", "1.2k", "two", "twenty five", "a dozen", "3 thousand"; null for none. */
export function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const figure = figureAt(tokens, at) ?? spelledAt(tokens, at);
  if (figure === null) return null;
  const scale = lookUp(SCALES, tokens[figure.next]?.word);
  if (scale !== null) return { value: figure.value * scale, next: afterPlus(tokens, figure.next + 1) };
  if (figure.next > at + 1 || tokens[at]?.kind === "number") return figure;
  return tokens[figure.next]?.word === "of" && isGroup(tokens, at) ? { ...figure, next: figure.next + 1 } : figure;
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
  if (word === "a") {
    const group = lookUp(GROUPS, tokens[at + 1]?.word);
    if (group === null) return null;
    return { value: group, next: at + (tokens[at + 2]?.word === "of" ? 3 : 2) };
  }
  if (VAGUE.has(tokens[at - 1]?.word ?? "") && GROUPS.has(word)) return null;
  const value = lookUp(UNITS, word) ?? lookUp(GROUPS, word);
  return value === null ? null : { value, next: at + 1 };
}

/** "A few hundred" is no hundred. */
const VAGUE = new Set(["few", "several", "many", "some"]);

const isGroup = (tokens: readonly Token[], at: number) => lookUp(GROUPS, tokens[at]?.word) !== null;

const lookUp = (table: ReadonlyMap<string, number>, word: string | undefined): number | null =>
  word === undefined ? null : (table.get(word) ?? null);
