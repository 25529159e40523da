import { Command, CommanderError } from "commander";
import type { Library } from "../../app/knowledge.ts";
import type { StoreMaintenance } from "../../app/ports/data.ts";
import { UnavailableError, UserError } from "../../core/errors.ts";
import type { CatalogParts } from "./catalog-parts.ts";
import type { Desk } from "./desk.ts";
import { EXIT, type ExitCode } from "./io.ts";

export interface CliParts extends CatalogParts {
  version: string;
  /** Prices and words, without a store. */
  library: () => Promise<Library>;
  /** Opens the store and what stands on it. */
  desk: () => Promise<Desk>;
  /** Opens the database as it is found, for an operator to look after. */
  maintenance: () => Promise<StoreMaintenance>;
  /** Runs the process until it is told to stop. */
  serve: () => Promise<void>;
  /** Answers an assistant over standard input and output until the input ends. */
  mcp: (desk: Desk) => Promise<void>;
}

/** What a group of commands is given when it is added to the program. */
interface CommandParts extends CliParts {
  desk: () => Promise<Desk>;
  end: (code: ExitCode) => void;
  /** The program with all its commands, for who has to know them. */
  everything: () => Promise<Command>;
}

interface CommandGroup {
  names: readonly string[];
  /** Loads the group's code, and adds its commands. */
  add: (program: Command, parts: CommandParts) => Promise<void>;
}

/** Every command, in the order in which help lists them. Only what a command line names is loaded. */
const COMMANDS: readonly CommandGroup[] = [
  {
    names: ["advise"],
    add: async (program, { io, desk }) => (await import("./advise-command.ts")).addAdviseCommand(program, io, desk),
  },
  {
    names: ["price"],
    add: async (program, { io, library, end }) =>
      (await import("./price-command.ts")).addPriceCommand(program, io, library, end),
  },
  {
    names: ["compare", "explain", "history", "decisions", "decide"],
    add: async (program, { io, desk }) =>
      (await import("./conversation-commands.ts")).addConversationCommands(program, io, desk),
  },
  {
    names: ["diff"],
    add: async (program, { io, desk, end }) =>
      (await import("./diff-command.ts")).addDiffCommand(program, io, desk, end),
  },
  {
    names: ["settings"],
    add: async (program, { io, desk }) => (await import("./settings-command.ts")).addSettingsCommand(program, io, desk),
  },
  {
    names: ["catalog"],
    add: async (program, parts) => (await import("./catalog-command.ts")).addCatalogCommand(program, parts, parts.end),
  },
  {
    names: ["schema"],
    add: async (program, { io }) => (await import("./schema-command.ts")).addSchemaCommand(program, io),
  },
  {
    names: ["completion"],
    add: async (program, { io, everything }) =>
      (await import("./completion-command.ts")).addCompletionCommand(program, io, everything),
  },
  {
    names: ["data"],
    add: async (program, parts) => (await import("./data-command.ts")).addDataCommand(program, parts, parts.end),
  },
  {
    names: ["mcp"],
    add: async (program, { mcp, desk }) =>
      void program
        .command("mcp")
        .description("answer an assistant over standard input and output (Model Context Protocol)")
        .action(async () => mcp(await desk())),
  },
  {
    names: ["serve"],
    add: async (program, { serve }) =>
      void program.command("serve").description("run the bot and its playground until stopped").action(serve),
  },
];

/** Runs one command line and gives the exit code: 0 answered, 2 the asker's mistake, 1 ours, 3 above what was allowed. */
export async function runCli(argv: readonly string[], parts: CliParts): Promise<ExitCode> {
  let code: ExitCode = EXIT.answered;
  let open: Promise<Desk> | null = null;
  const desk = () => {
    open ??= parts.desk();
    return open;
  };
  const end = (ended: ExitCode) => {
    code = ended;
  };
  try {
    const program = await programOf({ ...parts, desk, end }, argv);
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    code = failed(error, parts);
  }
  await closed(open);
  return code;
}

/** What could not be opened needs no closing, and was told already. */
async function closed(open: Promise<Desk> | null): Promise<void> {
  const desk = await open?.catch(() => null);
  await desk?.close();
}

async function programOf(given: Omit<CommandParts, "everything">, argv: readonly string[]): Promise<Command> {
  const { io } = given;
  const parts: CommandParts = { ...given, everything: () => programOf(given, []) };
  const program = new Command("k8s-advise")
    .description("Helps a team decide where to run Kubernetes, with a priced plan for every platform.")
    .version(parts.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) })
    .showHelpAfterError("(k8s-advise help shows what can be asked)");
  for (const group of groupsFor(argv)) await group.add(program, parts);
  return program;
}

/** The commands that the line names first; all of them where it asks for help or names none. */
function groupsFor([name = "help", ...rest]: readonly string[]): readonly CommandGroup[] {
  if (rest.length === 0 && (name === "--version" || name === "-V")) return [];
  const named = COMMANDS.filter(({ names }) => names.includes(name));
  return named.length === 0 ? COMMANDS : named;
}

function failed(error: unknown, { io }: CliParts): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.answered : EXIT.asker;
  if (error instanceof UserError) {
    io.err(`${error.message}\n${error.hint}`);
    return EXIT.asker;
  }
  if (error instanceof UnavailableError) {
    io.err(
      `${error.message}\n${error.hint}\nIt said: ${error.cause instanceof Error ? error.cause.message : "nothing"}`,
    );
    return EXIT.ours;
  }
  io.err(saysItAll(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.ours;
}

/** Whether the message of an error is enough: a file, a port or a database that fails has a code, a broken catalog its faults. */
const saysItAll = (error: unknown): error is Error => error instanceof Error && ("code" in error || "faults" in error);
