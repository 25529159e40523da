import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { DataStore, Tenant } from "../../app/ports.ts";
import type { Doing } from "../../app/records.ts";
import { note } from "./audit.ts";
import { deleteInBatches } from "./batches.ts";
import { type Database, tenantKey } from "./database.ts";
import { erasePerson } from "./erase-person.ts";
import { keptRecords } from "./export.ts";
import { TENANT_TABLES, type TenantTable } from "./schema.ts";

export function dataStore(database: Database): DataStore {
  const purge = (table: TenantTable, condition: RawBuilder<unknown>) =>
    deleteInBatches(database.engine, (work) => database.across("purge", work), table, condition);
  return {
    async *export(tenant, personId, doing) {
      await database.write(tenantKey(tenant), (rows) =>
        note(rows, tenantKey(tenant), { id: randomUUID(), action: "exported", ...whose(personId), ...doing }),
      );
      yield* keptRecords(database, tenantKey(tenant), personId);
    },
    delete: (tenant, personId, doing) =>
      personId === null ? eraseTenant(database, tenant, doing) : erase(database, tenant, personId, doing),
    purge: async ({ receipts, estimates }) => {
      const taken = await purge("receipt", sql`at < ${receipts}`);
      const erased = taken + (await purge("inbox", sql`at < ${receipts}`));
      if (estimates === null) return erased;
      const threads = await purge("thread", sql`last_step_at < ${estimates}`);
      const old = sql`asked_at < ${estimates} and not exists (
        select 1 from thread_entry where thread_entry.tenant = estimate.tenant and estimate_id = estimate.id)`;
      return erased + threads + (await purge("estimate", old));
    },
  };
}

const whose = (personId: string | null) =>
  personId === null ? { about: "the workspace" } : { about: "one person", personId };

function erase(database: Database, tenant: Tenant, personId: string, doing: Doing): Promise<number> {
  return database.write(tenantKey(tenant), async (rows) => {
    const touched = await erasePerson(rows, tenantKey(tenant), personId);
    // Not whom: that would be the one thing kept of them.
    await note(rows, tenantKey(tenant), { id: randomUUID(), action: "erased", about: "one person", ...doing });
    return touched;
  });
}

/** Everything, a few rows at a time, so that a large workspace stops nobody else. Cut short, it is done by doing it again. */
async function eraseTenant(database: Database, tenant: Tenant, doing: Doing): Promise<number> {
  const key = tenantKey(tenant);
  let erased = 0;
  for (const table of TENANT_TABLES) {
    const within = <T>(work: Parameters<typeof database.write<T>>[1]) => database.write(key, work);
    const rows = await deleteInBatches(database.engine, within, table, sql`tenant = ${key}`);
    if (table !== "audit") erased += rows; // what remains of it is that they were erased
  }
  await database.write(key, (rows) =>
    note(rows, key, { id: randomUUID(), action: "erased", about: "the workspace", ...doing }),
  );
  return erased;
}
