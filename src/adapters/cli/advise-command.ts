import type { Command } from "commander";
import { Option } from "commander";
import type { Question } from "../../app/advisor.ts";
import { type Refinement, refine } from "../../app/refine.ts";
import { fileChange, rewind } from "../../app/rewind.ts";
import { asQuestion, remarksOn } from "../../app/words.ts";
import { cardMarkdown } from "../../cards/markdown.ts";
import { namesOf } from "../../cards/names.ts";
import { recommendationCard } from "../../cards/recommendation-card.ts";
import { remarked } from "../../cards/remarks.ts";
import { UserError } from "../../core/errors.ts";
import type { Estimate } from "../../core/estimate.ts";
import { traceOf } from "../../core/trace.ts";
import type { Understanding } from "../../core/words/understand.ts";
import { type Desk, OPERATOR } from "./desk.ts";
import type { Io } from "./io.ts";
import { renderTerminal } from "./render-terminal.ts";
import { readRequirement } from "./requirement-file.ts";

interface AdviseOptions {
  requirements?: string;
  json?: true;
  markdown?: true;
  explain?: true;
  asOf?: string;
  platforms?: string;
  from?: string;
}

/** `advise [text…]`. */
export function addAdviseCommand(program: Command, io: Io, desk: () => Promise<Desk>): void {
  program
    .command("advise [text...]")
    .description("advise where to run Kubernetes: from words, from a file, or from an earlier answer")
    .option("-r, --requirements <file>", "a YAML or JSON file of requirement keys, or - for standard input")
    .option("--from <id>", 'read the text as a follow-up to this earlier estimate: "what if the budget is 100"')
    .option("--as-of <date>", "with the prices of this day, yyyy-mm-dd")
    .option("--platforms <ids>", "only these platforms, with commas between")
    .addOption(new Option("--json", "the whole answer as JSON").conflicts("markdown"))
    .option("--markdown", "the card as Markdown")
    .option("--explain", "print how the answer came about: gates, plans, weights, rules")
    .action(async (words: string[], options: AdviseOptions) => {
      const open = await desk();
      const text = words.join(" ");
      const answer =
        options.from === undefined ? await asked(open, io, text, options) : await follow(open, options.from, text);
      show(io, open, answer, options);
    });
}

interface Asked {
  after: Estimate;
  remarks: string[];
}

async function asked(desk: Desk, io: Io, text: string, options: AdviseOptions): Promise<Asked> {
  const { said, ...question } = await questionOf(desk, io, text, options);
  const after = await desk.advisor.ask(OPERATOR, question);
  return { after, remarks: remarksOn(said, after, desk.library) };
}

async function questionOf(
  { library }: Desk,
  io: Io,
  text: string,
  options: AdviseOptions,
): Promise<Question & { said: Understanding }> {
  const file = options.requirements === undefined ? {} : await readRequirement(options.requirements, io);
  const { question, said } = asQuestion(text, library);
  return {
    ...question,
    input: { ...file, ...question.input },
    said,
    ...(options.asOf === undefined ? {} : { asOf: checkedDate(options.asOf) }),
    platforms: options.platforms?.split(",").map((id) => id.trim()) ?? null,
  };
}

function checkedDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))) return date;
  throw new UserError(`--as-of ${date} is no day.`, "Write it as 2026-01-25.");
}

async function follow(desk: Desk, from: string, text: string): Promise<Refinement> {
  const { estimate } = await desk.advisor.find(OPERATOR, from);
  const refined = await refine(desk, OPERATOR, estimate, text);
  const { undo } = refined.followUp;
  if (undo !== null) return rewind(desk, OPERATOR, refined, undo.steps);
  await fileChange(desk, OPERATOR, refined, text);
  return refined;
}

function show(io: Io, { library }: Desk, answer: Asked | Refinement, options: AdviseOptions): void {
  const { after } = answer;
  const knowledge = library.knowledge(after.asOf);
  if (options.json)
    io.out(JSON.stringify("followUp" in answer ? { ...after, followup: followupOf(answer) } : after, null, 2));
  else {
    const card = recommendationCard(after, namesOf(knowledge.book), { shared: true, steps: [] });
    if ("followUp" in answer) io.out(`${answer.difference.text}\n`);
    const whole = "remarks" in answer ? remarked(card, answer.remarks) : card;
    io.out(options.markdown ? cardMarkdown(whole) : renderTerminal(whole, { colour: io.colour }));
  }
  if (options.explain) io.out(traceOf(after, knowledge));
}

/** The part of `advise --from --json` that says how the words were taken and what they changed. */
const followupOf = ({ followUp: { intent, platforms, changes }, difference }: Refinement) => ({
  intent,
  platforms,
  changes,
  difference,
});
