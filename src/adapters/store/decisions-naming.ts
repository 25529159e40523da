import { type RawBuilder, sql } from "kysely";
import type { Decision } from "../../app/records.ts";
import { DamagedRow } from "./body.ts";
import { bodyOf } from "./decision-rows.ts";

/** Whether a decision's text has that id in it, letter by letter: of all rows those worth reading. */
export function mayName(personId: string): RawBuilder<boolean> {
  return sql<boolean>`replace(body, ${`"id":${JSON.stringify(personId)}`}, '') <> body`;
}

/**
 * The decision, where that person recorded it or has a vote in it; null where the id is something else's. A text that cannot
 * be read any more may name them: it is `damaged`.
 */
export function decisionNaming(row: { id: string; body: string }, personId: string): Decision | "damaged" | null {
  try {
    const decision = bodyOf(row);
    const people = [decision.by, ...decision.votes.flatMap((vote) => vote.people)];
    return people.some(({ id }) => id === personId) ? decision : null;
  } catch (error) {
    if (error instanceof DamagedRow) return "damaged";
    throw error;
  }
}
