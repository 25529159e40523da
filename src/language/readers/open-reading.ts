import type { Correction } from "../../core/price/query.ts";
import { FILLER } from "../lexicon/filler.ts";
import type { Vocabulary } from "../lexicon/vocabulary.ts";
import { corrected } from "../text/spelling.ts";
import { tokenize } from "../text/tokens.ts";
import { mentionsIn } from "./mentions.ts";
import type { Reading } from "./reading.ts";

/** `text` cut into tokens, its misspelt names put right and its names found; no fact read from it yet. */
export function openReading(text: string, vocabulary: Vocabulary): { reading: Reading; corrections: Correction[] } {
  const isKnown = (word: string) => FILLER.has(word) || vocabulary.phrases.has(word);
  const { tokens, corrections } = corrected(text, tokenize(text), vocabulary, isKnown);
  const mentions = mentionsIn(text, tokens, vocabulary);
  const mentionAt: Reading["mentionAt"] = [];
  const mentionOver: Reading["mentionOver"] = [];
  for (const mention of mentions) {
    mentionAt[mention.from] = mention;
    for (let at = mention.from; at < mention.to; at += 1) mentionOver[at] = mention;
  }
  const taken = tokens.map(() => false);
  const reading = {
    text,
    tokens,
    vocabulary,
    mentions,
    mentionAt,
    mentionOver,
    taken,
    facts: [],
    claims: [],
    questions: [],
    notes: [],
  };
  return { reading, corrections };
}
