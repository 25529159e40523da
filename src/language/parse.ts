import { startsAt } from "./grammar/pattern.ts";
import type { Reading, Rule } from "./grammar/rule.ts";
import type { Text } from "./text/text.ts";

/** Words that a rule reads: tokens `from` up to `to` (not included), with the cues beside them. */
export interface Span {
  rule: string;
  slots: Reading["slots"];
  from: number;
  to: number;
}

/** A text with the best cover of its words. */
export interface Parse {
  text: Text;
  /** In the order of the text; none overlap. */
  spans: Span[];
  /** Whether a token is heard: read by a rule, or a cue of one. */
  heard: boolean[];
}

/** Rules by what they begin with, ready to be tried. */
export interface Grammar {
  byStart: ReadonlyMap<string, readonly Rule[]>;
  /** Those that may begin with anything. */
  anywhere: readonly Rule[];
}

/** `rules` indexed. Build it once. */
export function grammarOf(rules: readonly Rule[]): Grammar {
  const byStart = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const start of rule.starts ?? []) byStart.set(start, [...(byStart.get(start) ?? []), rule]);
  return { byStart, anywhere: rules.filter(({ starts }) => starts === null) };
}

/** The longest words a rule reads; a longer proposal is none. */
const LONGEST = 40;

interface Candidate {
  to: number;
  worth: number;
  rule: string;
  reading: Reading;
}

/**
 * Every rule tried everywhere, and of all that they propose the best cover of the text: the most words, then the greatest
 * weight, then the fewest rules. It takes time in proportion to the text.
 */
export function parse(text: Text, { byStart, anywhere }: Grammar): Parse {
  const best: { worth: number; span: Candidate | null }[] = [{ worth: 0, span: null }];
  for (let at = text.tokens.length - 1; at >= 0; at -= 1) {
    const after = (to: number) => best[text.tokens.length - to]?.worth ?? 0;
    let chosen: { worth: number; span: Candidate | null } = { worth: after(at + 1), span: null };
    for (const span of candidatesAt(text, at, byStart, anywhere)) {
      const worth = span.worth + after(span.to);
      if (worth > chosen.worth) chosen = { worth, span };
    }
    best.push(chosen);
  }
  return chosenOf(text, best.reverse());
}

function candidatesAt(text: Text, at: number, byStart: Grammar["byStart"], anywhere: readonly Rule[]): Candidate[] {
  const rules = [...new Set(startsAt(text, at).flatMap((start) => byStart.get(start) ?? [])), ...anywhere];
  return rules.flatMap(({ id, weight, read }) =>
    read(text, at).flatMap(({ to, reading }) =>
      to > text.tokens.length || to - at > LONGEST
        ? []
        : [{ to, rule: id, reading, worth: (to - at) * A_WORD + weight - A_RULE }],
    ),
  );
}
/** What a word read is worth, and what one more rule costs. */
const A_WORD = 100;
const A_RULE = 10;

function chosenOf(text: Text, best: readonly { span: Candidate | null }[]): Parse {
  const chosen: (Candidate & { from: number })[] = [];
  const heard = text.tokens.map(() => false);
  for (let at = 0; at < text.tokens.length; ) {
    const span = best[at]?.span ?? null;
    if (span !== null) {
      chosen.push({ ...span, from: at });
      heard.fill(true, at, span.to);
    }
    at = span?.to ?? at + 1;
  }
  return { text, spans: chosen.map((span) => withCues(span, heard)), heard };
}

/** The span with the cues around it, as far as no rule reads what stands in between. A cue further off is heard all the same. */
function withCues({ from, to, rule, reading }: Candidate & { from: number }, heard: boolean[]): Span {
  const start = reading.from ?? from;
  const end = reading.to ?? to;
  const isFree = (first: number, last: number) => !heard.slice(first, last).includes(true);
  const span = {
    rule,
    slots: reading.slots,
    from: start < from && isFree(start, from) ? start : from,
    to: end > to && isFree(to, end) ? end : to,
  };
  heard.fill(true, span.from, span.to);
  // A claim quotes all its words, whatever else was read in them; of other cues only the word itself is heard.
  if (reading.slots.some(({ key }) => key === "claim")) heard.fill(true, start, end);
  if (start < from) heard[start] = true;
  if (end > to) heard[end - 1] = true;
  return span;
}
