import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";

/** The database's own time, as moments are kept: no process's clock has a say in it. */
export interface Moments {
  /** So many milliseconds from now; negative: ago. */
  fromNow(ms: number | RawBuilder<number>): RawBuilder<string>;
  /** Milliseconds since the moment in a column. */
  since(column: string): RawBuilder<number>;
}

export const momentsOf = (engine: Database["engine"]): Moments => (engine === "postgres" ? POSTGRES : SQLITE);

const POSTGRES: Moments = {
  fromNow: (ms) =>
    sql<string>`to_char((clock_timestamp() + (${ms})::double precision * interval '1 millisecond') at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  since: (column) =>
    sql<number>`(extract(epoch from clock_timestamp() - (${sql.ref(column)})::timestamptz) * 1000)::double precision`,
};

const SQLITE: Moments = {
  fromNow: (ms) => sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ((${ms}) / 1000.0) || ' seconds')`,
  since: (column) => sql<number>`(julianday('now') - julianday(${sql.ref(column)})) * 86400000.0`,
};
