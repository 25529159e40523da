import type { Database } from "./database.ts";
import { checkSchema } from "./migrate.ts";

/** No platform's workspace has a shell without a name. */
const PROBE = { tenant: ":ready", key: "ready" };

/** At most so often: whoever asks does not make the disk work. */
const EVERY_MS = 1_000;

/**
 * Resolves when the tables are this version's and take a change: a row is written and taken out again, as a full disk or a
 * server that may only be read answers every question. @throws what is wrong, in words.
 */
export function readiness(database: Database): () => Promise<void> {
  let last: { at: number; outcome: Promise<void> } | null = null;
  return () => {
    const now = performance.now();
    if (last === null || now - last.at > EVERY_MS) last = { at: now, outcome: probe(database) };
    return last.outcome;
  };
}

async function probe(database: Database): Promise<void> {
  await checkSchema(database);
  await database.write(PROBE.tenant, async (rows) => {
    const at = new Date(0).toISOString(); // one left behind would be purged at once
    const insert = rows.insertInto("receipt").values({ ...PROBE, at });
    await insert.onConflict((conflict) => conflict.doNothing()).execute();
    await rows
      .deleteFrom("receipt")
      .where((eb) => eb.and(PROBE))
      .execute();
  });
}
