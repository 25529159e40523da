import { sql } from "kysely";
import type { Decision, Who } from "../../app/records.ts";
import type { Rows } from "./database.ts";
import { bodyOf } from "./decisions.ts";
import { namesThem } from "./export.ts";

/** Who did it, once that person's data were erased. */
const NOBODY: Who = { id: "", name: "deleted person" };

/** Erases a person's own records, strikes them out of the team's, and gives the number of records touched. */
export async function erasePerson(rows: Rows, tenant: string, personId: string): Promise<number> {
  const theirs = sql`tenant = ${tenant} and person_id = ${personId}`;
  const struck = sql`person_id = ${NOBODY.id}, person_name = ${NOBODY.name}`;
  // An estimate in a thread stays for its card's buttons, asked by nobody, unless somebody else asked the same.
  const needed = sql`exists (select 1 from thread_entry step where step.tenant = ${tenant} and step.estimate_id = estimate.id)
    and not exists (select 1 from estimate other
      where other.tenant = ${tenant} and other.id = estimate.id and other.person_id <> ${personId})`;
  const changes = [
    sql`update estimate set ${struck} where ${theirs} and ${needed}`,
    sql`delete from estimate where ${theirs}`,
    sql`delete from vote where ${theirs}`,
    sql`delete from inbox where ${theirs}`,
    sql`update thread_entry set ${struck}, text = null where ${theirs}`,
    sql`update setting set ${struck} where ${theirs}`,
  ];
  let touched = await strikeFromDecisions(rows, tenant, personId);
  for (const change of changes) touched += Number((await change.execute(rows)).numAffectedRows ?? 0n);
  return touched;
}

async function strikeFromDecisions(rows: Rows, tenant: string, personId: string): Promise<number> {
  const found = await rows
    .selectFrom("decision")
    .select(["id", "body"])
    .where("tenant", "=", tenant)
    .where(namesThem(personId))
    .execute();
  for (const row of found)
    await rows
      .updateTable("decision")
      .set({ body: JSON.stringify(without(bodyOf(row), personId)) })
      .where((eb) => eb.and({ tenant, id: row.id }))
      .execute();
  return found.length;
}

function without(decision: Decision, personId: string): Decision {
  const strike = (who: Who) => (who.id === personId ? NOBODY : who);
  const votes = decision.votes.map((vote) => ({ ...vote, people: vote.people.map(strike) }));
  return { ...decision, by: strike(decision.by), votes };
}
