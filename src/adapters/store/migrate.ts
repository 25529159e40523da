import { sql } from "kysely";
import { UserError } from "../../core/errors.ts";
import type { Database, Rows } from "./database.ts";
import { initial } from "./migrations/001-initial.ts";
import { inbox } from "./migrations/002-inbox.ts";
import { decisionOrder } from "./migrations/003-decision-order.ts";
import { check } from "./migrations/004-check.ts";
import { decisionUndo } from "./migrations/005-decision-undo.ts";
import { audit } from "./migrations/006-audit.ts";
import { rateLimit } from "./migrations/007-rate-limit.ts";
import { session } from "./migrations/008-session.ts";
import { jobs } from "./migrations/009-jobs.ts";
import { departure } from "./migrations/010-departure.ts";
import { catalog } from "./migrations/011-catalog.ts";
import type { Migration } from "./migrations/migration.ts";

export const MIGRATIONS: readonly Migration[] = [
  initial,
  inbox,
  decisionOrder,
  check,
  decisionUndo,
  audit,
  rateLimit,
  session,
  jobs,
  departure,
  catalog,
];

/** An advisory lock's number: any, as long as nothing else in the same database takes it. */
const LOCK = 727_563_901;

/**
 * Brings the tables up to date and gives the names of the migrations it ran, none when there was nothing to do. All of
 * them run in one transaction under a lock: of two processes that start at once the second waits and finds them done.
 * Kysely's own migrator takes no lock on SQLite, and on PostgreSQL it mistakes another schema's tables for its own.
 * @throws {UserError} when a newer version of the program made the tables.
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<string[]> {
  const done = await namesDone(database.rows).catch(() => null); // no table yet; if it is the server that is not, the next line tells
  if (done !== null && pending(done, migrations).length === 0) return [];
  return database.rows.transaction().execute(async (rows) => {
    if (database.engine === "postgres") await waitInLine(rows);
    await sql`create table if not exists migration (name text primary key, at text not null)`.execute(rows);
    const todo = pending(await namesDone(rows), migrations);
    for (const migration of todo) await run(migration, rows, database.engine);
    return todo.map(({ name }) => name);
  });
}

/** Without limits in time: a large table takes what it takes, and a process that starts waits for the one before it. */
async function waitInLine(rows: Rows): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`.execute(rows);
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(rows);
}

/** @throws {UserError} when the tables are not those of this version, saying which of the two is behind. */
export async function checkSchema(database: Database): Promise<void> {
  const todo = pending(await database.read("", namesDone), MIGRATIONS);
  if (todo.length > 0)
    throw new UserError("The database's tables are older than this program.", "Run `k8s-advise data migrate`.");
}

async function run({ name, ...migration }: Migration, rows: Rows, engine: Database["engine"]): Promise<void> {
  for (const statement of migration.statements(engine)) await sql.raw(statement).execute(rows);
  await migration.rows?.(rows);
  for (const statement of migration.afterwards?.(engine) ?? []) await sql.raw(statement).execute(rows);
  await rows.insertInto("migration").values({ name, at: new Date().toISOString() }).execute();
}

async function namesDone(rows: Rows): Promise<string[]> {
  return (await rows.selectFrom("migration").select("name").execute()).map(({ name }) => name);
}

function pending(done: readonly string[], migrations: readonly Migration[]): Migration[] {
  const unknown = done.filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new UserError(
      `The database was made by a newer version of k8s-advise: this one does not know ${unknown.join(", ")}.`,
      "Run the newer version again, or restore the backup from before it: docs/operations.md says how.",
    );
  return migrations.filter((migration) => !done.includes(migration.name));
}
