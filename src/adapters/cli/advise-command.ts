import type { Command } from "commander";
import { Option } from "commander";
import { cardInWords } from "../../app/ask-in-words.ts";
import { type Answer, type Asked, adviseJson, answerOf } from "../../app/programs/advise.ts";
import { printed } from "../../app/programs/printed.ts";
import { answerCard } from "../../cards/answer-card.ts";
import type { Card } from "../../cards/card.ts";
import { cardMarkdown } from "../../cards/markdown.ts";
import { namesOf } from "../../cards/names.ts";
import { remarked } from "../../cards/remarks.ts";
import { traceOf } from "../../core/decision/trace.ts";
import { ADVISE_FORMATS, type AdviseFormat, adviseCsv, requirementYaml } from "./advise-formats.ts";
import { checkedDay } from "./day.ts";
import { type Desk, operator } from "./desk.ts";
import type { Io } from "./io.ts";
import { handedFiles, readRequirement } from "./requirement-file.ts";
import {
  addRequirementOptions,
  keysHelp,
  OPTION_KEYS,
  type RequirementOptions,
  requirementOf,
} from "./requirement-options.ts";
import { cardOf, showCard } from "./show.ts";

interface AdviseOptions extends RequirementOptions {
  requirements?: string;
  file?: string[];
  out?: AdviseFormat;
  json?: true;
  markdown?: true;
  explain?: true;
  asOf?: string;
  from?: string;
}

/** `advise [text…]`. */
export function addAdviseCommand(program: Command, io: Io, desk: () => Promise<Desk>): void {
  const command = program
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
      ).conflicts(["requirements", "file", "asOf", ...OPTION_KEYS]),
    )
    .option("--as-of <date>", "with the prices of this day, yyyy-mm-dd")
    .addOption(
      new Option("-o, --out <format>", "how to print it; requirement is a file that --requirements takes")
        .choices(ADVISE_FORMATS)
        .conflicts(["json", "markdown"]),
    )
    .addOption(new Option("--json", "the whole answer as JSON").conflicts(["markdown", "explain"]))
    .option("--markdown", "the card as Markdown")
    .option("--explain", "print how the answer came about: gates, plans, weights, rules")
    .addHelpText("after", keysHelp);
  addRequirementOptions(command).action(async (words: string[], options: AdviseOptions) => {
    const text = words.join(" ");
    const asked = await askedBy(io, text, options);
    const open = await desk();
    const answer = await answerOf(open, operator(), asked);
    const format = options.json ? "json" : options.markdown ? "markdown" : (options.out ?? "text");
    if (format === "text" || format === "markdown") return show(io, open, answer, { ...options, text, format });
    for (const remark of "remarks" in answer ? answer.remarks : []) io.err(remark);
    io.out(data(answer, format));
  });
}

/** The answer for another program to read on. */
function data(answer: Answer, format: "json" | "csv" | "requirement"): string {
  if (format === "json") return printed(adviseJson(answer));
  return format === "csv" ? adviseCsv(answer.after).trimEnd() : requirementYaml(answer.after);
}

/** What words and options ask, without opening anything: a mistake in them is said at once. */
async function askedBy(io: Io, text: string, options: AdviseOptions): Promise<Asked> {
  const { requirements, asOf, from } = options;
  return {
    text,
    input: {
      ...(requirements === undefined ? {} : await readRequirement(requirements, io)),
      ...requirementOf(options),
    },
    files: await handedFiles(options.file ?? [], io),
    ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
    ...(from === undefined ? {} : { from }),
  };
}

async function show(
  io: Io,
  desk: Desk,
  answer: Answer,
  options: { text: string; format: "text" | "markdown"; explain?: true },
): Promise<void> {
  const { after } = answer;
  const card = await cardFor(desk, answer, options.text);
  if ("followUp" in answer && answer.after.id !== answer.before.id) io.out(`${answer.difference.text}\n`);
  if (options.format === "markdown") io.out(cardMarkdown(card));
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
