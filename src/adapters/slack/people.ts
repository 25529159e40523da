import type { Person } from "../../app/ports.ts";
import type { Place } from "./heard.ts";
import type { Client } from "./web.ts";

const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 10_000;

/** Who somebody is in their workspace, remembered for some minutes. Slack not telling makes nobody an admin. */
export class People {
  private readonly kept = new Map<string, { person: Person; until: number }>();

  async find(client: Client, place: Place): Promise<Person> {
    const key = `${place.teamId}:${place.userId}`;
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.person;
    const person = await ask(client, place);
    if (!person) return { id: place.userId, name: place.userName ?? place.userId, isAdmin: false, groups: [] };
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, { person, until: Date.now() + KEPT_MS });
    return person;
  }
}

// https://docs.slack.dev/reference/methods/users.info
async function ask(client: Client, { userId, userName }: Place): Promise<Person | null> {
  try {
    const { user } = await client.users.info({ user: userId });
    const name = user?.profile?.display_name || user?.real_name || user?.name || userName || userId;
    return { id: userId, name, isAdmin: user?.is_admin === true || user?.is_owner === true, groups: [] };
  } catch {
    return null; // without the scope, or while Slack is down, the name Slack sent along has to do
  }
}
