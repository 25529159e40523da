import BetterSqlite3 from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  SqliteDialect,
  SqliteDriver,
  sql,
} from "kysely";
import type { Tenant } from "../../app/ports.ts";
import type { Tables } from "./schema.ts";

export type Rows = Kysely<Tables>;

/** `purge` reads and deletes what is too old; `take-over` reads the inbox and says who holds what is in it. */
export type Task = "purge" | "take-over";

/** An engine. Whoever reads or writes names the tenant: on PostgreSQL its policies then hide everybody else's rows. */
export interface Database {
  engine: "sqlite" | "postgres";
  /** With no tenant named: for migrations and to ask whether the engine is there. */
  rows: Rows;
  read<T>(tenant: string, work: (rows: Rows) => Promise<T>): Promise<T>;
  /** One transaction: all of `work` or nothing, durable once this resolves. */
  write<T>(tenant: string, work: (rows: Rows) => Promise<T>): Promise<T>;
  /** A transaction over every tenant's rows that may do what the task needs, and nothing else. */
  across<T>(task: Task, work: (rows: Rows) => Promise<T>): Promise<T>;
}

/** A shell's name has no colon, so two tenants never share a key. */
export const tenantKey = (tenant: Tenant): string => `${tenant.shell}:${tenant.id}`;

/** How long one process waits for another that writes the same file. */
const BUSY_MS = 10_000;

/**
 * SQLite at `path`, or ":memory:". Write-ahead logging lets others read while one writes. With `synchronous = FULL` every
 * commit is on the disk before it is acknowledged, so it outlives a kill -9 and also a power cut; `NORMAL` would be
 * enough for the first and is twice as fast, but nobody waits for a commit of under a millisecond.
 */
export function sqliteDatabase(path: string): Database {
  const file = new BetterSqlite3(path, { timeout: BUSY_MS });
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = FULL");
  file.pragma("foreign_keys = ON");
  file.pragma("secure_delete = ON"); // what is erased is overwritten, not only let go
  const rows: Rows = new Kysely({ dialect: new ImmediateSqliteDialect({ database: file }) });
  const write = <T>(work: (rows: Rows) => Promise<T>) => rows.transaction().execute(work);
  return {
    engine: "sqlite",
    rows,
    read: (_tenant, work) => work(rows),
    write: (_tenant, work) => write(work),
    across: (_task, work) => write(work),
  };
}

/** PostgreSQL behind a pool. The tenant holds for one transaction, so a connection that is handed on carries none. */
export function postgresDatabase(pool: PostgresPool): Database {
  const rows: Rows = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const within =
    (setting: string) =>
    <T>(value: string, work: (rows: Rows) => Promise<T>) =>
      rows.transaction().execute(async (transaction) => {
        await sql`select set_config(${setting}, ${value}, true)`.execute(transaction);
        return work(transaction);
      });
  const asTenant = within("app.tenant");
  return {
    engine: "postgres",
    rows,
    read: asTenant,
    write: asTenant,
    across: within("app.task"),
  };
}

/**
 * Transactions that take the write lock at once. One that first reads and then writes would fail, without waiting, when
 * another process wrote in between: https://www.sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}
