import type { AuditTrail } from "../../app/ports/data.ts";
import { type AuditAction, AuditEntry, type Who } from "../../app/records.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";

/** What is noted beside what was done, in the same transaction. */
interface Note {
  /** Names what was done: done again, it is noted once. */
  id: string;
  action: AuditAction;
  about: string; // no person's id, nothing that anybody typed
  by: Who;
  at: string;
  personId?: string; // whom it is about
}

export async function note(rows: Rows, tenant: string, { by, personId, ...rest }: Note): Promise<void> {
  const row = { tenant, ...rest, person_id: by.id, person_name: by.name, about_person_id: personId ?? null };
  const insert = rows.insertInto("audit").values(row);
  await insert.onConflict((conflict) => conflict.doNothing()).execute();
}

export function auditTrail(database: Database): AuditTrail {
  return {
    list: (tenant, { limit, before }) => {
      const page = (rows: Rows) => newestFirst(rows, tenant && tenantKey(tenant), { limit, before });
      return tenant === null ? database.across("audit", page) : database.read(tenantKey(tenant), page);
    },
  };
}

async function newestFirst(
  rows: Rows,
  tenant: string | null,
  { limit, before }: { limit: number; before: string | null },
): ReturnType<AuditTrail["list"]> {
  let query = rows
    .selectFrom("audit")
    .selectAll()
    .orderBy("at", "desc")
    .orderBy("tenant", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (tenant !== null) query = query.where("tenant", "=", tenant);
  if (before !== null) {
    const [at, of, id] = placeOf(before);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple("at", "tenant", "id"), "<", tuple(at, of, id)));
  }
  const found = await query.execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) =>
      AuditEntry.parse({
        workspace: row.tenant,
        at: row.at,
        action: row.action,
        about: row.about,
        by: { id: row.person_id, name: row.person_name },
        personId: row.about_person_id,
      }),
    ),
    next: last && found.length > limit ? cursorOf(last.at, last.tenant, last.id) : null,
  };
}
