import { sqliteDatabase } from "../../src/adapters/store/database.ts";
import { migrate } from "../../src/adapters/store/migrate.ts";
import { storeOn } from "../../src/adapters/store/open.ts";
import { INBOX_HELD_MS, type Inbox } from "../../src/app/ports.ts";

/** One inbox as several processes see it. */
export interface Inboxes {
  process(): Inbox;
  /** Lets everything that is held now be taken over. */
  fallSilent(): void;
  /** How much waits for its answer. */
  size(): Promise<number>;
}

export async function inboxes(): Promise<Inboxes> {
  const database = sqliteDatabase(":memory:");
  await migrate(database);
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  return {
    process: () => storeOn(database, { tokenKey: null, clock }).inbox,
    fallSilent() {
      ahead += INBOX_HELD_MS + 1;
    },
    size: async () => (await database.rows.selectFrom("inbox").selectAll().execute()).length,
  };
}
