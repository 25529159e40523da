import type { Selectable } from "kysely";
import type { ThreadStore } from "../../app/ports/threads.ts";
import type { ThreadEntry, ThreadRef } from "../../app/records.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import type { Tables } from "./schema.ts";

export function threadStore(database: Database): ThreadStore {
  return {
    open: (tenant, ref, { estimateId, by, at }) =>
      database.write(tenantKey(tenant), async (rows) => {
        const thread = threadKey(tenantKey(tenant), ref);
        const opened = await rows
          .insertInto("thread")
          .values({ ...thread, steps: 1, decision_id: null, last_step_at: at })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (opened.numInsertedOrUpdatedRows === 0n) return;
        const entry: ThreadEntry = { position: 1, kind: "opened", estimateId, basedOn: null, text: null, by, at };
        await rows.insertInto("thread_entry").values(rowOf(thread, entry)).execute();
      }),

    current: (tenant, ref) =>
      database.read(tenantKey(tenant), async (rows) => {
        const last = entries(rows, threadKey(tenantKey(tenant), ref))
          .orderBy("position", "desc")
          .limit(1);
        const row = await last.executeTakeFirst();
        return row ? entryOf(row) : null;
      }),

    append: (tenant, ref, change) =>
      database.write(tenantKey(tenant), async (rows) => {
        const thread = threadKey(tenantKey(tenant), ref);
        const position = await nextPosition(rows, thread, change.at);
        if (position === null) return null;
        await rows
          .insertInto("thread_entry")
          .values(rowOf(thread, { ...change, position }))
          .execute();
        return position;
      }),

    line: (tenant, ref) =>
      database.read(tenantKey(tenant), async (rows) => {
        const newest = entries(rows, threadKey(tenantKey(tenant), ref))
          .orderBy("position", "desc")
          .limit(MOST_STEPS);
        return (await newest.execute()).reverse().map(entryOf);
      }),
  };
}

/** Read of one line: further back nobody goes step by step. */
const MOST_STEPS = 1_000;

/** What identifies a thread in every table that has one. */
export interface ThreadKey {
  tenant: string;
  channel_id: string;
  thread_id: string;
}

export function threadKey(tenant: string, ref: ThreadRef): ThreadKey {
  return { tenant, channel_id: ref.channelId, thread_id: ref.threadId };
}

/** Counting the steps locks the thread's row until the transaction ends: that puts steps made at once in order. */
async function nextPosition(rows: Rows, thread: ThreadKey, at: string): Promise<number | null> {
  const counted = await rows
    .updateTable("thread")
    .set((eb) => ({ steps: eb("steps", "+", 1), last_step_at: at }))
    .where((eb) => eb.and(thread))
    .returning("steps")
    .executeTakeFirst();
  return counted?.steps ?? null;
}

/**
 * Whether a thread's votes are closed, and by which decision; null where no card owns it. Nobody else changes that before
 * the transaction ends: writing to its row, be it what was there, locks it on both engines.
 */
export async function lockThread(rows: Rows, thread: ThreadKey): Promise<{ closedBy: string | null } | null> {
  const row = await rows
    .updateTable("thread")
    .set((eb) => ({ steps: eb.ref("steps") }))
    .where((eb) => eb.and(thread))
    .returning("decision_id")
    .executeTakeFirst();
  return row ? { closedBy: row.decision_id } : null;
}

function entries(rows: Rows, thread: ThreadKey) {
  return rows
    .selectFrom("thread_entry")
    .selectAll()
    .where((eb) => eb.and(thread));
}

function rowOf(thread: ThreadKey, entry: ThreadEntry): Selectable<Tables["thread_entry"]> {
  return {
    ...thread,
    position: entry.position,
    kind: entry.kind,
    estimate_id: entry.estimateId,
    based_on: entry.basedOn,
    text: entry.text,
    person_id: entry.by.id,
    person_name: entry.by.name,
    at: entry.at,
  };
}

function entryOf(row: Selectable<Tables["thread_entry"]>): ThreadEntry {
  return {
    position: row.position,
    kind: row.kind,
    estimateId: row.estimate_id,
    basedOn: row.based_on,
    text: row.text,
    by: { id: row.person_id, name: row.person_name },
    at: row.at,
  };
}
