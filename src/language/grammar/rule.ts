import type { Slot } from "../slots.ts";
import type { Text } from "../text/text.ts";
import type { Pattern } from "./pattern.ts";

/** Where a rule fits: tokens `from` up to `to` (not included). */
export interface Place {
  text: Text;
  from: number;
  to: number;
}

/** What a rule makes of some words. */
export interface Reading {
  slots: readonly Slot[];
  /** Words around the place that say so, too: where a cue begins or ends. They are heard, unless another rule reads them. */
  from?: number;
  to?: number;
}

/** A way of saying something. Rules propose and never take: their order means nothing. */
export interface Rule {
  id: string;
  /** What it reads, as people write it. A test holds that each is read by this rule. */
  examples: readonly string[];
  /** Decides between rules that read equally many words. */
  weight: number;
  starts: ReadonlySet<string> | null;
  /** Every way it fits from token `at` on. */
  read(text: Text, at: number): { to: number; reading: Reading }[];
}

/** A rule: where `pattern` fits, it `gives` slots, or null after a second look at the words around. */
export function rule<T>(spec: {
  id: string;
  examples: readonly string[];
  pattern: Pattern<T>;
  gives: (value: T, place: Place) => Reading | readonly Slot[] | null;
  weight?: number;
}): Rule {
  const { id, examples, pattern, gives, weight = 0 } = spec;
  return {
    id,
    examples,
    weight,
    starts: pattern.starts,
    read: (text, from) =>
      pattern.match(text, from).flatMap(({ to, value }) => {
        const given = gives(value, { text, from, to });
        if (given === null || to === from) return [];
        return [{ to, reading: "slots" in given ? given : { slots: given } }];
      }),
  };
}
