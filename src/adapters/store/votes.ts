import type { Tenant } from "../../app/ports/asker.ts";
import type { VoteResult, VoteStore } from "../../app/ports/threads.ts";
import type { ThreadRef, VotesFor } from "../../app/records.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import { lockThread, type ThreadKey, threadKey } from "./threads.ts";

export function voteStore(database: Database): VoteStore {
  return {
    cast: (tenant, ref, { platform, by, at }) =>
      whileOpen(database, tenant, ref, async (rows, thread) => {
        const vote = { person_name: by.name, platform, at };
        await rows
          .insertInto("vote")
          .values({ ...thread, person_id: by.id, ...vote })
          .onConflict((conflict) =>
            conflict.columns(["tenant", "channel_id", "thread_id", "person_id"]).doUpdateSet(vote),
          )
          .execute();
      }),

    withdraw: (tenant, ref, personId) =>
      whileOpen(database, tenant, ref, async (rows, thread) => {
        const mine = { ...thread, person_id: personId };
        await rows
          .deleteFrom("vote")
          .where((eb) => eb.and(mine))
          .execute();
      }),

    tally: (tenant, ref) =>
      database.read(tenantKey(tenant), async (rows) => {
        const thread = threadKey(tenantKey(tenant), ref);
        const row = await rows
          .selectFrom("thread")
          .select("decision_id")
          .where((eb) => eb.and(thread))
          .executeTakeFirst();
        return { votes: await votesOf(rows, thread), closedBy: row?.decision_id ?? null };
      }),
  };
}

/** Does `work` unless a decision closed the votes, with no decision coming in between. */
function whileOpen(
  database: Database,
  tenant: Tenant,
  ref: ThreadRef,
  work: (rows: Rows, thread: ThreadKey) => Promise<void>,
): Promise<VoteResult> {
  return database.write(tenantKey(tenant), async (rows) => {
    const thread = threadKey(tenantKey(tenant), ref);
    const state = await lockThread(rows, thread);
    if (!state) return "no-thread";
    if (state.closedBy !== null) return "closed";
    await work(rows, thread);
    return "counted";
  });
}

/** A thread's votes by platform, most first, then by platform. */
export async function votesOf(rows: Rows, thread: ThreadKey): Promise<VotesFor[]> {
  const votes = await rows
    .selectFrom("vote")
    .select(["platform", "person_id as id", "person_name as name"])
    .where((eb) => eb.and(thread))
    .orderBy("platform")
    .orderBy("person_id")
    .execute();
  const byPlatform = new Map<string, VotesFor>();
  for (const { platform, ...person } of votes) {
    const counted = byPlatform.get(platform) ?? { platform, people: [] };
    byPlatform.set(platform, { platform, people: [...counted.people, person] });
  }
  return [...byPlatform.values()].sort((a, b) => b.people.length - a.people.length); // stable: equals stay in order
}
