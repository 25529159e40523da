import { sql } from "kysely";
import { UnavailableError, UserError } from "../../core/errors.ts";
import { DamagedRow, readEstimate } from "./body.ts";
import type { Database, Rows } from "./database.ts";
import { decisionOrderFaults } from "./decision-faults.ts";
import { bodyOf } from "./decision-rows.ts";
import { checkSchema } from "./migrate.ts";
import { TENANT_TABLES } from "./schema.ts";
import { versionOf } from "./settings.ts";

/** What is wrong with the database, a sentence each: its file, its tables, its rows, the order of its decisions. */
export async function* checkDatabase(database: Database): AsyncGenerator<string> {
  const faults =
    database.engine === "sqlite"
      ? await database.read("", fileFaults).catch(unreadable)
      : await database.read("", protectionFaults);
  if (faults.length > 0) return yield* faults; // where the file does not hold, nothing read from it does
  const wrongTables = await checkSchema(database).catch((error: unknown) => {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  });
  if (wrongTables !== undefined) return yield wrongTables;
  for (const checked of CHECKED) yield* rowFaults(database, checked);
  yield* await database.across("check", decisionOrderFaults);
}

/** A file so damaged that its own check cannot be run. */
function unreadable(error: unknown): string[] {
  if (!(error instanceof UnavailableError)) throw error;
  return [`${error.message} SQLite says: ${error.cause instanceof Error ? error.cause.message : "nothing"}.`];
}

/** https://www.sqlite.org/pragma.html#pragma_integrity_check */
async function fileFaults(rows: Rows): Promise<string[]> {
  const { rows: found } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(rows);
  const faults = found.map((row) => row.integrity_check).filter((says) => says !== "ok");
  if (faults.length > 0) return faults;
  const { rows: dangling } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(rows);
  return dangling.map(({ table, parent }) => `A row of ${table} points at a row of ${parent} that is not there.`);
}

async function protectionFaults(rows: Rows): Promise<string[]> {
  const { rows: found } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relname in (${sql.join([...TENANT_TABLES])})
    and not (relrowsecurity and relforcerowsecurity)`.execute(rows);
  return found.map(({ name }) => `The table ${name} has lost its row-level security.`);
}

interface Checked {
  table: "estimate" | "decision" | "setting";
  key: string[]; // its primary key
  read: (row: never) => unknown;
}

const CHECKED: readonly Checked[] = [
  {
    table: "estimate",
    key: ["tenant", "id", "person_id"],
    read: ({ id, body, body_version }: { id: string; body: string; body_version: number }) =>
      readEstimate(body, body_version, `estimate ${id}`),
  },
  {
    table: "decision",
    key: ["tenant", "id"],
    read: (row: { id: string; body: string; estimate: string; estimate_version: number }) => {
      bodyOf(row);
      readEstimate(row.estimate, row.estimate_version, `the estimate of decision ${row.id}`);
    },
  },
  { table: "setting", key: ["tenant", "channel_id", "version"], read: versionOf },
];

/** Few enough to hold at once: an estimate takes up to a tenth of a megabyte. */
const PAGE = 100;

async function* rowFaults(database: Database, { table, key, read }: Checked): AsyncGenerator<string> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Record<string, unknown> | undefined;
  do {
    const after = last ? sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})` : sql``;
    const query = sql<Record<string, unknown>>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${PAGE}`;
    const page = await database.across("check", async (rows) => (await query.execute(rows)).rows);
    for (const row of page) {
      const fault = faultOf(row, read);
      if (fault !== null) yield `${String(row["tenant"])}: ${fault}`;
    }
    last = page.length < PAGE ? undefined : page.at(-1);
  } while (last);
}

function faultOf(row: Record<string, unknown>, read: Checked["read"]): string | null {
  try {
    read(row as never);
    return null;
  } catch (error) {
    if (error instanceof DamagedRow) return `${error.message} In its text, ${error.reason}.`;
    throw error;
  }
}
