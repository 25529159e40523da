import type { Selectable } from "kysely";
import type { DecisionStore } from "../../app/ports.ts";
import { Decision, type NewDecision } from "../../app/records.ts";
import { ESTIMATE_VERSION, readEstimate, readJson } from "./body.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import type { Tables } from "./schema.ts";
import { lockThread, type ThreadKey, threadKey } from "./threads.ts";
import { votesOf } from "./votes.ts";

type Row = Selectable<Tables["decision"]>;

export function decisionStore(database: Database): DecisionStore {
  return {
    record: (tenant, decision) =>
      database.write(tenantKey(tenant), (rows) => record(rows, tenantKey(tenant), decision)),

    get: (tenant, id) =>
      database.read(tenantKey(tenant), async (rows) => {
        const row = await ofId(rows, tenantKey(tenant), id);
        if (!row) return null;
        const estimate = readEstimate(row.estimate, row.estimate_version, `the estimate of decision ${id}`);
        return { decision: decisionOf(row), estimate };
      }),

    list: (tenant, { limit, before }) =>
      database.read(tenantKey(tenant), async (rows) => {
        const found = await newestFirst(rows, tenantKey(tenant), before, limit + 1);
        const page = found.slice(0, limit);
        const last = page.at(-1);
        return { items: page.map(decisionOf), next: last && found.length > limit ? cursorOf(last.at, last.id) : null };
      }),
  };
}

async function record(rows: Rows, tenant: string, decision: NewDecision): ReturnType<DecisionStore["record"]> {
  const { id, supersedes } = decision;
  const thread = decision.thread && threadKey(tenant, decision.thread);
  const closedBy = thread && (await lockThread(rows, thread))?.closedBy;
  const standing = await newest(rows, tenant, closedBy ?? supersedes);
  if (standing && standing.id !== supersedes) return { recorded: standing.id === id, decision: decisionOf(standing) };
  if (supersedes !== null) {
    if (!standing) throw new Error(`There is no decision ${supersedes} to supersede.`);
    if (!(await supersede(rows, tenant, supersedes, id))) return record(rows, tenant, decision); // another was first
  }
  const kept = await insert(rows, tenant, decision, thread);
  if (thread) await close(rows, thread, id);
  return { recorded: true, decision: kept };
}

/** The last in the chain of decisions that superseded one another, or null where `id` is null or unknown. */
async function newest(rows: Rows, tenant: string, id: string | null): Promise<Row | null> {
  const row = id === null ? null : await ofId(rows, tenant, id);
  return row?.superseded_by ? newest(rows, tenant, row.superseded_by) : row;
}

/** Whether it was this decision that superseded the earlier one. */
async function supersede(rows: Rows, tenant: string, earlier: string, id: string): Promise<boolean> {
  const update = rows.updateTable("decision").set({ superseded_by: id });
  const result = await update
    .where((eb) => eb.and({ tenant, id: earlier }))
    .where("superseded_by", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps the decision with the votes as they stand. One with the same id stays, and is given back. */
async function insert(rows: Rows, tenant: string, given: NewDecision, thread: ThreadKey | null): Promise<Decision> {
  const { estimate, ...rest } = given;
  const votes = thread ? await votesOf(rows, thread) : [];
  const decision: Decision = { ...rest, votes, estimateId: estimate.id, supersededBy: null };
  const row: Row = {
    tenant,
    id: decision.id,
    at: decision.at,
    superseded_by: null,
    body: JSON.stringify(decision),
    estimate: JSON.stringify(estimate),
    estimate_version: ESTIMATE_VERSION,
  };
  const insertion = rows.insertInto("decision").values(row);
  const result = await insertion.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  const first = result.numInsertedOrUpdatedRows === 0n ? await ofId(rows, tenant, decision.id) : null;
  return first ? decisionOf(first) : decision;
}

async function close(rows: Rows, thread: ThreadKey, decisionId: string): Promise<void> {
  const update = rows.updateTable("thread").set({ decision_id: decisionId });
  await update.where((eb) => eb.and(thread)).execute();
}

async function ofId(rows: Rows, tenant: string, id: string): Promise<Row | null> {
  const found = rows.selectFrom("decision").selectAll();
  return (await found.where((eb) => eb.and({ tenant, id })).executeTakeFirst()) ?? null;
}

/** Without the estimates, which a list has no use for. */
function newestFirst(rows: Rows, tenant: string, before: string | null, most: number) {
  const ordered = rows
    .selectFrom("decision")
    .select(["id", "at", "body", "superseded_by"])
    .where("tenant", "=", tenant)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(most);
  if (before === null) return ordered.execute();
  const [at, id] = placeOf(before);
  return ordered.where(({ eb, refTuple, tuple }) => eb(refTuple("at", "id"), "<", tuple(at, id))).execute();
}

/** What was kept, checked as it is read. */
export function decisionOf(row: Pick<Row, "id" | "body" | "superseded_by">): Decision {
  return { ...readJson(Decision, row.body, `decision ${row.id}`), supersededBy: row.superseded_by };
}
