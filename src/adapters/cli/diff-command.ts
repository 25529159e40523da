import type { Command } from "commander";
import { Option } from "commander";
import { type DiffJson, diffOf } from "../../app/programs/diff.ts";
import { printed } from "../../app/programs/printed.ts";
import { diffCard } from "../../cards/diff-card.ts";
import { focusCsv } from "../../cards/focus-csv.ts";
import { cardMarkdown } from "../../cards/markdown.ts";
import { type Names, namesOf } from "../../cards/names.ts";
import { UserError } from "../../core/errors.ts";
import { checkedDay } from "./day.ts";
import { type Desk, operator } from "./desk.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { manifestsIn } from "./manifest-source.ts";
import { readRequirement } from "./requirement-file.ts";
import { showCard } from "./show.ts";

const FORMATS = ["text", "markdown", "json", "csv"] as const;

interface DiffOptions {
  path?: string;
  requirements?: string;
  platform?: string;
  region?: string;
  asOf?: string;
  out: (typeof FORMATS)[number];
  failAbove?: number;
}

/** `diff <base> <head>`. */
export function addDiffCommand(
  program: Command,
  io: Io,
  desk: () => Promise<Desk>,
  end: (code: ExitCode) => void,
): void {
  program
    .command("diff <base> <head>")
    .description("what a change of manifests does to the bill: two folders, files or git revisions")
    .option("--path <path>", "only what lies below this path of both")
    .option("-r, --requirements <file>", "a YAML or JSON file with the other keys of a requirement, or -")
    .option("--platform <id>", "whose bill; left out, what runs today, else the best cluster for the base")
    .option("--region <region>", "a geography, or a provider's own region id")
    .option("--as-of <date>", "with the prices of this day, yyyy-mm-dd")
    .addOption(
      new Option("-o, --out <format>", "how to print it; csv has the columns of FOCUS")
        .choices(FORMATS)
        .default("text"),
    )
    .addOption(
      new Option("--fail-above <amount>", "end with 3 where the bill grows by more than this a month").argParser(
        amountIn,
      ),
    )
    .action(async (base: string, head: string, options: DiffOptions) => {
      const question = await asked(io, base, head, options);
      const open = await desk();
      const diff = await diffOf(open, operator(), question);
      print(io, open, diff, options.out);
      if (options.failAbove === undefined || diff.difference <= options.failAbove) return;
      io.err(
        `The bill grows by ${diff.difference.toFixed(2)} ${diff.currency} a month, more than ${options.failAbove}.`,
      );
      end(EXIT.above);
    });
}

async function asked(io: Io, base: string, head: string, options: DiffOptions) {
  const { path = null, requirements, platform = null, region, asOf } = options;
  const input = requirements === undefined ? {} : await readRequirement(requirements, io);
  const side = async (name: string) => {
    const { files, leftOut } = await manifestsIn(name, path);
    for (const note of leftOut) io.err(`${name}: ${note}`);
    return { name: name === "." ? "this folder" : name, files };
  };
  return {
    base: await side(base),
    head: await side(head),
    input: region === undefined ? input : { ...input, region },
    platform,
    ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
  };
}

function print(io: Io, { library }: Desk, diff: DiffJson, format: DiffOptions["out"]): void {
  const names = namesOf(library.knowledge(diff.asOf).book);
  if (format === "text") showCard(io, diffCard(diff, names));
  else io.out(textOf(diff, names, format));
}

function textOf(diff: DiffJson, names: Names, format: "markdown" | "json" | "csv"): string {
  switch (format) {
    case "json":
      return printed(diff);
    case "csv": {
      const service = { serviceName: names.platform(diff.platform).name, providerName: names.provider(diff.provider) };
      return focusCsv(diff.lines, service).trimEnd();
    }
    case "markdown":
      return cardMarkdown(diffCard(diff, names)).trimEnd();
  }
}

function amountIn(text: string): number {
  const amount = Number(text);
  if (text.trim() !== "" && amount >= 0 && Number.isFinite(amount)) return amount;
  throw new UserError(
    `--fail-above ${text} is no amount.`,
    "Write it as a number of 0 or more, as in --fail-above 50.",
  );
}
