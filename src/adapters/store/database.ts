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
import type { Tenant } from "../../app/ports/asker.ts";
import { inWords, leftNothing } from "./failure.ts";
import { DATABASE_LIMITS, type DatabaseLimits } from "./limits.ts";
import { withinTime } from "./postgres-pool.ts";
import type { Tables } from "./schema.ts";

export type Rows = Kysely<Tables>;

/**
 * `purge` reads and deletes what is too old; `take-over` reads the inbox and says who holds what is in it; `check` reads
 * what can be damaged; `audit` reads who did what; `reseal` reads which installations there are.
 */
export type Task = "purge" | "take-over" | "check" | "audit" | "reseal";

/**
 * An engine. Whoever reads or writes names the tenant: on PostgreSQL its policies then hide everybody else's rows. What the
 * engine refuses is an `UnavailableError`; what PostgreSQL cut, and nothing came of, is tried once more before.
 */
export interface Database {
  engine: "sqlite" | "postgres";
  /** With no tenant named and no limit in time: for migrations. */
  rows: Rows;
  read<T>(tenant: string, work: (rows: Rows) => Promise<T>): Promise<T>;
  /** One transaction: all of `work` or nothing, durable once this resolves. */
  write<T>(tenant: string, work: (rows: Rows) => Promise<T>): Promise<T>;
  /** One statement on nobody's rows that is not waited for on the disk: a power cut may lose it, a process that dies does not. */
  writeUnflushed<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /** A transaction over every tenant's rows that may do what the task needs, and nothing else. */
  across<T>(task: Task, work: (rows: Rows) => Promise<T>): Promise<T>;
  /** Copies it to a file while others go on writing; null where the engine has tools of its own for that. */
  backup: ((file: string) => Promise<void>) | null;
  close(): Promise<void>;
}

/** A shell's name has no colon, so two tenants never share a key. */
export const tenantKey = (tenant: Tenant): string => `${tenant.shell}:${tenant.id}`;

/** Tasks that change nothing, and so need not wait for who does. */
const READS: ReadonlySet<Task> = new Set<Task>(["check", "audit", "reseal"]);

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
  const write = <T>(work: (rows: Rows) => Promise<T>) => attempt(rows, work).catch(refuse);
  return {
    engine: "sqlite",
    rows,
    read: (_tenant, work) => work(rows).catch(refuse),
    write: (_tenant, work) => write(work),
    writeUnflushed: (work) => rows.connection().execute(unflushed(work)).catch(refuse),
    across: (task, work) => (READS.has(task) ? work(rows).catch(refuse) : write(work)),
    backup: async (copy) => void (await file.backup(copy).catch(refuse)),
    close: () => rows.destroy(),
  };
}

/** Nobody else has the connection meanwhile. In a write-ahead log the next commit that is waited for flushes this one, too. */
const unflushed =
  <T>(work: (rows: Rows) => Promise<T>) =>
  async (connection: Rows): Promise<T> => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  };

/** PostgreSQL behind a pool. The tenant holds for one transaction, so a connection that is handed on carries none. */
export function postgresDatabase(pool: PostgresPool, limits: DatabaseLimits = DATABASE_LIMITS): Database {
  const rows: Rows = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const limited: Rows = new Kysely({ dialect: new PostgresDialect({ pool: withinTime(pool, limits) }) });
  const within =
    (setting: string, on: Rows = limited) =>
    <T>(value: string, work: (rows: Rows) => Promise<T>) => {
      const once = () =>
        attempt(on, async (transaction) => {
          await sql`select set_config(${setting}, ${value}, true)`.execute(transaction);
          if (on === rows) await sql`select set_config('statement_timeout', ${PATIENT_MS}, true)`.execute(transaction);
          return work(transaction);
        });
      return retried(once).catch(refuse);
    };
  const asTenant = within("app.tenant");
  const asTask = within("app.task");
  const patiently = within("app.task", rows);
  return {
    engine: "postgres",
    rows,
    read: asTenant,
    write: asTenant,
    writeUnflushed: (work) => within("synchronous_commit")("off", work),
    across: (task, work) => (task === "take-over" ? asTask(task, work) : patiently(task, work)),
    backup: null,
    close: () => pool.end(),
  };
}

/** For what nobody waits for: looking through every tenant's rows may take a while, and holds no locks. */
const PATIENT_MS = "60000";

/** Why a transaction ended, and whether that was while it was being committed. */
class Failed extends Error {
  readonly error: unknown;
  readonly committing: boolean;
  constructor(error: unknown, committing: boolean) {
    super("The transaction failed.", { cause: error });
    this.error = error;
    this.committing = committing;
  }
}

/** One transaction. @throws {Failed} with the first thing that went wrong: rolling back a lost one fails as well. */
async function attempt<T>(rows: Rows, work: (rows: Rows) => Promise<T>): Promise<T> {
  let first: unknown;
  let committing = false;
  try {
    return await rows.transaction().execute(async (transaction) => {
      const result = await work(transaction).catch((error: unknown) => {
        first = error;
        throw error;
      });
      committing = true;
      return result;
    });
  } catch (error) {
    throw new Failed(first ?? error, committing);
  }
}

/** Once more where nothing came of the first time. */
async function retried<T>(once: () => Promise<T>): Promise<T> {
  try {
    return await once();
  } catch (failed) {
    if (failed instanceof Failed && leftNothing(failed.error, failed.committing)) return once();
    throw failed;
  }
}

function refuse(error: unknown): never {
  throw inWords(error instanceof Failed ? error.error : error);
}

/**
 * Transactions that take the write lock at once. One that first reads and then writes would fail, without waiting, when
 * another process wrote in between: https://www.sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: BetterSqlite3.Database;
  constructor({ database }: { database: BetterSqlite3.Database }) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#database);
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: BetterSqlite3.Database;
  constructor(database: BetterSqlite3.Database) {
    super({ database });
    this.#database = database;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
  /** A full disk has rolled it back already: https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}
