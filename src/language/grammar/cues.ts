import { type PhraseTable, phraseAt, phraseTable } from "../text/phrases.ts";
import { endsClause, type Text } from "../text/text.ts";

/** Words that say what role something plays which stands near them. */
export interface Cue<R extends string> {
  role: R;
  /** Phrases, which "|" parts. */
  words: string;
  /** Where the cue stands, seen from what plays the role. */
  side: "before" | "after";
  /** How strongly it says so. */
  weight: number;
  /** How many tokens may stand between; left out, as many as the clause has. */
  reach?: number;
}

/** Cues ready to be looked for. */
export interface Cues<R extends string> {
  before: PhraseTable<readonly Cue<R>[]>;
  after: PhraseTable<readonly Cue<R>[]>;
}

export function cuesOf<R extends string>(cues: readonly Cue<R>[]): Cues<R> {
  const on = (side: Cue<R>["side"]) => {
    const byPhrase = new Map<string, Cue<R>[]>();
    for (const cue of cues)
      if (cue.side === side)
        for (const phrase of cue.words.split("|")) byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), cue]);
    return phraseTable([...byPhrase]);
  };
  return { before: on("before"), after: on("after") };
}

/** A cue that was found, and what it is worth here: the nearer, the more. */
export interface FoundCue<R extends string> {
  role: R;
  worth: number;
  from: number;
  to: number;
}

/** So many tokens are looked at on either side, whatever the clause has. */
const FARTHEST = 12;
/** What each token in between takes from a cue's worth. */
const A_TOKEN = 0.4;

/**
 * The cues around tokens `from` up to `to` in their clause, the most telling first. `stops` tells where to stop looking:
 * at another thing that may play a role, whose own cues stand nearer to it.
 */
export function cuesAround<R extends string>(
  text: Text,
  from: number,
  to: number,
  cues: Cues<R>,
  stops: (at: number) => boolean,
): FoundCue<R>[] {
  const found: FoundCue<R>[] = [];
  const add = (all: readonly Cue<R>[], start: number, end: number, between: number) => {
    for (const { role, weight, reach = FARTHEST } of all)
      if (between <= reach) found.push({ role, worth: weight - between * A_TOKEN, from: start, to: end });
  };
  for (let at = from - 1; at >= 0 && from - at <= FARTHEST && !endsClause(text, at) && !stops(at); at -= 1) {
    const phrase = phraseAt(cues.before, text.tokens, at);
    if (phrase !== null && phrase.next <= from) add(phrase.meaning, at, phrase.next, from - phrase.next);
  }
  for (let at = to; at < to + FARTHEST && !endsClause(text, at) && !stops(at); at += 1) {
    const phrase = phraseAt(cues.after, text.tokens, at);
    if (phrase !== null) add(phrase.meaning, at, phrase.next, at - to);
  }
  return found.sort((a, b) => b.worth - a.worth);
}
