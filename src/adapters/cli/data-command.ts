import type { Command } from "commander";
import type { StoreMaintenance } from "../../app/ports/data.ts";
import type { Clock } from "../../app/ports/process.ts";
import type { Doing } from "../../app/records.ts";
import { UserError } from "../../core/errors.ts";
import { addAuditCommand } from "./audit-command.ts";
import type { Desk } from "./desk.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { addSessionsCommand } from "./sessions-command.ts";
import { tenantIn } from "./workspace.ts";

interface Whose {
  workspace: string;
  person?: string;
}

interface DataParts {
  io: Io;
  desk: () => Promise<Desk>;
  maintenance: () => Promise<StoreMaintenance>;
}

/** `data export|delete|audit|sessions|check|backup|reseal|migrate`: what is kept about a workspace or a person, and the database it is kept in. */
export function addDataCommand(
  program: Command,
  { io, desk, maintenance }: DataParts,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command("data")
    .description("look after what is kept: export, erase, audit, sign out, check, back up, reseal, migrate");
  const about = (name: string, says: string) =>
    command
      .command(name)
      .description(says)
      .requiredOption("--workspace <shell:id>", "whose: slack:T0123, discord:8123, playground:local, cli:local")
      .option("--person <id>", "only what is about this person");
  about("export", "print all that is kept about a workspace or a person, a line of JSON each").action(
    async (whose: Whose) => print(io, await desk(), whose),
  );
  about("delete", "erase it for good")
    .option("--yes", "really")
    .action(async (whose: Whose & { yes?: true }) => {
      const [tenant, person] = [tenantIn(whose.workspace), personIn(whose)];
      if (whose.yes !== true) throw new UserError("Nothing was erased.", "Add --yes to erase it for good.");
      const { data, clock } = await desk();
      const erased = await data.delete(tenant, person, doing(io, clock));
      io.out(`${erased} ${erased === 1 ? "record" : "records"} erased.`);
    });
  addAuditCommand(command, io, desk);
  addSessionsCommand(command, io, desk);
  command
    .command("migrate")
    .description("bring the store's tables up to date; every start does so too")
    .action(async () => {
      const ran = await maintained(maintenance, (store) => store.migrate());
      io.out(ran.length === 0 ? "The tables are up to date." : `Migrated: ${ran.join(", ")}.`);
    });
  command
    .command("reseal")
    .description("encrypt what Slack workspaces entrusted with the first key of TOKEN_KEY, so that the others can go")
    .action(async () => end(await maintained(maintenance, (store) => reseal(io, store))));
  command
    .command("check")
    .description("look for damage: the file, the tables, every row, the order of decisions")
    .action(async () => end(await maintained(maintenance, (store) => check(io, store))));
  command
    .command("backup")
    .description("copy an SQLite database to a file while the bot runs, and check the copy")
    .argument("<file>", "where to; there must be none yet")
    .action(async (file: string) => {
      const bytes = await maintained(maintenance, (store) => store.backup(file));
      io.out(
        `${file} holds a whole copy, ${Math.ceil(bytes / KIB)} KiB. docs/backup-and-restore.md says how to restore it.`,
      );
    });
}

const KIB = 1024;

async function maintained<T>(
  maintenance: DataParts["maintenance"],
  work: (store: StoreMaintenance) => Promise<T>,
): Promise<T> {
  const store = await maintenance();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function check(io: Io, store: StoreMaintenance): Promise<ExitCode> {
  let faults = 0;
  for await (const fault of store.check()) {
    faults += 1;
    io.out(fault);
  }
  io.out(faults === 0 ? "The database is whole." : `${faults} ${faults === 1 ? "fault" : "faults"} found.`);
  return faults === 0 ? EXIT.answered : EXIT.ours;
}

async function reseal(io: Io, store: StoreMaintenance): Promise<ExitCode> {
  const { resealed, unopened } = await store.reseal();
  for (const { workspace, keyId } of unopened)
    io.out(
      `${workspace} is encrypted with key ${keyId}, which is not in TOKEN_KEY. Add it, or install the app there anew.`,
    );
  io.out(
    `${resealed} ${resealed === 1 ? "installation" : "installations"} encrypted anew. ${unopened.length === 0 ? "The other keys are not needed any more." : ""}`.trim(),
  );
  return unopened.length === 0 ? EXIT.answered : EXIT.asker;
}

async function print(io: Io, { data, clock }: Desk, whose: Whose): Promise<void> {
  const [tenant, person] = [tenantIn(whose.workspace), personIn(whose)];
  for await (const kept of data.export(tenant, person, doing(io, clock))) io.out(JSON.stringify(kept));
}

/** An operator, as the audit trail remembers them: this machine's name for them. */
const doing = ({ user }: Io, clock: Clock): Doing => ({
  by: { id: "operator", name: user },
  at: clock.now().toISOString(),
});

/** The id as it is written, to the letter; null where none is named. @throws {UserError} for an empty one: nobody has it. */
function personIn({ person }: Whose): string | null {
  if (person === "") throw new UserError("--person names nobody.", "Write the person's id, as in --person U42.");
  return person ?? null;
}
