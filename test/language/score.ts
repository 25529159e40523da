import type { CorpusName, Utterance } from "./corpus.ts";
import { readCorpus } from "./corpus.ts";
import { marksOf } from "./mark.ts";
import { type Mark, OUTCOMES, type Outcome } from "./outcome.ts";
import type { Reader } from "./reader.ts";

/** An utterance with how it came out. */
export interface Marked {
  utterance: Utterance;
  marks: Mark[];
  /** The worst of its marks: one wrong reading that nobody was told of makes a wrong answer. */
  outcome: Outcome;
}

/** How many came out how. */
export type Tally = Record<Outcome, number>;

export interface Score {
  name: CorpusName;
  marked: Marked[];
  utterances: Tally;
  /** The same of single things said, by their key. */
  keys: Map<string, Tally>;
}

const WORST_FIRST: readonly Outcome[] = ["wrong", "quoted", "asked", "right"];

/** Reads a whole corpus and marks it. */
export async function scoreOf(name: CorpusName, reader: Reader): Promise<Score> {
  const marked: Marked[] = [];
  for (const utterance of readCorpus(name)) {
    const marks = marksOf(utterance, await reader.hear(utterance), reader.book);
    marked.push({
      utterance,
      marks,
      outcome: WORST_FIRST.find((each) => marks.some(({ outcome }) => outcome === each)) ?? "right",
    });
  }
  const all = marked.flatMap(({ marks }) => marks);
  const keys = [...new Set(all.map(({ key }) => key))].sort();
  return {
    name,
    marked,
    utterances: tally(marked),
    keys: new Map(keys.map((key) => [key, tally(all.filter((mark) => mark.key === key))])),
  };
}

const tally = (of: readonly { outcome: Outcome }[]): Tally =>
  Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, of.filter((each) => each.outcome === outcome).length]),
  ) as Tally;

/** The share of utterances with an outcome, in percent. */
export const percent = ({ utterances, marked }: Score, outcome: Outcome): number =>
  (100 * utterances[outcome]) / marked.length;

/** The utterances with most wrong marks, worst first. */
export function worst({ marked }: Score, most: number): Marked[] {
  const wrongs = ({ marks }: Marked) => marks.filter(({ outcome }) => outcome === "wrong").length;
  return marked
    .filter((each) => wrongs(each) > 0)
    .sort((a, b) => wrongs(b) - wrongs(a))
    .slice(0, most);
}
