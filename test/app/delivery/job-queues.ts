import { sql } from "kysely";
import { sqliteDatabase } from "../../../src/adapters/store/database.ts";
import { migrate } from "../../../src/adapters/store/migrate.ts";
import { momentsOf } from "../../../src/adapters/store/moments.ts";
import { storeOn } from "../../../src/adapters/store/open.ts";
import type { JobQueue, Receipts } from "../../../src/app/ports/job-queue.ts";

/** One queue on the real store, as several processes see it. */
export interface SharedQueue {
  /** As one more process. */
  process(): JobQueue;
  receipts: Receipts;
  /** Ends every lease, as if all was kept that long ago. */
  fallSilent(agoMs?: number): Promise<void>;
  /** What waits for its answer, oldest first. */
  kept(): Promise<{ key: string; body: string; attempts: number; dead_at: string | null }[]>;
}

export async function sharedQueue(): Promise<SharedQueue> {
  const database = sqliteDatabase(":memory:");
  await migrate(database);
  const store = () => storeOn(database, { tokenKey: null, clock: { now: () => new Date() } });
  const { fromNow } = momentsOf("sqlite");
  return {
    process: () => store().jobs,
    receipts: store().receipts,
    async fallSilent(agoMs) {
      const at = agoMs === undefined ? sql`at` : fromNow(-agoMs);
      await sql`update inbox set held_until = ${fromNow(-1)}, at = ${at} where dead_at is null`.execute(database.rows);
    },
    kept: () =>
      database.rows.selectFrom("inbox").select(["key", "body", "attempts", "dead_at"]).orderBy("at").execute(),
  };
}
