import type { Person } from "../../app/ports/asker.ts";
import { slackCode } from "./errors.ts";
import type { Place } from "./request.ts";
import type { Client } from "./web.ts";

const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 10_000;
const PASSING = new Set(["timeout", "ratelimited"]); // refusals after which the next try may succeed

/** Who somebody is in their workspace, remembered for some minutes. Slack not telling makes nobody an admin. */
export class People {
  private readonly people = remembered<Omit<Person, "groups">>();
  private readonly members = remembered<ReadonlyMap<string, string[]>>();

  async find(client: Client, place: Place): Promise<Person> {
    const [person, groups] = await Promise.all([this.personOf(client, place), this.groupsOf(client, place)]);
    return { ...person, groups };
  }

  private async personOf(client: Client, place: Place): Promise<Omit<Person, "groups">> {
    const key = `${place.teamId}:${place.userId}`;
    const known = this.people.get(key);
    if (known) return known;
    const person = await ask(client, place);
    if (person) return this.people.keep(key, person);
    return { id: place.userId, name: place.userName ?? place.userId, isAdmin: false };
  }

  /** Ids of the user groups they are in. None where the plan has no groups, or Slack does not tell. */
  private async groupsOf(client: Client, { teamId, userId }: Place): Promise<string[]> {
    const known = this.members.get(teamId);
    if (known) return known.get(userId) ?? [];
    const asked = await groupsByMember(client);
    return asked ? (this.members.keep(teamId, asked).get(userId) ?? []) : [];
  }
}

function remembered<T>(): { get(key: string): T | null; keep(key: string, value: T): T } {
  const kept = new Map<string, { value: T; until: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      return found && found.until > Date.now() ? found.value : null;
    },
    keep(key, value) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, { value, until: Date.now() + KEPT_MS });
      return value;
    },
  };
}

// https://docs.slack.dev/reference/methods/users.info
async function ask(client: Client, { userId, userName }: Place): Promise<Omit<Person, "groups"> | null> {
  try {
    const { user } = await client.users.info({ user: userId });
    const name = user?.profile?.display_name || user?.real_name || user?.name || userName || userId;
    return { id: userId, name, isAdmin: user?.is_admin === true || user?.is_owner === true };
  } catch {
    return null; // without the scope, or while Slack is down, the name Slack sent along has to do
  }
}

/** The groups of each who is in any; null when it is worth asking again. https://docs.slack.dev/reference/methods/usergroups.list */
async function groupsByMember(client: Client): Promise<Map<string, string[]> | null> {
  const groups = new Map<string, string[]>();
  try {
    const { usergroups = [] } = await client.usergroups.list({ include_users: true });
    for (const { id, users = [] } of usergroups) {
      if (id !== undefined) for (const user of users) groups.set(user, [...(groups.get(user) ?? []), id]);
    }
    return groups;
  } catch (error) {
    return PASSING.has(slackCode(error) ?? "timeout") ? null : groups;
  }
}
