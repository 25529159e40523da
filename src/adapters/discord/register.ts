import { type REST, Routes } from "discord.js";
import { z } from "zod";
import type { Log } from "../../app/ports/process.ts";
import { commands } from "./commands.ts";

const Registered = z.array(z.looseObject({ id: z.string(), name: z.string(), type: z.int().default(1) }));
type Json = unknown;

interface Scope {
  all: `/${string}`;
  one: (id: string) => `/${string}`;
  kind: "global" | "guild";
}

/**
 * Makes Discord's list of our commands the one we have, changing only what differs: global, or in the given servers alone.
 * With servers named, global commands go, or people there would see each command twice.
 */
export async function registerCommands(rest: REST, app: string, guildIds: string[], log: Log): Promise<void> {
  const global: Scope = {
    kind: "global",
    all: Routes.applicationCommands(app),
    one: (id) => Routes.applicationCommand(app, id),
  };
  const guilds = guildIds.map(
    (guild): Scope => ({
      kind: "guild",
      all: Routes.applicationGuildCommands(app, guild),
      one: (id) => Routes.applicationGuildCommand(app, guild, id),
    }),
  );
  let changes = 0;
  if (guilds.length === 0) changes += await sync(rest, global, commands("global"));
  else changes += await sync(rest, global, []);
  for (const guild of guilds) changes += await sync(rest, guild, commands("guild"));
  log.info({ changes, scope: guilds.length === 0 ? "global" : "servers" }, "discord commands are registered");
}

/** Gives the number of commands added, changed or removed. */
async function sync(rest: REST, scope: Scope, wanted: ReturnType<typeof commands>): Promise<number> {
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = Registered.parse(await rest.get(scope.all, { query }));
  let changes = 0;
  for (const command of wanted) {
    const found = registered.find(({ name, type }) => name === command.name && type === (command.type ?? 1));
    if (found !== undefined && covers(found, command)) continue;
    changes += 1;
    if (found === undefined) await rest.post(scope.all, { body: command });
    else await rest.patch(scope.one(found.id), { body: command });
  }
  for (const { id, name, type } of registered) {
    if (wanted.some((command) => command.name === name && (command.type ?? 1) === type)) continue;
    changes += 1;
    await rest.delete(scope.one(id));
  }
  return changes;
}

/** Whether `found` says all that `wanted` says. Discord adds keys of its own, and leaves out those that are false. */
export function covers(found: Json, wanted: Json): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return false;
    if (wanted.every((item) => typeof item === "number")) return wanted.every((item) => found.includes(item));
    return wanted.every((item, at) => covers(found[at], item));
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof found !== "object" || found === null) return false;
    const fields = new Map<string, Json>(Object.entries(found));
    return Object.entries(wanted).every(([key, value]) => covers(fields.get(key), value));
  }
  return found === wanted || (wanted === false && (found === undefined || found === null));
}
