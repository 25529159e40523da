import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Tenant } from "../../app/ports/asker.ts";
import type { Doing } from "../../app/records.ts";
import { note } from "./audit.ts";
import { deleteInBatches } from "./batches.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import { TENANT_TABLES } from "./schema.ts";

/**
 * Erases everything about a workspace and gives the number of records: a few rows at a time, so that a large one stops nobody
 * else. Cut short, it is done by doing it again. That it was erased is all that stays.
 */
export async function eraseTenant(database: Database, tenant: Tenant, doing: Doing): Promise<number> {
  const key = tenantKey(tenant);
  const within = <T>(work: (rows: Rows) => Promise<T>) => database.write(key, work);
  let erased = 0;
  for (const table of TENANT_TABLES) {
    const rows = await deleteInBatches(database.engine, within, table, sql`tenant = ${key}`);
    if (!UNCOUNTED.has(table)) erased += rows;
  }
  await database.write(key, (rows) =>
    note(rows, key, { id: randomUUID(), action: "erased", about: "the workspace", ...doing }),
  );
  return erased;
}

/** What is kept about keeping, not about the workspace. */
const UNCOUNTED: ReadonlySet<string> = new Set(["audit", "departure"]);
