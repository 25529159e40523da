import { sql } from "kysely";
import type { Rows } from "./database.ts";

/** Where the order of decisions does not hold, over every tenant. */
export async function decisionOrderFaults(rows: Rows): Promise<string[]> {
  const { rows: unordered } = await sql<{ tenant: string; id: string }>`
    select tenant, id from decision where position < 1 or beneath >= position or subject = '' order by tenant, id limit ${MOST_FAULTS}`.execute(
    rows,
  );
  const { rows: astray } = await sql<{ tenant: string; thread_id: string }>`
    select thread.tenant, thread.thread_id from thread where decision_id is not null and not exists (
      select 1 from decision where decision.tenant = thread.tenant and decision.id = thread.decision_id)
    order by thread.tenant, thread.thread_id limit ${MOST_FAULTS}`.execute(rows);
  return [
    ...unordered.map(({ tenant, id }) => `${tenant}: Decision ${id} has no place in the order of its subject.`),
    ...astray.map(({ tenant, thread_id: id }) => `${tenant}: Thread ${id} was closed by a decision that is not kept.`),
  ];
}

/** Named of one kind: where there are more, the cause is the same. */
const MOST_FAULTS = 20;
