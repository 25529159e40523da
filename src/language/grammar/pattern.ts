import type { Named } from "../lexicon/vocabulary.ts";
import type { Mention } from "../text/mention.ts";
import { amountAt } from "../text/numbers.ts";
import { type PhraseTable, phraseAt, phrasesFor, phraseTable } from "../text/phrases.ts";
import { type Text, wordAt } from "../text/text.ts";

/** One way a pattern fits: up to token `to` (not included), meaning `value`. */
export interface Match<T> {
  to: number;
  value: T;
}

/** What people may say, and what it means: a piece of grammar. It is tried at a token and gives every way it fits. */
export interface Pattern<T> {
  /** What it may begin with: words, `NUMBER` or `NAME`; null for anything. A rule is tried nowhere else. */
  starts: ReadonlySet<string> | null;
  match(text: Text, at: number): readonly Match<T>[];
}

/** Any number, in figures or words. */
export const NUMBER = "#";
/** Any name of the vocabulary. */
export const NAME = "@";

/** What the token at `at` is, for `Pattern.starts`. */
export function startsAt(text: Text, at: number): string[] {
  const starts = [wordAt(text, at)];
  if (amountAt(text.tokens, at) !== null) starts.push(NUMBER);
  if (text.mentionAt[at] !== undefined) starts.push(NAME);
  return starts;
}

const NONE: readonly never[] = [];

/** A pattern by hand: `find` gives its one way to fit, or null. */
export function matcher<T>(
  starts: readonly string[] | null,
  find: (text: Text, at: number) => Match<T> | null,
): Pattern<T> {
  const first = starts === null ? null : new Set(starts);
  const mayStart = (word: string) => first === null || first.has(word) || first.has(NUMBER) || first.has(NAME);
  return {
    starts: first,
    match(text, at) {
      const found = mayStart(wordAt(text, at)) ? find(text, at) : null;
      return found === null ? NONE : [found];
    },
  };
}

/** Any of `phrases`, which "|" parts: "at most|no more than". It means nothing but itself. */
export const words = (phrases: string): Pattern<string> =>
  table(phraseTable(phrases.split("|").map((phrase) => [phrase, phrase] as const)));

/** Any of the phrases, each with its meaning; where one is the beginning of another both are tried. */
export const meaning = <T extends string>(lists: Readonly<Partial<Record<T, readonly string[]>>>): Pattern<T> =>
  table(phrasesFor(lists));

/** Any phrase of a table, the longest that fits. */
export const table = <T>(phrases: PhraseTable<T>): Pattern<T> =>
  matcher([...phrases.keys()], (text, at) => {
    const found = phraseAt(phrases, text.tokens, at);
    return found === null ? null : { to: found.next, value: found.meaning };
  });

/** Any number. */
export const number: Pattern<number> = matcher([NUMBER], (text, at) => {
  const amount = amountAt(text.tokens, at);
  return amount === null ? null : { to: amount.next, value: amount.value };
});

/** A whole number of at least one: how many of something there are. */
export const count: Pattern<number> = where(number, (value) => Number.isInteger(value) && value >= 1);

/** A name that passes `test`. */
export const name = (test: (named: Named) => boolean): Pattern<Mention> =>
  matcher([NAME], (text, at) => {
    const mention = text.mentionAt[at];
    return mention !== undefined && test(mention.named) ? { to: mention.to, value: mention } : null;
  });

type Values<P extends readonly Pattern<unknown>[]> = {
  -readonly [K in keyof P]: P[K] extends Pattern<infer T> ? T : never;
};

/** One after the other; it means all their meanings, in order. */
export function sequence<const P extends readonly Pattern<unknown>[]>(...parts: P): Pattern<Values<P>> {
  return {
    starts: startsOf(parts),
    match(text, at) {
      let matches: Match<unknown[]>[] = [{ to: at, value: [] }];
      for (const part of parts) {
        const longer: Match<unknown[]>[] = [];
        for (const so of matches)
          for (const { to, value } of part.match(text, so.to)) longer.push({ to, value: [...so.value, value] });
        if (longer.length === 0) return NONE;
        matches = longer;
      }
      return matches as Match<Values<P>>[];
    },
  };
}

/** What a sequence may begin with: its parts up to the first that has to be there. */
function startsOf(parts: readonly Pattern<unknown>[]): ReadonlySet<string> | null {
  const starts = new Set<string>();
  for (const part of parts) {
    if (part.starts === null) return null;
    for (const start of part.starts) starts.add(start);
    if (!starts.has(NOTHING)) return starts;
    starts.delete(NOTHING);
  }
  return null;
}

/** In `starts`: the pattern may be left out. */
const NOTHING = "";
const maybeNothing = (starts: ReadonlySet<string> | null) => (starts === null ? null : new Set([...starts, NOTHING]));

/** There or not; it means null where it is not. Both are tried. */
export const optional = <T>(part: Pattern<T>): Pattern<T | null> => ({
  starts: maybeNothing(part.starts),
  match(text, at) {
    const matches = part.match(text, at);
    const without = { to: at, value: null };
    return matches.length === 0 ? [without] : [...matches, without];
  },
});

/** Up to `most` times in a row, also not at all; every number of times is tried, the most first. */
export const many = <T>(part: Pattern<T>, most: number): Pattern<T[]> => ({
  starts: maybeNothing(part.starts),
  match(text, at) {
    const none: Match<T[]> = { to: at, value: [] };
    let last: Match<T[]>[] = [none];
    const all: Match<T[]>[] = [none];
    for (let times = 0; times < most && last.length > 0; times += 1) {
      const longer: Match<T[]>[] = [];
      for (const so of last)
        for (const { to, value } of part.match(text, so.to))
          if (to > so.to) longer.push({ to, value: [...so.value, value] });
      all.unshift(...longer);
      last = longer;
    }
    return all;
  },
});

/** Any of `parts`; every one that fits is tried. */
export function either<T>(...parts: readonly Pattern<T>[]): Pattern<T> {
  const starts = parts.some((part) => part.starts === null)
    ? null
    : new Set(parts.flatMap((part) => [...(part.starts ?? [])]));
  return {
    starts,
    match(text, at) {
      const matches: Match<T>[] = [];
      for (const part of parts) for (const match of part.match(text, at)) matches.push(match);
      return matches;
    },
  };
}

/** `part` where its meaning passes `test`. */
export function where<T>(
  part: Pattern<T>,
  test: (value: T, text: Text, from: number, to: number) => boolean,
): Pattern<T> {
  return {
    starts: part.starts,
    match: (text, at) => part.match(text, at).filter(({ to, value }) => test(value, text, at, to)),
  };
}

/** `part` with another meaning. */
export const as = <T, U>(part: Pattern<T>, mean: (value: T) => U): Pattern<U> => ({
  starts: part.starts,
  match: (text, at) => part.match(text, at).map(({ to, value }) => ({ to, value: mean(value) })),
});
