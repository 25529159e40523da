import { type Selectable, sql } from "kysely";
import type { DecisionStore, Log } from "../../app/ports.ts";
import { Decision, type DecisionSubject, type NewDecision } from "../../app/records.ts";
import type { Estimate } from "../../core/estimate.ts";
import { ESTIMATE_VERSION, readable, readEstimate, readJson } from "./body.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import type { Tables } from "./schema.ts";
import { lockThread, threadKey } from "./threads.ts";
import { votesOf } from "./votes.ts";

/** A decision's row with what its order says: the id of the next one on the same subject, or null for the one that stands. */
type Row = Selectable<Tables["decision"]> & { superseded_by: string | null };

export function decisionStore(database: Database, log: Log): DecisionStore {
  return {
    record: (tenant, decision) =>
      database.write(tenantKey(tenant), (rows) =>
        record(rows, { engine: database.engine, log }, tenantKey(tenant), decision),
      ),

    current: (tenant, subject) =>
      database.read(tenantKey(tenant), async (rows) => {
        const newest = await newestOn(rows, tenantKey(tenant), subjectKey(subject));
        return standing(newest, log);
      }),

    get: (tenant, id) =>
      database.read(tenantKey(tenant), async (rows) => {
        const row = await ofId(rows, tenantKey(tenant), id);
        return readable(row ? [row] : [], withEstimate, log)[0] ?? null;
      }),

    list: (tenant, { limit, before }) =>
      database.read(tenantKey(tenant), async (rows) => {
        const found = await newestFirst(rows, tenantKey(tenant), before, limit + 1);
        const page = found.slice(0, limit);
        const last = page.at(-1);
        return {
          items: readable(page, decisionOf, log),
          next: last && found.length > limit ? cursorOf(last.at, last.id) : null,
        };
      }),
  };
}

/** What decisions supersede one another on, as its column holds it. */
export const subjectKey = ({ thread, estimateId }: DecisionSubject): string =>
  JSON.stringify(thread === null ? ["estimate", estimateId] : ["thread", thread.channelId, thread.threadId]);

async function record(
  rows: Rows,
  { engine, log }: { engine: Database["engine"]; log: Log },
  tenant: string,
  given: NewDecision,
): ReturnType<DecisionStore["record"]> {
  const subject = await subjectOf(rows, tenant, given);
  await lockSubject(rows, engine, tenant, subject);
  const again = await ofId(rows, tenant, given.id);
  if (again) return { recorded: true, decision: decisionOf(again) };
  const newest = await newestOn(rows, tenant, subject);
  const current = standing(newest, log);
  if (current && current.id !== given.supersedes) return { recorded: false, decision: current };
  const position = (newest[0]?.position ?? 0) + 1;
  return { recorded: true, decision: await insert(rows, tenant, given, { subject, position }) };
}

/** A decision is on the subject of the one it supersedes, whatever it was recorded from. */
async function subjectOf(rows: Rows, tenant: string, { supersedes, thread, estimate }: NewDecision): Promise<string> {
  if (supersedes === null) return subjectKey({ thread, estimateId: estimate.id });
  const earlier = await ofId(rows, tenant, supersedes);
  if (!earlier) throw new Error(`There is no decision ${supersedes} to supersede.`);
  return earlier.subject;
}

/** Lets nobody else decide on the subject before the transaction ends. SQLite's writers come one at a time anyway. */
async function lockSubject(rows: Rows, engine: Database["engine"], tenant: string, subject: string): Promise<void> {
  if (engine === "postgres")
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant} ${subject}`}, 0))`.execute(rows);
}

/** Keeps the decision with its thread's votes as they stand, and closes them. */
async function insert(
  rows: Rows,
  tenant: string,
  { estimate, ...rest }: NewDecision,
  order: { subject: string; position: number },
): Promise<Decision> {
  const thread = rest.thread && threadKey(tenant, rest.thread);
  if (thread) await lockThread(rows, thread); // no vote comes in between
  const votes = thread ? await votesOf(rows, thread) : [];
  const decision: Decision = { ...rest, votes, estimateId: estimate.id, supersededBy: null };
  const row: Selectable<Tables["decision"]> = {
    tenant,
    id: decision.id,
    at: decision.at,
    ...order,
    body: JSON.stringify(decision),
    estimate: JSON.stringify(estimate),
    estimate_version: ESTIMATE_VERSION,
  };
  await rows.insertInto("decision").values(row).execute();
  if (thread)
    await rows
      .updateTable("thread")
      .set({ decision_id: decision.id })
      .where((eb) => eb.and(thread))
      .execute();
  return decision;
}

/** A tenant's decisions, each with the one that came next on its subject. */
const decisions = (rows: Rows, tenant: string) =>
  rows
    .selectFrom("decision")
    .selectAll("decision")
    .select((eb) =>
      eb
        .selectFrom("decision as later")
        .select("later.id")
        .whereRef("later.tenant", "=", "decision.tenant")
        .whereRef("later.subject", "=", "decision.subject")
        .whereRef("later.position", ">", "decision.position")
        .orderBy("later.position")
        .limit(1)
        .as("superseded_by"),
    )
    .where("decision.tenant", "=", tenant);

async function ofId(rows: Rows, tenant: string, id: string): Promise<Row | null> {
  return (await decisions(rows, tenant).where("decision.id", "=", id).executeTakeFirst()) ?? null;
}

/** Rows read until one of them is whole. */
const MOST_READ = 20;

/** What stands of a subject's newest decisions: one that cannot be read supersedes nothing. */
function standing(newest: readonly Row[], log: Log): Decision | null {
  const [decision] = readable(newest, decisionOf, log);
  return decision ? { ...decision, supersededBy: null } : null;
}

/** Newest first, by the order in which the store took them, never by the clock: the first that can be read stands. */
function newestOn(rows: Rows, tenant: string, subject: string): Promise<Row[]> {
  const onSubject = decisions(rows, tenant).where("decision.subject", "=", subject);
  return onSubject.orderBy("decision.position", "desc").limit(MOST_READ).execute();
}

function newestFirst(rows: Rows, tenant: string, before: string | null, most: number) {
  const ordered = decisions(rows, tenant).orderBy("decision.at", "desc").orderBy("decision.id", "desc").limit(most);
  if (before === null) return ordered.execute();
  const [at, id] = placeOf(before);
  return ordered
    .where(({ eb, refTuple, tuple }) => eb(refTuple("decision.at", "decision.id"), "<", tuple(at, id)))
    .execute();
}

function withEstimate(row: Row): { decision: Decision; estimate: Estimate } {
  const estimate = readEstimate(row.estimate, row.estimate_version, `the estimate of decision ${row.id}`);
  return { decision: decisionOf(row), estimate };
}

/** What was kept, checked as it is read. */
function decisionOf(row: Pick<Row, "id" | "body" | "superseded_by">): Decision {
  return { ...bodyOf(row), supersededBy: row.superseded_by };
}

/** The decision as it was recorded, before anything superseded it. */
export const bodyOf = ({ id, body }: Pick<Row, "id" | "body">): Decision => readJson(Decision, body, `decision ${id}`);

/** Where the order of decisions does not hold, over every tenant. */
export async function decisionOrderFaults(rows: Rows): Promise<string[]> {
  const { rows: unordered } = await sql<{ tenant: string; id: string }>`
    select tenant, id from decision where position < 1 or subject = '' order by tenant, id limit ${MOST_FAULTS}`.execute(
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
