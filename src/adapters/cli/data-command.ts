import type { Command } from "commander";
import { type DataStore, SHELLS, type Tenant } from "../../app/ports.ts";
import { UserError } from "../../core/errors.ts";
import type { Desk } from "./desk.ts";
import type { Io } from "./io.ts";

interface Whose {
  workspace: string;
  person?: string;
}

/** `data export|delete|migrate`: what is kept about a workspace or a person, and the tables it is kept in. */
export function addDataCommand(
  program: Command,
  io: Io,
  { desk, migrate }: { desk: () => Promise<Desk>; migrate: () => Promise<string[]> },
): void {
  const command = program.command("data").description("look after what is kept: export, erase, migrate");
  const about = (name: string, says: string) =>
    command
      .command(name)
      .description(says)
      .requiredOption("--workspace <shell:id>", "whose: slack:T0123, discord:8123, playground:local, cli:local")
      .option("--person <id>", "only what is about this person");
  about("export", "print all that is kept about a workspace or a person, a line of JSON each").action(
    async (whose: Whose) => print(io, (await desk()).data, whose),
  );
  about("delete", "erase it for good")
    .option("--yes", "really")
    .action(async (whose: Whose & { yes?: true }) => {
      const tenant = tenantIn(whose.workspace);
      if (whose.yes !== true) throw new UserError("Nothing was erased.", "Add --yes to erase it for good.");
      const erased = await (await desk()).data.delete(tenant, whose.person ?? null);
      io.out(`${erased} ${erased === 1 ? "record" : "records"} erased.`);
    });
  command
    .command("migrate")
    .description("bring the store's tables up to date; every start does so too")
    .action(async () => {
      const ran = await migrate();
      io.out(ran.length === 0 ? "The tables are up to date." : `Migrated: ${ran.join(", ")}.`);
    });
}

async function print(io: Io, data: DataStore, { workspace, person }: Whose): Promise<void> {
  for await (const kept of data.export(tenantIn(workspace), person ?? null)) io.out(JSON.stringify(kept));
}

/** "slack:T0123" as a tenant. @throws {UserError} for any other form. */
function tenantIn(workspace: string): Tenant {
  const at = workspace.indexOf(":");
  const shell = SHELLS.find((each) => each === workspace.slice(0, at));
  const id = workspace.slice(at + 1);
  if (shell !== undefined && id !== "") return { shell, id };
  throw new UserError(
    `"${workspace}" is no workspace.`,
    `Write ${SHELLS.join(", ")}, a colon and the workspace's id, as in slack:T0123.`,
  );
}
