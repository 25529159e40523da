/** Where people can ask. */
export const SHELLS = ["slack", "discord", "playground", "cli"] as const;
export type Shell = (typeof SHELLS)[number];

/** Whose data it is: a Slack workspace, a Discord server (or a person's own messages), this machine. Nothing crosses it. */
export interface Tenant {
  shell: Shell;
  id: string; // the platform's own id of the workspace or server
}

/** The chat page is a team of its own, whoever is signed in to it. */
export const PLAYGROUND: Tenant = { shell: "playground", id: "local" };

/** Whoever sits at the terminal, and the programs that ask through it. */
export const TERMINAL: Tenant = { shell: "cli", id: "local" };

/** Somebody in a workspace, as its shell knows them. */
export interface Person {
  id: string; // the platform's own id
  name: string;
  isAdmin: boolean; // of the workspace or server
  groups: string[]; // role or user-group ids, where the shell knows them
}

/** Who asks, and where. */
export interface Asker {
  tenant: Tenant;
  person: Person;
  channelId: string | null; // null in the CLI
  threadId: string | null; // the card's thread this came from, if any
  isPublic?: true; // said to the bot in a channel, for all to read
  isDirect?: true; // a direct message: all that is said there is said to the bot, and nobody else reads it
  deliveryId: string; // names what they did: the same where their shell delivers it once more, and never used again
}

/** Where in a workspace something was said. */
export type Spot = Pick<Asker, "tenant" | "channelId" | "threadId">;
