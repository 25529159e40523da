import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Tenant } from "../../app/ports/asker.ts";
import type { DataStore } from "../../app/ports/data.ts";
import { type Doing, DRAFTS, PRIVATE } from "../../app/records.ts";
import { note } from "./audit.ts";
import { deleteInBatches } from "./batches.ts";
import { type Database, tenantKey } from "./database.ts";
import { erasePerson } from "./erase-person.ts";
import { eraseTenant } from "./erase-tenant.ts";
import { keptRecords } from "./export.ts";
import type { TenantTable } from "./schema.ts";

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
    purge: async ({ receipts, drafts, shared }) => {
      let erased = await purge("receipt", sql`at < ${receipts}`);
      erased += await purge("inbox", sql`at < ${receipts}`);
      erased += await purge("thread", sql`channel_id in (${DRAFTS}, ${PRIVATE}) and last_step_at < ${drafts}`);
      erased += await purge("thread_entry", sql`channel_id = ${PRIVATE} and at < ${drafts}`); // of a line that goes on
      erased += await purge("estimate", sql`asked_at < ${drafts} and shared_at is null and ${inNoThread}`);
      if (shared === null) return erased;
      erased += await purge("thread", sql`last_step_at < ${shared}`);
      return erased + (await purge("estimate", sql`asked_at < ${shared} and ${inNoThread}`));
    },
  };
}

const inNoThread = sql`not exists (
  select 1 from thread_entry where thread_entry.tenant = estimate.tenant and estimate_id = estimate.id)`;

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
