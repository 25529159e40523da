import { sql } from "kysely";
import { z } from "zod";
import { ThreadRef } from "../../../app/records.ts";
import type { Rows } from "../database.ts";
import { subjectKey } from "../decision-rows.ts";
import type { Migration } from "./migration.ts";

/**
 * Decisions stand in an order that the store gives. Before, each named its successor, and one that was decided again could
 * become its own: no decision stood then, and who looked for it walked in a circle.
 */
export const decisionOrder: Migration = {
  name: "003-decision-order",
  statements: (engine) => [
    `alter table decision add column subject ${engine === "postgres" ? 'text collate "C"' : "text"} not null default ''`,
    "alter table decision add column position integer not null default 0",
    ...(engine === "postgres" ? READ.map((table) => `alter table ${table} no force row level security`) : []),
  ],
  rows: putInOrder,
  afterwards: (engine) => [
    ...(engine === "postgres" ? READ.map((table) => `alter table ${table} force row level security`) : []),
    "create unique index decision_order on decision (tenant, subject, position)",
    "alter table decision drop column superseded_by",
  ],
};

/** Of every tenant: their owner passes their policies by, until they are in order. */
const READ = ["decision", "thread"];

interface Kept {
  tenant: string;
  id: string;
  body: string;
}

/** By the time they were recorded; but the one that closed a thread's votes is the last on it, whenever it was first recorded. */
async function putInOrder(rows: Rows): Promise<void> {
  const { rows: found } = await sql<Kept>`select decision.tenant, decision.id, decision.body from decision
    left join thread on thread.tenant = decision.tenant and thread.decision_id = decision.id
    order by decision.tenant, case when thread.decision_id is null then 0 else 1 end, decision.at, decision.id`.execute(
    rows,
  );
  const last = new Map<string, number>();
  for (const { tenant, id, body } of found) {
    const subject = subjectOf(id, body);
    const position = (last.get(`${tenant} ${subject}`) ?? 0) + 1;
    last.set(`${tenant} ${subject}`, position);
    await rows
      .updateTable("decision")
      .set({ subject, position })
      .where((eb) => eb.and({ tenant, id }))
      .execute();
  }
}

const Body = z.object({ thread: ThreadRef.nullable(), estimateId: z.string() });

/** One whose body cannot be read stands by itself: it must not keep the others from being put right. */
function subjectOf(id: string, body: string): string {
  try {
    return subjectKey(Body.parse(JSON.parse(body)));
  } catch {
    return JSON.stringify(["unreadable", id]);
  }
}
