import { parseArgs } from "node:util";
import { scenarioScore } from "../core/scenario-files.ts";
import { CORPORA, type CorpusName } from "./corpus.ts";
import { OUTCOMES, type Outcome } from "./outcome.ts";
import { openReader, type Reader } from "./reader.ts";
import { type Marked, percent, type Score, scoreOf, type Tally, worst } from "./score.ts";

/**
 * `npm run eval`: how well words are read, and how well situations are answered, in figures.
 *
 * An utterance is read by the commands themselves (`advise --json`, `advise --from`, `price --json`), each annotated part of
 * it is marked right, asked, quoted or wrong (see `outcome.ts`), and the utterance is as good as its worst mark. "Wrong" always
 * means wrong and silent: a default or a value other than what was said, with no question, refusal or quotation of the words.
 *
 * Held-out utterances are shown by id alone, so that no rule is written for one. `--held-out-details` shows them all the
 * same: for putting a faulty annotation right, never for tuning.
 */
const { values } = parseArgs({
  options: {
    "held-out-details": { type: "boolean", default: false },
    all: { type: "boolean", default: false }, // every wrong utterance of train, not the ten worst
    only: { type: "string" }, // one section
  },
});

const MOST_SHOWN = 10;
const say = (line = "") => void process.stdout.write(`${line}\n`);

interface Section {
  name: string;
  lines: (reader: Reader) => Promise<string[]>;
}

/** What is measured, in the order it is printed. */
const SECTIONS: readonly Section[] = [
  ...CORPORA.map((name) => ({ name, lines: (reader: Reader) => corpusLines(name, reader) })),
  { name: "situations", lines: async () => [situations()] },
];

function situations(): string {
  const { acceptable, total, others } = scenarioScore();
  return `answered acceptably: ${acceptable} of ${total}${others.length === 0 ? "" : `; not ${others.join(", ")}`}`;
}

async function corpusLines(name: CorpusName, reader: Reader): Promise<string[]> {
  const score = await scoreOf(name, reader);
  const isOpen = name.startsWith("train") || values["held-out-details"];
  return [...totals(score), "", ...byKey(score), "", ...(isOpen ? worstShown(score) : idsOnly(score))];
}

const NAMES: Record<Outcome, string> = { right: "right", asked: "asked", quoted: "quoted", wrong: "wrong and silent" };

const totals = (score: Score): string[] => [
  `${score.marked.length} utterances`,
  ...OUTCOMES.map((outcome) => {
    const share = `${percent(score, outcome).toFixed(1)} %`;
    return `${NAMES[outcome].padEnd(18)}${String(score.utterances[outcome]).padStart(5)}${share.padStart(9)}`;
  }),
];

function byKey({ keys }: Score): string[] {
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(22)}${cells.map((cell) => cell.padStart(8)).join("")}`;
  const cells = (tally: Tally) => OUTCOMES.map((outcome) => String(tally[outcome]));
  return [row("by key", OUTCOMES), ...[...keys].map(([key, tally]) => row(key, cells(tally)))];
}

function worstShown(score: Score): string[] {
  const most = values.all || values["held-out-details"] ? score.marked.length : MOST_SHOWN;
  return ["the worst", ...worst(score, most).flatMap(shown)];
}

function shown({ utterance: { id, kind, text }, marks }: Marked): string[] {
  const wrong = marks.filter(({ outcome }) => outcome === "wrong");
  return [`- ${id} (${kind}) ${text}`, ...wrong.map(({ key, note }) => `    ${key}: ${note}`)];
}

const idsOnly = (score: Score): string[] => {
  const wrong = score.marked.filter(({ outcome }) => outcome === "wrong").map(({ utterance }) => utterance.id);
  return [`wrong and silent: ${wrong.length === 0 ? "none" : wrong.join(" ")}`];
};

const reader = await openReader();
for (const { name, lines } of SECTIONS) {
  if (values.only !== undefined && values.only !== name) continue;
  say(`== ${name}`);
  for (const line of await lines(reader)) say(line);
  say();
}
