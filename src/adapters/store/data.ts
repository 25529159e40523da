import { type RawBuilder, sql } from "kysely";
import type { DataStore } from "../../app/ports.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import { erasePerson } from "./erase-person.ts";
import { keptRecords } from "./export.ts";
import { TENANT_TABLES, type TenantTable } from "./schema.ts";

export function dataStore(database: Database): DataStore {
  return {
    export: (tenant, personId) => keptRecords(database, tenantKey(tenant), personId),
    delete: (tenant, personId) =>
      database.write(tenantKey(tenant), (rows) =>
        personId === null ? eraseTenant(rows, tenantKey(tenant)) : erasePerson(rows, tenantKey(tenant), personId),
      ),
    purge: async ({ receipts, estimates }) => {
      const taken = await purge(database, "receipt", sql`at < ${receipts}`);
      const erased = taken + (await purge(database, "inbox", sql`at < ${receipts}`));
      if (estimates === null) return erased;
      const threads = await purge(database, "thread", sql`last_step_at < ${estimates}`);
      const old = sql`asked_at < ${estimates} and not exists (
        select 1 from thread_entry where thread_entry.tenant = estimate.tenant and estimate_id = estimate.id)`;
      return erased + threads + (await purge(database, "estimate", old));
    },
  };
}

async function eraseTenant(rows: Rows, tenant: string): Promise<number> {
  let erased = 0;
  for (const table of TENANT_TABLES) {
    const result = await rows.deleteFrom(table).where("tenant", "=", tenant).executeTakeFirst();
    erased += Number(result.numDeletedRows);
  }
  return erased;
}

/** Rows deleted in one transaction: few enough that whoever else writes waits for milliseconds. */
const BATCH = 500;

async function purge(database: Database, table: TenantTable, condition: RawBuilder<unknown>): Promise<number> {
  const place = sql.raw(database.engine === "sqlite" ? "rowid" : "ctid");
  const from = sql.table(table);
  const batch = sql`delete from ${from} where ${place} in (select ${place} from ${from} where ${condition} limit ${BATCH})`;
  for (let erased = 0; ; ) {
    const { numAffectedRows = 0n } = await database.across("purge", (rows) => batch.execute(rows));
    erased += Number(numAffectedRows);
    if (numAffectedRows < BATCH) return erased;
  }
}
