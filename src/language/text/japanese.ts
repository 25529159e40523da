import type { Lexicon } from "../lexicon/lexicon.ts";
import { COUNTERS, inEnglishOrder, isNumber, isPlain } from "./japanese-order.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Where the words go that stand for a phrase: where it stood, before the name it follows, or to the start of its clause or sentence. */
type Move = "stay" | "before" | "clause" | "sentence";

interface Entry {
  form: string;
  english: readonly Token[];
  move: Move;
  /** Words that stay where a phrase stood whose others move: "から" is "from X to". */
  stays: readonly Token[];
}

/** A lexicon of a language without spaces: its phrases by their first character, the longest first. */
export type Characters = ReadonlyMap<string, readonly Entry[]>;

const MOVES: ReadonlyMap<string, Move> = new Map([
  ["<", "before"],
  ["~", "clause"],
  ["^", "sentence"],
]);

export function charactersOf({ wordings }: Lexicon): Characters {
  const byFirst = new Map<string, Entry[]>();
  for (const wording of wordings)
    for (const [english, forms] of Object.entries(wording)) {
      const move = MOVES.get(english.charAt(0)) ?? "stay";
      const [words = "", rest = ""] = (move === "stay" ? english : english.slice(1)).split(" + ");
      const [moved, stays] = [tokenize(words), tokenize(rest)];
      for (const form of forms.split("|"))
        byFirst.set(form.charAt(0), [...(byFirst.get(form.charAt(0)) ?? []), { form, english: moved, move, stays }]);
    }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.form.length - a.form.length);
  return byFirst;
}

/** The tokens in English, in its order: words cut out of what has no spaces, numbers with their myriads, counts before nouns. */
export function fromJapanese(tokens: readonly Token[], characters: Characters): Token[] {
  const read: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "word" && JAPANESE.test(token.word)) cut(read, token, characters);
    else read.push(...apart(token, tokens[at + 1]));
  }
  return inEnglishOrder(read);
}

/** "GPU2枚" and "SRE1人": a name and its count, where a counter follows. "A100を" is a name. */
function apart(token: Token, next: Token | undefined): Token[] {
  const letters = /^[a-z]+/.exec(token.word)?.[0] ?? "";
  const figures = token.word.slice(letters.length);
  if (letters === "" || !/^\d{1,3}$/.test(figures) || !COUNTING.test(next?.word ?? "") || next?.glued !== true)
    return [token];
  const cut = token.start + letters.length;
  return [
    { ...token, word: letters, end: cut },
    { ...token, kind: "number", word: figures, value: Number(figures), start: cut, glued: true },
  ];
}
const COUNTING = /^[人名台個つ枚本件基]/;

const JAPANESE = /^[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff]/;
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/;
/** Whether a run of characters is Japanese: kana are in it, which Chinese has not, or the lexicon has it whole. */
export const isJapanese = (word: string, characters: Characters): boolean =>
  KANA.test(word) || (JAPANESE.test(word) && isCovered(word, characters));

function isCovered(word: string, characters: Characters): boolean {
  let at = 0;
  while (at < word.length) {
    const entry = entryAt(word, at, characters);
    if (entry === undefined) return false;
    at += entry.form.length;
  }
  return true;
}

const entryAt = (word: string, at: number, characters: Characters): Entry | undefined =>
  characters.get(word.charAt(at))?.find(({ form }) => word.startsWith(form, at));

const GRAMMAR_ONLY = /^[\u3041-\u3096\u30fc]+$/;

/** The words of a run of characters, by the longest phrases; what no phrase covers stays a word, unless it is grammar alone. */
function cut(read: Token[], token: Token, characters: Characters): void {
  const { word } = token;
  let unknown = 0;
  const flush = (to: number) => {
    const rest = word.slice(unknown, to);
    if (rest !== "" && !GRAMMAR_ONLY.test(rest)) read.push(part(token, rest, unknown, to));
  };
  for (let at = 0; at < word.length; ) {
    const entry = entryAt(word, at, characters);
    if (entry === undefined || isPart(entry, unknown < at, read)) {
      at += 1;
      continue;
    }
    flush(at);
    const next = at + entry.form.length;
    const place = (words: readonly Token[]) =>
      words.map((each) => ({ ...each, ...span(token, at, next), glued: false }));
    read.splice(placeFor(read, entry.move), 0, ...place(entry.english));
    read.push(...place(entry.stays));
    at = next;
    unknown = next;
  }
  flush(word.length);
}

/** "人" of "新人" counts nobody: one character behind an unknown one is part of its word, and a counter follows a number. */
const isPart = ({ form, english }: Entry, isBehindUnknown: boolean, read: readonly Token[]) =>
  (form.length === 1 && isBehindUnknown && !GRAMMAR_ONLY.test(form)) ||
  (COUNTERS.has(english[0]?.word ?? "") && !isNumber(read.at(-1)));

const part = (token: Token, word: string, from: number, to: number): Token => ({
  ...token,
  ...span(token, from, to),
  word,
  glued: from > 0 || token.glued,
});
const span = ({ start }: Token, from: number, to: number) => ({ start: start + from, end: start + to });

/** The index at which the words for a phrase just read go. */
function placeFor(read: readonly Token[], move: Move): number {
  let at = read.length;
  const ends = move === "clause" ? CLAUSE_ENDS : move === "sentence" ? SENTENCE_ENDS : null;
  if (ends !== null) while (at > 0 && !ends.has(read[at - 1]?.word ?? "")) at -= 1;
  if (move !== "before" || at === 0) return at;
  if (read[at - 1]?.kind !== "mark") at -= 1;
  if (COUNTERS.has(read[at]?.word ?? "") && isNumber(read[at - 1])) at -= 1;
  while (at > 0 && read[at - 1]?.start === read[at]?.start) at -= 1; // one phrase of several words
  // A name of several words goes as one: "GKE Autopilot".
  while (at > 0 && isPlain(read[at]) && isPlain(read[at - 1])) at -= 1;
  return at;
}
const SENTENCE_ENDS = new Set([".", "!", "?"]);
const CLAUSE_ENDS = new Set([...SENTENCE_ENDS, ",", "("]);
