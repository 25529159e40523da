import type { DecisionStore } from "../../app/ports/decisions.ts";
import type { Log } from "../../app/ports/process.ts";
import type { Decision, DecisionUndo, NewDecision } from "../../app/records.ts";
import type { Estimate } from "../../core/decision/estimate.ts";
import { note } from "./audit.ts";
import { ESTIMATE_VERSION, readable, readEstimate } from "./body.ts";
import { cursorOf } from "./cursor.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import {
  beneath,
  decisionOf,
  insert,
  lockSubject,
  newestFirst,
  newestOn,
  nextPosition,
  ofId,
  type Row,
  standing,
  subjectKey,
} from "./decision-rows.ts";
import { lockThread, threadKey } from "./threads.ts";
import { votesOf } from "./votes.ts";

export function decisionStore(database: Database, log: Log): DecisionStore {
  const parts = { engine: database.engine, log };
  return {
    record: (tenant, decision) =>
      database.write(tenantKey(tenant), (rows) => record(rows, parts, tenantKey(tenant), decision)),

    undo: (tenant, given) => database.write(tenantKey(tenant), (rows) => undo(rows, parts, tenantKey(tenant), given)),

    current: (tenant, subject) =>
      database.read(tenantKey(tenant), async (rows) => {
        const newest = await newestOn(rows, tenantKey(tenant), subjectKey(subject));
        return standing(newest, log)?.decision ?? null;
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

interface Parts {
  engine: Database["engine"];
  log: Log;
}

async function record(
  rows: Rows,
  { engine, log }: Parts,
  tenant: string,
  given: NewDecision,
): ReturnType<DecisionStore["record"]> {
  const subject = await subjectOf(rows, tenant, given);
  await lockSubject(rows, engine, tenant, subject);
  const again = await ofId(rows, tenant, given.id);
  if (again) return { recorded: true, decision: decisionOf(again) };
  const newest = await newestOn(rows, tenant, subject);
  const current = standing(newest, log);
  if (current && current.decision.id !== given.supersedes) return { recorded: false, decision: current.decision };
  const { estimate, ...rest } = given;
  const thread = given.thread && threadKey(tenant, given.thread);
  if (thread) await lockThread(rows, thread); // no vote comes in between
  const votes = thread ? await votesOf(rows, thread) : [];
  const decision: Decision = { ...rest, votes, estimateId: estimate.id, supersededBy: null, restores: null };
  await insert(rows, tenant, decision, {
    subject,
    position: nextPosition(newest),
    beneath: current?.row.position ?? null,
    estimate: JSON.stringify(estimate),
    estimate_version: ESTIMATE_VERSION,
  });
  if (thread)
    await rows
      .updateTable("thread")
      .set({ decision_id: decision.id })
      .where((eb) => eb.and(thread))
      .execute();
  await note(rows, tenant, { ...noteOf(decision), action: "decided", about: `decision ${decision.id}` });
  return { recorded: true, decision };
}

async function undo(
  rows: Rows,
  { engine, log }: Parts,
  tenant: string,
  { undoes, ...given }: DecisionUndo,
): ReturnType<DecisionStore["undo"]> {
  const undone = await ofId(rows, tenant, undoes);
  if (!undone) return null;
  const { subject } = undone;
  await lockSubject(rows, engine, tenant, subject);
  const again = await ofId(rows, tenant, given.id);
  if (again) return { recorded: true, decision: decisionOf(again) };
  const newest = await newestOn(rows, tenant, subject);
  const current = standing(newest, log);
  if (!current) return null;
  const earlier = await beneath(rows, tenant, current.row, log);
  if (current.decision.id !== undoes || earlier === null) return { recorded: false, decision: current.decision };
  const { row, decision: restored } = earlier;
  const restores = restored.restores ?? restored.id;
  const decision: Decision = { ...restored, ...given, supersedes: undoes, supersededBy: null, restores };
  await insert(rows, tenant, decision, { ...row, subject, position: nextPosition(newest) });
  await rows
    .updateTable("thread")
    .set({ decision_id: decision.id })
    .where((eb) => eb.and({ tenant, decision_id: undoes }))
    .execute();
  await note(rows, tenant, { ...noteOf(decision), action: "took-back", about: `decision ${undoes}` });
  return { recorded: true, decision };
}

const noteOf = ({ id, by, at }: Decision) => ({ id: `decision:${id}`, by, at });

/** A decision is on the subject of the one it supersedes, whatever it was recorded from. */
async function subjectOf(rows: Rows, tenant: string, { supersedes, thread, estimate }: NewDecision): Promise<string> {
  if (supersedes === null) return subjectKey({ thread, estimateId: estimate.id });
  const earlier = await ofId(rows, tenant, supersedes);
  if (!earlier) throw new Error(`There is no decision ${supersedes} to supersede.`);
  return earlier.subject;
}

function withEstimate(row: Row): { decision: Decision; estimate: Estimate } {
  const estimate = readEstimate(row.estimate, row.estimate_version, `the estimate of decision ${row.id}`);
  return { decision: decisionOf(row), estimate };
}
