import type { PGlite } from "@electric-sql/pglite";
import type { PostgresPool } from "kysely";

type PoolClient = Awaited<ReturnType<PostgresPool["connect"]>>;

/** PGlite has one connection: it is lent to one at a time, in the order asked. `end` leaves it open for the next test. */
export function pglitePool(db: PGlite): PostgresPool {
  let returned = Promise.resolve();
  return {
    connect: async () => {
      const turn = returned;
      let release = () => {};
      returned = new Promise((resolve) => {
        release = resolve;
      });
      await turn;
      const query = async (sql: string, parameters: readonly unknown[]) => {
        const { rows, affectedRows } = await db.query(sql, [...parameters]);
        return { command: sql.split(" ", 1)[0]?.toUpperCase(), rowCount: affectedRows, rows };
      };
      return { query: query as PoolClient["query"], release };
    },
    end: async () => {},
  };
}
