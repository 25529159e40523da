import { randomUUID } from "node:crypto";
import { type Asker, type Person, PLAYGROUND } from "../../app/ports/asker.ts";

/** Whom a page can be where nobody signs in: a team on one machine, so that votes and threads can be tried. */
export const PEOPLE: Person[] = [
  { id: "ada", name: "Ada", isAdmin: true, groups: [] },
  { id: "ben", name: "Ben", isAdmin: false, groups: [] },
  { id: "chris", name: "Chris", isAdmin: false, groups: [] },
];

export const CHANNEL_ID = "playground";

/** The person with that id, or null where there is none. */
export const personOf = (id: string): Person | null => PEOPLE.find((person) => person.id === id) ?? null;

/** Somebody on the page, in a thread of it or in none. */
export function askerOf(person: Person, threadId: string | null): Asker {
  const deliveryId = randomUUID(); // a page sends nothing twice
  return { tenant: PLAYGROUND, person, channelId: CHANNEL_ID, threadId, deliveryId };
}
