import { type RawBuilder, sql } from "kysely";
import type { KeptRecord } from "../../app/records.ts";
import type { Database } from "./database.ts";
import { decisionNaming, mayName } from "./decisions-naming.ts";
import type { TenantTable } from "./schema.ts";

interface Kept {
  kind: KeptRecord["kind"];
  table: TenantTable;
  order: string[]; // the rest of the primary key, after the tenant
  json: string[]; // columns that hold JSON text
  ofPerson: ((personId: string) => RawBuilder<unknown>) | null; // null where it is about nobody in particular
  /** Of the rows so found, whether one is about them after all; left out: every one is. */
  isAbout?: (row: Record<string, unknown>, personId: string) => boolean;
}

const byThem = (personId: string) => sql`person_id = ${personId}`;
const THREAD = ["channel_id", "thread_id"];

const KEPT: readonly Kept[] = [
  { kind: "estimate", table: "estimate", order: ["id", "person_id"], json: ["body"], ofPerson: byThem },
  { kind: "thread", table: "thread", order: THREAD, json: [], ofPerson: null },
  { kind: "thread-entry", table: "thread_entry", order: [...THREAD, "position"], json: [], ofPerson: byThem },
  { kind: "vote", table: "vote", order: [...THREAD, "person_id"], json: [], ofPerson: byThem },
  {
    kind: "decision",
    table: "decision",
    order: ["id"],
    json: ["body", "estimate"],
    ofPerson: mayName,
    isAbout: (row, personId) => decisionNaming({ id: String(row["id"]), body: String(row["body"]) }, personId) !== null,
  },
  { kind: "setting", table: "setting", order: ["channel_id", "version"], json: ["body"], ofPerson: byThem },
  {
    kind: "audit",
    table: "audit",
    order: ["id"],
    json: [],
    ofPerson: (personId) => sql`(person_id = ${personId} or about_person_id = ${personId})`,
  },
  { kind: "receipt", table: "receipt", order: ["key"], json: [], ofPerson: null },
  { kind: "inbox", table: "inbox", order: ["key"], json: [], ofPerson: byThem },
  { kind: "session", table: "session", order: ["secret_hash"], json: [], ofPerson: byThem },
  { kind: "installation", table: "installation", order: ["key_id"], json: [], ofPerson: null },
  { kind: "departure", table: "departure", order: ["at"], json: [], ofPerson: null },
];

/** Few enough to hold at once: an estimate takes up to a tenth of a megabyte. */
const PAGE = 100;

/** All that is kept about a tenant or a person in it, table by table, as it is kept. */
export async function* keptRecords(
  database: Database,
  tenant: string,
  personId: string | null,
): AsyncGenerator<KeptRecord> {
  for (const kept of KEPT) {
    if (personId !== null && kept.ofPerson === null) continue;
    let last: Record<string, unknown> | undefined;
    do {
      const page = await pageOf(database, tenant, kept, personId, last);
      for (const row of page)
        if (personId === null || kept.isAbout?.(row, personId) !== false)
          yield { kind: kept.kind, record: recordOf(row, kept) };
      last = page.length < PAGE ? undefined : page.at(-1);
    } while (last);
  }
}

function pageOf(
  database: Database,
  tenant: string,
  { table, order, ofPerson }: Kept,
  personId: string | null,
  last: Record<string, unknown> | undefined,
): Promise<Record<string, unknown>[]> {
  const key = sql.join(order.map((column) => sql.ref(column)));
  const after = last ? sql`and (${key}) > (${sql.join(order.map((column) => last[column]))})` : sql``;
  const about = personId !== null && ofPerson ? sql`and ${ofPerson(personId)}` : sql``;
  const query = sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where tenant = ${tenant} ${about} ${after} order by ${key} limit ${PAGE}`;
  return database.read(tenant, async (rows) => (await query.execute(rows)).rows);
}

function recordOf({ tenant: _, ...row }: Record<string, unknown>, { kind, json }: Kept): KeptRecord["record"] {
  if (kind === "installation") return { key_id: row["key_id"] }; // never what it seals
  if (kind === "inbox") return { key: row["key"], person_id: row["person_id"], at: row["at"] }; // its body has tokens
  if (kind === "session") {
    const { secret_hash: __, ...known } = row;
    return known;
  }
  return { ...row, ...Object.fromEntries(json.map((column) => [column, parsed(String(row[column]))])) };
}

/** The value of JSON text; of a damaged row the text itself, so that nothing kept is left out. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
