import type { PostgresPool } from "kysely";
import type { Pool } from "pg";
import type { DatabaseLimits } from "./limits.ts";

type PoolClient = Awaited<ReturnType<PostgresPool["connect"]>>;

/** A pool whose server cuts what takes longer than the limits. */
export async function connect(connectionString: string, limits: DatabaseLimits): Promise<Pool> {
  const { default: pg } = await import("pg"); // most run without it
  const pool = new pg.Pool({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: limits.connectMs,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleMs,
  });
  // A connection lost while nobody waits on it must not end the process: whoever uses it next hears of it, or gets another.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** How much longer than its own limit a server may take to say that it cut a statement. */
const GRACE_MS = 1_000;

/**
 * The same pool for whoever must not wait for a server that fell silent, as one behind a cut cable does: no limit of its
 * own holds there. A connection that gave no answer is thrown away.
 */
export function withinTime(pool: PostgresPool, { statementMs }: DatabaseLimits): PostgresPool {
  return {
    connect: async () => impatient(await pool.connect(), statementMs + GRACE_MS),
    end: async () => {}, // whoever made the pool ends it
  };
}

function impatient(client: PoolClient, ms: number): PoolClient {
  let silent: Error | null = null;
  const query = async (text: string, parameters: readonly unknown[]) => {
    if (silent) throw silent;
    const answer = client.query(text, parameters);
    answer.catch(() => {}); // it fails once the connection is thrown away, when nobody waits for it any longer
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        silent = Object.assign(new Error("The database server gave no answer."), { code: "ETIMEDOUT" });
        reject(silent);
      }, ms);
    });
    return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer));
  };
  const release = client.release as (broken?: Error | boolean) => void; // pg's: what is broken is not handed on
  return { query: query as PoolClient["query"], release: () => release.call(client, silent ?? false) };
}
