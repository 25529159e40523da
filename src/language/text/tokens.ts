/** A word, a number or a single sign of a text. Hyphens between letters and apostrophes are gone from `word`. */
export interface Token {
  kind: "word" | "number" | "mark";
  /** What comparisons use: lower case, without accents or apostrophes; "×" and "*" between things counted are "x". */
  word: string;
  /** The number as written, thousands and decimals resolved; NaN where the token is none. */
  value: number;
  /** Where it stands in the text, in UTF-16 units; `end` is the first unit after it. */
  start: number;
  end: number;
  /** Nothing before it: "8gb" is a number and a glued word. */
  glued: boolean;
}

/** Endings that belong to the name before the dot: "node.js" counts no nodes. */
const DOTTED_ENDINGS = new Set(["js", "net", "io", "com", "dev", "org", "ai"]);
/** Names of Kubernetes that hyphens join to ordinary words: "k8s-cluster". */
const SHORT_NAMES = ["k8s-", "k3s-"];

/**
 * The tokens of `text` in order, in one pass. A name with digits stays whole ("t3.medium", "eu-central-1"); a number is cut
 * from the letters after it ("3x", "8gb"); words joined by hyphens come apart ("multi-zone").
 */
export function tokenize(typed: string): Token[] {
  const text = halfWidth(typed);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isAddress(text, at)) at = pushAddress(tokens, text, at);
    else if (isDigit(text, at)) at = pushNumber(tokens, text, at);
    else if (isLetter(text, at)) at = pushWord(tokens, text, at);
    else at = pushMark(tokens, text, at);
  }
  return tokens;
}

/** Signs of East Asian typesetting as their Latin likes, character by character: "４人、" is "4人,". */
const halfWidth = (text: string): string =>
  text.replaceAll(
    /[\uff01-\uff5e\uffe5\u3001\u3002\u30fb\u301c]/g,
    (char) => HALF.get(char) ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
const HALF: ReadonlyMap<string, string> = new Map([
  ["￥", "¥"],
  ["、", ","],
  ["。", "."],
  ["・", ","],
  ["〜", "-"],
  ["～", "-"],
]);

function push(
  tokens: Token[],
  kind: Token["kind"],
  word: string,
  start: number,
  end: number,
  value = Number.NaN,
): void {
  tokens.push({ kind, word, value, start, end, glued: tokens[tokens.length - 1]?.end === start });
}

/** A web address says nothing in its parts: it is one word. */
const isAddress = (text: string, at: number) =>
  text.charAt(at) === "h" && (text.startsWith("https://", at) || text.startsWith("http://", at));

function pushAddress(tokens: Token[], text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charAt(end).trim() !== "" && !"<>|".includes(text.charAt(end))) end += 1;
  push(tokens, "word", text.slice(start, end), start, end);
  return end;
}

function pushMark(tokens: Token[], text: string, at: number): number {
  const char = text.charAt(at);
  const pair = text.codePointAt(at) ?? 0;
  const end = at + (pair > 0xffff ? 2 : 1);
  if (char === "×" || (char === "*" && multiplies(text, at))) push(tokens, "word", "x", at, end);
  else if (char.trim() !== "" && !joins(text, at))
    push(tokens, "mark", char === "’" ? "'" : text.slice(at, end), at, end);
  return end;
}

/** "3*2", "3 * t3.medium": a star beside a digit, or one that stands free. */
function multiplies(text: string, at: number): boolean {
  return isDigit(text, at - 1) || (text.charAt(at - 1) === " " && text.charAt(at + 1) === " ");
}

/** A hyphen inside "3-node" or "multi-zone"; one between two numbers is a range and stays: "50-80", "10k-20k". */
function joins(text: string, at: number): boolean {
  if (text.charAt(at) !== "-" || !isWordPart(text, at - 1) || !isWordPart(text, at + 1)) return false;
  return !(isDigit(text, at + 1) && endsNumber(text, at));
}

/** No unit that sticks to a number is longer: "vcpus". */
const LONGEST_UNIT = 5;

/** Whether a number, with or without a unit stuck to it, ends before `at`. */
function endsNumber(text: string, at: number): boolean {
  let last = at - 1;
  while (last > at - 1 - LONGEST_UNIT && isLetter(text, last)) last -= 1;
  return isDigit(text, last);
}

function pushNumber(tokens: Token[], text: string, start: number): number {
  let end = start;
  while (isDigit(text, end) || (isSeparator(text, end) && isDigit(text, end + 1))) end += 1;
  if (end - start <= DIGITS_A_GROUP && !isLetter(text, start - 1)) end = groupedEnd(text, start, end);
  const raw = text.slice(start, end).replace(/\s/g, "");
  push(tokens, "number", raw, start, end, numberOf(raw));
  return end;
}

const DIGITS_A_GROUP = 3;

/** Where "1 200 000" ends: groups of three digits, each after a space. An ordinary space groups only where no count can be meant. */
function groupedEnd(text: string, start: number, first: number): number {
  let end = first;
  while (NARROW.has(text.charAt(end)) || text.charAt(end) === " ") {
    const next = end + 1 + DIGITS_A_GROUP;
    const digits = text.slice(end + 1, next);
    if (!/^\d{3}$/.test(digits) || isDigit(text, next)) return end;
    if (text.charAt(end) === " " && digits !== "000" && !isSum(text, start, next)) return end;
    end = next;
  }
  return isSeparator(text, end) && isDigit(text, end + 1) && end > first ? decimalsEnd(text, end + 1) : end;
}
/** Spaces that only typesetting puts between digits: no-break, narrow no-break and thin. */
const NARROW = new Set(["\u00a0", "\u202f", "\u2009"]);

