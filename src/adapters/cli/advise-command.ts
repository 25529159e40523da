import type { Command } from "commander";
import { Option } from "commander";
import type { Question } from "../../app/advisor.ts";
import { type AnswerInWords, askInWords, cardInWords } from "../../app/ask-in-words.ts";
import type { HandedFile } from "../../app/ports.ts";
import { type Refinement, refine } from "../../app/refine.ts";
import { fileChange, rewind } from "../../app/rewind.ts";
import { remarksOn } from "../../app/words.ts";
import { answerCard } from "../../cards/answer-card.ts";
import type { Card } from "../../cards/card.ts";
import { cardMarkdown } from "../../cards/markdown.ts";
import { namesOf } from "../../cards/names.ts";
import { remarked } from "../../cards/remarks.ts";
import type { Estimate } from "../../core/estimate.ts";
import { traceOf } from "../../core/trace.ts";
import { checkedDay } from "./day.ts";
import { type Desk, operator } from "./desk.ts";
import type { Io } from "./io.ts";
import type { AdviseJson } from "./json-schemas.ts";
import { handedFiles, readRequirement } from "./requirement-file.ts";
import { cardOf, showCard } from "./show.ts";

interface AdviseOptions {
  requirements?: string;
  file?: string[];
  json?: true;
  markdown?: true;
  explain?: true;
  asOf?: string;
  platforms?: string;
  from?: string;
}

/** An answer: with what it says of the words that asked for it, or how it came from an earlier one. */
type Answer = { after: Estimate; remarks: string[]; words: AnswerInWords | null } | Refinement;

/** `advise [text…]`. */
export function addAdviseCommand(program: Command, io: Io, desk: () => Promise<Desk>): void {
  program
    .command("advise [text...]")
    .description("advise where to run Kubernetes: from words, from a file, or from an earlier answer")
    .option("-r, --requirements <file>", "a YAML or JSON file of requirement keys, or - for standard input")
    .addOption(
      new Option(
        "-f, --file <file>",
        "what runs: manifests, a Compose file, what kubectl prints of pods or nodes, or - for standard input; several times for several",
      ).argParser((path: string, earlier: string[] = []) => [...earlier, path]),
    )
    .addOption(
      new Option(
        "--from <id>",
        'read the text as a follow-up to this earlier estimate: "what if the budget is 100"; without text, show it again',
      ).conflicts(["requirements", "file", "asOf", "platforms"]),
    )
    .option("--as-of <date>", "with the prices of this day, yyyy-mm-dd")
    .option("--platforms <ids>", "only these platforms, with commas between")
    .addOption(new Option("--json", "the whole answer as JSON").conflicts(["markdown", "explain"]))
    .option("--markdown", "the card as Markdown")
    .option("--explain", "print how the answer came about: gates, plans, weights, rules")
    .action(async (words: string[], options: AdviseOptions) => {
      const text = words.join(" ");
      const input = options.from === undefined ? await inputOf(io, options) : null;
      const handed = await handedFiles(options.file ?? [], io);
      const open = await desk();
      const answer =
        input === null ? await follow(open, options.from ?? "", text) : await asked(open, text, input, handed);
      if (options.json) {
        for (const remark of "remarks" in answer ? answer.remarks : []) io.err(remark);
        io.out(JSON.stringify(jsonOf(answer), null, 2));
      } else await show(io, open, answer, { ...options, text });
    });
}

/** What the options ask, without opening anything: a mistake in them is said at once. */
async function inputOf(io: Io, { requirements, asOf, platforms }: AdviseOptions): Promise<Question> {
  return {
    input: {
      ...(requirements === undefined ? {} : await readRequirement(requirements, io)),
      ...(platforms === undefined ? {} : { only: platforms.split(",").map((id) => id.trim()) }),
    },
    ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
  };
}

async function asked(desk: Desk, text: string, given: Question, files: readonly HandedFile[]): Promise<Answer> {
  const form = "in Slack, Discord or the playground (k8s-advise serve)";
  const words = await askInWords(desk, operator(), { text, files, given, form });
  return { after: words.estimate, remarks: remarksOn(words.said, words.estimate, desk.library), words };
}

async function follow(desk: Desk, from: string, text: string): Promise<Answer> {
  const asked = await desk.advisor.find(operator(), from);
  if (text.trim() === "") return { after: asked.estimate, remarks: [], words: null };
  const refined = await refine(desk, operator(), asked, text);
  const { undo } = refined.followUp;
  if (undo !== null) return rewind(desk, operator(), refined, undo.steps);
  await fileChange(desk, operator(), refined, text);
  return refined;
}

async function show(io: Io, desk: Desk, answer: Answer, options: AdviseOptions & { text: string }): Promise<void> {
  const { after } = answer;
  const card = await cardFor(desk, answer, options.text);
  if ("followUp" in answer && answer.after.id !== answer.before.id) io.out(`${answer.difference.text}\n`);
  if (options.markdown) io.out(cardMarkdown(card));
  else showCard(io, card);
  if (options.explain) io.out(`\n${traceOf(after, desk.library.knowledge(after.asOf))}`);
}

/** The new answer's card; where nothing was changed, what the conversation says to the words. */
async function cardFor({ conversation, library }: Desk, answer: Answer, text: string): Promise<Card> {
  const { after } = answer;
  if ("followUp" in answer && answer.after.id === answer.before.id)
    return cardOf(await conversation.handle({ kind: "follow-up", text, estimateId: after.id }, operator()));
  const names = namesOf(library.knowledge(after.asOf).book);
  const view = { shared: true, steps: [] };
  if (!("remarks" in answer)) return answerCard(after, names, view);
  const { words, remarks } = answer;
  return remarked(words === null ? answerCard(after, names, view) : cardInWords(words, names, view), remarks);
}

/** The estimate; of a follow-up also how its words were taken. Votes and decisions in them are read here, not recorded. */
function jsonOf(answer: Answer): AdviseJson {
  if (!("followUp" in answer)) return answer.after;
  const { intent, platforms, changes } = answer.followUp;
  return { ...answer.after, followup: { intent, platforms, changes, difference: answer.difference } };
}
