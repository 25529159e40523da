import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import RateLimiterStoreAbstract from "rate-limiter-flexible/lib/RateLimiterStoreAbstract.js";
import type { Rate, RateLimiter, RateLimits } from "../../app/ports/rate-limits.ts";
import type { Database, Rows } from "./database.ts";

/** Counts on the store's own tables, over all processes. Where the store fails, each process counts for itself. */
export function rateLimits(database: Database): RateLimits {
  return {
    limiter: (name, rate) => limiter(database, name, rate),
    purge: () =>
      database.write("", async (rows) => {
        const old = await sql`delete from rate_limit where expire < ${now(database)}`.execute(rows);
        return Number(old.numAffectedRows ?? 0n);
      }),
  };
}

function limiter(database: Database, name: string, { most, seconds }: Rate): RateLimiter {
  const counts = { keyPrefix: name, points: most, duration: seconds };
  const kept = new StoreLimiter(database, {
    ...counts,
    storeClient: database,
    inMemoryBlockOnConsumed: most + 1, // who is beyond the limit costs the store nothing more
    insuranceLimiter: new RateLimiterMemory(counts),
  });
  return {
    count: (key) => kept.consume(hashed(key)).then(() => null, waitMs),
    wait: async (key) => {
      const counted = await kept.get(hashed(key));
      return counted !== null && counted.consumedPoints >= most ? counted.msBeforeNext : null;
    },
    forget: async (key) => void (await kept.delete(hashed(key))),
  };
}

/** Milliseconds until there is room again, of what the package rejects with. */
function waitMs(refusal: unknown): number {
  if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
  throw refusal;
}

const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");

/** The time in milliseconds by the database's clock: the processes' own may differ. */
const now = ({ engine }: Database): RawBuilder<number> =>
  engine === "postgres"
    ? sql`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`
    : sql`cast(unixepoch('subsec') * 1000 as integer)`;

interface Counted {
  points: number;
  ms: number; // until the count starts anew
}

/**
 * The package's counting on our tables. Its own limiter for SQLite would write on the one connection in the middle of
 * somebody else's transaction, and its own for PostgreSQL knows neither our limits in time nor the words for an outage.
 */
class StoreLimiter extends RateLimiterStoreAbstract {
  readonly #database: Database;

  constructor(database: Database, options: ConstructorParameters<typeof RateLimiterStoreAbstract>[0]) {
    super(options);
    this.#database = database;
  }

  protected override _upsert(key: string, points: number, ms: number, restart = false): Promise<Counted | undefined> {
    const time = now(this.#database);
    const runs = restart ? sql`1 = 0` : sql`rate_limit.expire > ${time}`;
    return this.#one(sql<Counted>`insert into rate_limit (key, points, expire) values (${key}, ${points}, ${time} + ${ms})
      on conflict (key) do update set
        points = case when ${runs} then rate_limit.points + excluded.points else excluded.points end,
        expire = case when ${runs} then rate_limit.expire else excluded.expire end
      returning points, cast(expire - ${time} as integer) as ms`);
  }

  protected override _get(key: string): Promise<Counted | undefined> {
    const time = now(this.#database);
    return this.#one(sql<Counted>`select points, cast(expire - ${time} as integer) as ms from rate_limit
      where key = ${key} and expire > ${time}`);
  }

  protected override async _delete(key: string): Promise<boolean> {
    return (await this.#one(sql`delete from rate_limit where key = ${key} returning key`)) !== undefined;
  }

  protected override _getRateLimiterRes(_key: string, changed: number, { points, ms }: Counted): RateLimiterRes {
    return new RateLimiterRes(Math.max(0, this.points - points), Math.max(0, ms), points, changed === points);
  }

  #one<T>(query: RawBuilder<T>): Promise<T | undefined> {
    return this.#database.writeUnflushed(async (rows: Rows) => (await query.execute(rows)).rows[0]);
  }
}
