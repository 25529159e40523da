import type { DataStore, Departures } from "./ports/data.ts";
import type { Clock, Log } from "./ports/process.ts";
import type { RateLimits } from "./ports/rate-limits.ts";
import type { SessionStore } from "./ports/sessions.ts";

/** How long what is kept is kept, in days. */
export interface Retention {
  retentionDays: number; // drafts that nobody shared
  retentionSharedDays: number | null; // what was shared, from its last word on; null: for good
  uninstallEraseDays: number; // everything, from the app's removal on
}

interface Kept {
  data: DataStore;
  departures: Departures;
  rateLimits: RateLimits;
  sessions: SessionStore;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const RECEIPT_DAYS = 7; // far longer than any platform delivers an event again

/** As the audit trail remembers what nobody in particular did. */
const THE_BOT = { id: "k8s-advise", name: "k8s-advise" };

/** Erases what is older than it may be, and all about workspaces that removed the app long enough ago: each with a line in the log. */
export async function forgetOld(
  { data, departures, rateLimits, sessions }: Kept,
  { retentionDays, retentionSharedDays, uninstallEraseDays }: Retention,
  { clock, log }: { clock: Clock; log: Log },
): Promise<void> {
  const now = clock.now();
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  try {
    const erased = await data.purge({
      receipts: before(RECEIPT_DAYS),
      drafts: before(retentionDays),
      shared: retentionSharedDays === null ? null : before(retentionSharedDays),
    });
    const counts = await rateLimits.purge();
    const ended = await sessions.purge();
    log.info({ erased, counts, sessions: ended }, "old records erased");
    const gone = departures.erase(before(uninstallEraseDays), { by: THE_BOT, at: now.toISOString() });
    for await (const left of gone) log.info(left, "all about a workspace that removed the app erased");
  } catch (error) {
    log.error({ err: error }, "old records could not be erased");
  }
}
