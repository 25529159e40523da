import { sql } from "kysely";
import type { Database, Rows } from "./database.ts";
import { initial } from "./migrations/001-initial.ts";
import { inbox } from "./migrations/002-inbox.ts";

export interface Migration {
  name: string; // sorts after those before it
  statements(engine: Database["engine"]): string[];
}

const MIGRATIONS: readonly Migration[] = [initial, inbox];

/** An advisory lock's number: any, as long as nothing else in the same database takes it. */
const LOCK = 727_563_901;

/**
 * Brings the tables up to date and gives the names of the migrations it ran, none when there was nothing to do. All of
 * them run in one transaction under a lock: of two processes that start at once the second waits and finds them done.
 * Kysely's own migrator takes no lock on SQLite, and on PostgreSQL it mistakes another schema's tables for its own.
 */
export async function migrate(database: Database): Promise<string[]> {
  const unknown = () => MIGRATIONS; // the table is not there yet; if it is the server that is not, the next line tells
  if ((await pending(database.rows).catch(unknown)).length === 0) return [];
  return database.rows.transaction().execute(async (rows) => {
    if (database.engine === "postgres") await sql`select pg_advisory_xact_lock(${LOCK})`.execute(rows);
    await sql`create table if not exists migration (name text primary key, at text not null)`.execute(rows);
    const todo = await pending(rows);
    for (const { name, statements } of todo) {
      for (const statement of statements(database.engine)) await sql.raw(statement).execute(rows);
      await rows.insertInto("migration").values({ name, at: new Date().toISOString() }).execute();
    }
    return todo.map(({ name }) => name);
  });
}

async function pending(rows: Rows): Promise<readonly Migration[]> {
  const done = await rows.selectFrom("migration").select("name").execute();
  return MIGRATIONS.filter((migration) => !done.some(({ name }) => name === migration.name));
}
