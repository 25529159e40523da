import { type RawBuilder, sql } from "kysely";
import type { Database, Rows } from "./database.ts";
import type { TenantTable } from "./schema.ts";

/** Rows deleted in one transaction: few enough that whoever else writes waits for milliseconds. */
const BATCH = 500;

/** Deletes the table's rows under the condition, each batch in a transaction that `within` gives, and counts them. */
export async function deleteInBatches(
  engine: Database["engine"],
  within: <T>(work: (rows: Rows) => Promise<T>) => Promise<T>,
  table: TenantTable,
  condition: RawBuilder<unknown>,
): Promise<number> {
  const place = sql.raw(engine === "sqlite" ? "rowid" : "ctid");
  const from = sql.table(table);
  const batch = sql`delete from ${from} where ${place} in (select ${place} from ${from} where ${condition} limit ${BATCH})`;
  for (let erased = 0; ; ) {
    const { numAffectedRows = 0n } = await within((rows) => batch.execute(rows));
    erased += Number(numAffectedRows);
    if (numAffectedRows < BATCH) return erased;
  }
}
