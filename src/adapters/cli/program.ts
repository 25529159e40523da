import { Command, CommanderError } from "commander";
import { UserError } from "../../core/errors.ts";
import { addAdviseCommand } from "./advise-command.ts";
import { addCatalogCommand, type CatalogParts } from "./catalog-command.ts";
import { addConversationCommands } from "./conversation-commands.ts";
import { addDataCommand } from "./data-command.ts";
import type { Desk } from "./desk.ts";
import { EXIT, type ExitCode } from "./io.ts";
import { addPriceCommand } from "./price-command.ts";
import { addSchemaCommand } from "./schema-command.ts";
import { addSettingsCommand } from "./settings-command.ts";

export interface CliParts extends CatalogParts {
  version: string;
  /** Opens the store and what stands on it. */
  desk: () => Promise<Desk>;
  /** Brings the store's tables up to date and gives the names of what it ran. */
  migrate: () => Promise<string[]>;
  /** Runs the process until it is told to stop. */
  serve: () => Promise<void>;
}

/** Runs one command line and gives the exit code: 0 answered, 2 the asker's mistake, 1 ours. */
export async function runCli(argv: readonly string[], parts: CliParts): Promise<ExitCode> {
  let code: ExitCode = EXIT.answered;
  let open: Promise<Desk> | null = null;
  const desk = () => {
    open ??= parts.desk();
    return open;
  };
  const program = programOf(parts, desk, (end) => {
    code = end;
  });
  try {
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

function programOf(parts: CliParts, desk: () => Promise<Desk>, end: (code: ExitCode) => void): Command {
  const { io } = parts;
  const program = new Command("k8s-advise")
    .description("Helps a team decide where to run Kubernetes, with a priced plan for every platform.")
    .version(parts.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) })
    .showHelpAfterError("(k8s-advise help shows what can be asked)");
  addAdviseCommand(program, io, desk);
  addPriceCommand(program, io, desk);
  addConversationCommands(program, io, desk);
  addSettingsCommand(program, io, desk);
  addCatalogCommand(program, parts, end);
  addSchemaCommand(program, io);
  addDataCommand(program, io, { desk, migrate: parts.migrate });
  program.command("serve").description("run the bot and its playground until stopped").action(parts.serve);
  return program;
}

function failed(error: unknown, { io }: CliParts): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.answered : EXIT.asker;
  if (error instanceof UserError) {
    io.err(`${error.message}\n${error.hint}`);
    return EXIT.asker;
  }
  io.err(saysItAll(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.ours;
}

/** Whether the message of an error is enough: a file, a port or a database that fails has a code, a broken catalog its faults. */
const saysItAll = (error: unknown): error is Error => error instanceof Error && ("code" in error || "faults" in error);
