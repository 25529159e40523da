import { type Selectable, sql } from "kysely";
import type { Log } from "../../app/ports/process.ts";
import { Decision, type DecisionSubject } from "../../app/records.ts";
import { readable, readJson } from "./body.ts";
import { placeOf } from "./cursor.ts";
import type { Database, Rows } from "./database.ts";
import type { Tables } from "./schema.ts";

/** A decision's row with what its order says: the id of the next one on the same subject, or null for the one that stands. */
export type Row = Selectable<Tables["decision"]> & { superseded_by: string | null };

/** What decisions supersede one another on, as its column holds it. */
export const subjectKey = ({ thread, estimateId }: DecisionSubject): string =>
  JSON.stringify(thread === null ? ["estimate", estimateId] : ["thread", thread.channelId, thread.threadId]);

/** Lets nobody else decide on the subject before the transaction ends. SQLite's writers come one at a time anyway. */
export async function lockSubject(
  rows: Rows,
  engine: Database["engine"],
  tenant: string,
  subject: string,
): Promise<void> {
  if (engine === "postgres")
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant} ${subject}`}, 0))`.execute(rows);
}

type Placed = Pick<Row, "subject" | "position" | "beneath" | "estimate" | "estimate_version">;

export async function insert(
  rows: Rows,
  tenant: string,
  decision: Decision,
  { subject, position, beneath: under, estimate, estimate_version }: Placed,
): Promise<void> {
  const placed = { subject, position, beneath: under, estimate, estimate_version };
  const { id, at } = decision;
  await rows
    .insertInto("decision")
    .values({ tenant, id, at, body: JSON.stringify(decision), ...placed })
    .execute();
}

export const nextPosition = (newest: readonly Row[]) => (newest[0]?.position ?? 0) + 1;

/** What stands again when `row` is taken back; null where none that can be read came before. */
export async function beneath(rows: Rows, tenant: string, row: Row, log: Log): Promise<Standing | null> {
  let position = row.beneath;
  for (let n = 0; position !== null && n < MOST_READ; n++) {
    const below = await decisions(rows, tenant)
      .where("decision.subject", "=", row.subject)
      .where("decision.position", "=", position)
      .executeTakeFirst();
    const found = standing(below ? [below] : [], log);
    if (found || !below) return found;
    position = below.beneath;
  }
  return null;
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

export async function ofId(rows: Rows, tenant: string, id: string): Promise<Row | null> {
  return (await decisions(rows, tenant).where("decision.id", "=", id).executeTakeFirst()) ?? null;
}

/** Rows read until one of them is whole. */
const MOST_READ = 20;

export interface Standing {
  row: Row;
  decision: Decision;
}

/** What stands of a subject's newest decisions: one that cannot be read supersedes nothing. */
export function standing(newest: readonly Row[], log: Log): Standing | null {
  const read = (row: Row) => ({ row, decision: { ...decisionOf(row), supersededBy: null } });
  return readable(newest, read, log)[0] ?? null;
}

/** Newest first, by the order in which the store took them, never by the clock: the first that can be read stands. */
export function newestOn(rows: Rows, tenant: string, subject: string): Promise<Row[]> {
  const onSubject = decisions(rows, tenant).where("decision.subject", "=", subject);
  return onSubject.orderBy("decision.position", "desc").limit(MOST_READ).execute();
}

export function newestFirst(rows: Rows, tenant: string, before: string | null, most: number) {
  const ordered = decisions(rows, tenant).orderBy("decision.at", "desc").orderBy("decision.id", "desc").limit(most);
  if (before === null) return ordered.execute();
  const [at, id] = placeOf(before);
  return ordered
    .where(({ eb, refTuple, tuple }) => eb(refTuple("decision.at", "decision.id"), "<", tuple(at, id)))
    .execute();
}

/** What was kept, checked as it is read. */
export function decisionOf(row: Pick<Row, "id" | "body" | "superseded_by">): Decision {
  return { ...bodyOf(row), supersededBy: row.superseded_by };
}

/** The decision as it was recorded, before anything superseded it. */
export const bodyOf = ({ id, body }: Pick<Row, "id" | "body">): Decision => readJson(Decision, body, `decision ${id}`);
