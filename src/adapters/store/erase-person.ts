import { sql } from "kysely";
import type { Decision, Who } from "../../app/records.ts";
import type { Rows } from "./database.ts";
import { decisionNaming, mayName } from "./decisions-naming.ts";

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
    sql`delete from session where ${theirs}`,
    sql`update thread_entry set ${struck}, text = null where ${theirs}`,
    sql`update setting set ${struck} where ${theirs}`,
  ];
  const trail = [
    sql`update audit set ${struck} where ${theirs}`,
    sql`update audit set about_person_id = ${NOBODY.id} where tenant = ${tenant} and about_person_id = ${personId}`,
  ];
  for (const change of trail) await change.execute(rows); // what was done with records is no record of its own
  let touched = await strikeFromDecisions(rows, tenant, personId);
  for (const change of changes) touched += Number((await change.execute(rows)).numAffectedRows ?? 0n);
  return touched;
}

/** Rows read at once: each holds a whole decision. */
const PAGE = 100;

async function strikeFromDecisions(rows: Rows, tenant: string, personId: string): Promise<number> {
  let struck = 0;
  for (let last = ""; ; ) {
    const page = await rows
      .selectFrom("decision")
      .select(["id", "body"])
      .where("tenant", "=", tenant)
      .where("id", ">", last)
      .where(mayName(personId))
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const row of page) {
      const found = decisionNaming(row, personId);
      if (found === null) continue;
      struck += 1;
      const body = JSON.stringify(found === "damaged" ? {} : without(found, personId)); // what cannot be read is let go whole
      await rows
        .updateTable("decision")
        .set({ body })
        .where((eb) => eb.and({ tenant, id: row.id }))
        .execute();
    }
    if (page.length < PAGE) return struck;
    last = page.at(-1)?.id ?? last;
  }
}

function without(decision: Decision, personId: string): Decision {
  const strike = (who: Who) => (who.id === personId ? NOBODY : who);
  const votes = decision.votes.map((vote) => ({ ...vote, people: vote.people.map(strike) }));
  return { ...decision, by: strike(decision.by), votes };
}
