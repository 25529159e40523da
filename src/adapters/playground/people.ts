import { randomUUID } from "node:crypto";
import type { Asker, Person } from "../../app/ports.ts";

/** Whom a page can be: a team on one machine, so that votes and threads can be tried. */
export const PEOPLE: Person[] = [
  { id: "ada", name: "Ada", isAdmin: true, groups: [] },
  { id: "ben", name: "Ben", isAdmin: false, groups: [] },
  { id: "chris", name: "Chris", isAdmin: false, groups: [] },
];

export const CHANNEL_ID = "playground";

/** The asker with that id, or null where there is none. */
export function askerOf(personId: string, threadId: string | null): Asker | null {
  const person = PEOPLE.find(({ id }) => id === personId);
  if (!person) return null;
  const deliveryId = randomUUID(); // a page sends nothing twice
  return { tenant: { shell: "playground", id: "local" }, person, channelId: CHANNEL_ID, threadId, deliveryId };
}
