import { type Selectable, sql } from "kysely";
import type { DecisionStore } from "../../app/ports.ts";
import { Decision, type DecisionSubject, type NewDecision } from "../../app/records.ts";
import { ESTIMATE_VERSION, readEstimate, readJson } from "./body.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import type { Tables } from "./schema.ts";
import { lockThread, threadKey } from "./threads.ts";
import { votesOf } from "./votes.ts";

/** A decision's row with what its order says: the id of the next one on the same subject, or null for the one that stands. */
type Row = Selectable<Tables["decision"]> & { superseded_by: string | null };

export function decisionStore(database: Database): DecisionStore {
  return {
    record: (tenant, decision) =>
      database.write(tenantKey(tenant), (rows) => record(rows, database.engine, tenantKey(tenant), decision)),

    current: (tenant, subject) =>
      database.read(tenantKey(tenant), async (rows) => {
        const row = await newestOn(rows, tenantKey(tenant), subjectKey(subject));
        return row && decisionOf(row);
      }),

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

/** What decisions supersede one another on, as its column holds it. */
export const subjectKey = ({ thread, estimateId }: DecisionSubject): string =>
  JSON.stringify(thread === null ? ["estimate", estimateId] : ["thread", thread.channelId, thread.threadId]);

async function record(
  rows: Rows,
  engine: Database["engine"],
  tenant: string,
  given: NewDecision,
): ReturnType<DecisionStore["record"]> {
  const subject = await subjectOf(rows, tenant, given);
  await lockSubject(rows, engine, tenant, subject);
  const again = await ofId(rows, tenant, given.id);
  if (again) return { recorded: true, decision: decisionOf(again) };
  const current = await newestOn(rows, tenant, subject);
  if (current && current.id !== given.supersedes) return { recorded: false, decision: decisionOf(current) };
  return {
    recorded: true,
    decision: await insert(rows, tenant, given, { subject, position: (current?.position ?? 0) + 1 }),
  };
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

/** The decision that stands: the newest by the order in which the store took them, never by the clock. */
async function newestOn(rows: Rows, tenant: string, subject: string): Promise<Row | null> {
  const newest = decisions(rows, tenant)
    .where("decision.subject", "=", subject)
    .orderBy("decision.position", "desc")
    .limit(1);
  return (await newest.executeTakeFirst()) ?? null;
}

function newestFirst(rows: Rows, tenant: string, before: string | null, most: number) {
  const ordered = decisions(rows, tenant).orderBy("decision.at", "desc").orderBy("decision.id", "desc").limit(most);
  if (before === null) return ordered.execute();
  const [at, id] = placeOf(before);
  return ordered
    .where(({ eb, refTuple, tuple }) => eb(refTuple("decision.at", "decision.id"), "<", tuple(at, id)))
    .execute();
}

/** What was kept, checked as it is read. */
function decisionOf(row: Pick<Row, "id" | "body" | "superseded_by">): Decision {
  return { ...bodyOf(row), supersededBy: row.superseded_by };
}

/** The decision as it was recorded, before anything superseded it. */
export const bodyOf = ({ id, body }: Pick<Row, "id" | "body">): Decision => readJson(Decision, body, `decision ${id}`);