function decimalsEnd(text: string, from: number): number {
  let end = from;
  while (isDigit(text, end)) end += 1;
  return end;
}

/** Whether a currency stands right before `start` or after `end`. */
function isSum(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start).trim();
  return /[$€£]$/.test(before) || /^ ?(?:[$€£]|(?:eur|euros?|usd|dollars?|gbp|chf)\b)/i.test(text.slice(end, end + 9));
}

function isSeparator(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === "." || char === "," || char === "'" || char === "’";
}

/**
 * "1,200" and "1.200,50" by their last sign and the digits after it; NaN for what is no one number, such as "1.2.3". Nobody
 * writes three zeros behind a decimal point: "1.000" is a thousand.
 */
function numberOf(raw: string): number {
  const digits = raw.replace(/['’]/g, "");
  const dot = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (dot >= 0 && comma >= 0) {
    const [decimal, thousand] = dot > comma ? [".", ","] : [",", "."];
    return Number(digits.replaceAll(thousand, "").replace(decimal, "."));
  }
  const sign = comma >= 0 ? "," : ".";
  const groups = digits.split(sign);
  const grouped = groups.length > 1 && groups.slice(1).every((group) => group.length === 3) && groups[0] !== "0";
  const thousands = sign === "," || groups.length > 2 || groups[1] === "000";
  if (grouped && thousands && (groups[0] ?? "").length <= DIGITS_A_GROUP) return Number(groups.join(""));
  return Number(digits.replace(",", "."));
}

function pushWord(tokens: Token[], text: string, start: number): number {
  if (isTimes(tokens, text, start)) {
    push(tokens, "word", "x", start, start + 1);
    return start + 1;
  }
  // What sticks to a number is its unit, and "1.5k-2k" a range.
  const last = tokens[tokens.length - 1];
  const end = last?.kind === "number" && last.end === start ? plainWordEnd(text, start) : hyphenatedEnd(text, start);
  const whole = text.slice(start, end);
  const name = fold(whole);
  if (whole.includes("-") && hasDigit(whole) && !SHORT_NAMES.some((short) => name.startsWith(short))) {
    push(tokens, "word", name, start, end);
    return end;
  }
  const plainEnd = plainWordEnd(text, start);
  push(tokens, "word", fold(text.slice(start, plainEnd)), start, plainEnd);
  return plainEnd;
}

/** The x of "x3" and of "2x4gb", which is no part of a name; "x86" is a name. */
function isTimes(tokens: Token[], text: string, start: number): boolean {
  if (text.charAt(start).toLowerCase() !== "x" || !isDigit(text, start + 1)) return false;
  if (text.startsWith("86", start + 1) && !isDigit(text, start - 1) && !isDigit(text, start + 3)) return false;
  const last = tokens[tokens.length - 1];
  if (last?.kind === "number" && last.end === start) return true;
  let end = start + 1;
  while (isDigit(text, end)) end += 1;
  return !isWordPart(text, end) && text.charAt(end) !== ".";
}

function hyphenatedEnd(text: string, start: number): number {
  let end = plainWordEnd(text, start);
  while (text.charAt(end) === "-" && isWordPart(text, end + 1)) end = plainWordEnd(text, end + 1);
  return end;
}

function plainWordEnd(text: string, start: number): number {
  let end = start;
  let digits = false;
  const spaced = !isUnspaced(text, start);
  while (end < text.length) {
    if (isUnspaced(text, end) === spaced || (!spaced && isDigit(text, end))) break;
    if (isWordPart(text, end)) {
      digits ||= isDigit(text, end);
    } else if (!isInnerSign(text, start, end, digits)) break;
    end += 1;
  }
  while (text.charAt(end - 1) === "_") end -= 1; // "_AWS_" is emphasis
  return end;
}

function isInnerSign(text: string, start: number, at: number, digits: boolean): boolean {
  const char = text.charAt(at);
  if (char === "'" || char === "’")
    return at > start && isLetter(text, at + 1) && !ELIDED.has(text.slice(start, at).toLowerCase());
  if (char !== "." || !isWordPart(text, at + 1)) return false;
  return digits || DOTTED_ENDINGS.has(lettersFrom(text, at + 1));
}

/** What French shortens before a vowel: "l'Allemagne" is two words. */
const ELIDED = new Set("l d n j c s m t qu jusqu lorsqu puisqu".split(" "));

function lettersFrom(text: string, start: number): string {
  let end = start;
  while (end < start + 4 && isLetter(text, end)) end += 1;
  return text.slice(start, end).toLowerCase();
}

/** `word` in lower case, without apostrophes and accents: "São" is "sao", "don’t" is "dont". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  let plain = "";
  for (const char of isAscii(lower) ? lower : lower.normalize("NFD")) {
    const code = char.charCodeAt(0);
    const accent = code >= 0x300 && code <= 0x36f;
    if (!accent && char !== "'" && char !== "’") plain += char;
  }
  return plain.normalize("NFC"); // Japanese and Korean are letters with their marks
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isDigit(text, at)) return true;
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(text.charAt(at));
}

/** Chinese characters and kana: words of them stand beside others with nothing in between. */
const isUnspaced = (text: string, at: number): boolean =>
  text.charCodeAt(at) > 0x2e7f && UNSPACED.test(text.charAt(at));
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]$/u;

const isWordPart = (text: string, at: number) => isLetter(text, at) || isDigit(text, at) || text.charAt(at) === "_";

/** Letters and their accents; a variation selector, as emoji carry, is neither. */
const LETTER = /^(?![\uFE00-\uFE0F\u20E3])[\p{L}\p{M}]$/u;
