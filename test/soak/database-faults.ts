import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Database } from "../../src/adapters/store/database.ts";
import type { SharedEngine } from "../adapters/store/engines.ts";

/** What goes wrong with a database while others work with it. */
export interface DatabaseFaults {
  /** From now on every third job that was answered cannot be ticked off at once. */
  failDone(): Promise<void>;
  /** Nobody may touch what waits for its answer. */
  lockTable(ms: number): Promise<void>;
  /** Every connection but ours is cut; of no effect on a file. */
  cutConnections(): Promise<void>;
  /** As it was. */
  mend(): Promise<void>;
  database: Database;
}

export async function databaseFaults(engine: SharedEngine): Promise<DatabaseFaults> {
  const database = await engine.open();
  const run = (statement: string) => sql.raw(statement).execute(database.rows);
  const isPostgres = database.engine === "postgres";
  return {
    database,
    async failDone() {
      if (!isPostgres) return void (await run(SQLITE_TRIGGER));
      await run(POSTGRES_FUNCTION);
      await run("create trigger done_fails before delete on inbox for each row execute function done_fails()");
    },
    async lockTable(ms) {
      await database.rows.transaction().execute(async (rows) => {
        if (isPostgres) await sql`lock table inbox in access exclusive mode`.execute(rows);
        else await sql`delete from receipt where key = 'a lock on the file'`.execute(rows);
        await sleep(ms);
      });
    },
    async cutConnections() {
      if (isPostgres)
        await run(`select pg_terminate_backend(pid) from pg_stat_activity
          where usename = current_user and pid <> pg_backend_pid()`);
    },
    async mend() {
      await run(`drop trigger if exists done_fails${isPostgres ? " on inbox" : ""}`);
    },
  };
}

const SQLITE_TRIGGER = `create trigger done_fails before delete on inbox when abs(random()) % 3 = 0
  begin select raise(abort, 'done fails'); end`;
const POSTGRES_FUNCTION = `create function done_fails() returns trigger language plpgsql as $$
  begin if random() < 0.33 then raise exception 'done fails'; end if; return old; end $$`;
