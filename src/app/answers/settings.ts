import type { Answers } from "../../cards/form.ts";
import { readSettings } from "../../cards/settings-answers.ts";
import { type SettingsScope, settingsCard } from "../../cards/settings-card.ts";
import { type SettingsChoices, settingsForm } from "../../cards/settings-form.ts";
import { UserError } from "../../core/errors.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { namesNow, type Talk, whoIs } from "../talk.ts";
import { checkMay, TeamSettings } from "../team-settings.ts";
import { furtherSteps } from "./recommend.ts";

/** "channel" means this channel's own settings, "channel:1" a step of their form; anything else the whole workspace's. */
export const scopeOf = (word: string | null): SettingsScope =>
  word?.split(":")[0] === "channel" ? "channel" : "workspace";

/** What a scope sets, and who changed it last. */
export async function showSettings(talk: Talk, asker: Asker, scope: SettingsScope): Promise<Reply> {
  const newest = await talk.settings.get(asker.tenant, channelOf(asker, scope));
  const settings = TeamSettings.parse(newest?.value ?? {});
  const steps = furtherSteps(talk, asker, settingsForm(settings, choices(talk), scope));
  const card = settingsCard(settings, namesNow(talk), { scope, changed: newest, steps });
  return { kind: "card", card, audience: "asker", estimateId: null, replaces: false };
}

/** A scope's settings as a form, for who may change them. */
export async function openSettings(talk: Talk, asker: Asker, scope: SettingsScope): Promise<Reply> {
  const channelId = await channelToChange(talk, asker, scope);
  const newest = await talk.settings.get(asker.tenant, channelId);
  const form = settingsForm(TeamSettings.parse(newest?.value ?? {}), choices(talk), scope);
  return { kind: "form", form, estimateId: null };
}

/** Sets what the form says. @throws {UserError} when somebody else did in the meantime: nothing of theirs is lost. */
export async function submitSettings(talk: Talk, asker: Asker, answers: Answers, scope: SettingsScope): Promise<Reply> {
  const channelId = await channelToChange(talk, asker, scope);
  const newest = await talk.settings.get(asker.tenant, channelId);
  const base = TeamSettings.parse(newest?.value ?? {});
  const read = readSettings(answers, base, choices(talk));
  if ("faults" in read) {
    return { kind: "faults", form: settingsForm(base, choices(talk), scope), faults: read.faults, estimateId: null };
  }
  const change = {
    expected: newest?.version ?? 0,
    value: TeamSettings.parse(read.settings),
    by: whoIs(asker),
    at: talk.clock.now().toISOString(),
  };
  if (await talk.settings.put(asker.tenant, channelId, change)) return showSettings(talk, asker, scope);
  throw new UserError("Somebody changed the settings in the meantime.", "Open them again and repeat your change.");
}

/** @throws {UserError} for who may not. What a channel lets people do there holds for its own settings alone. */
async function channelToChange(talk: Talk, asker: Asker, scope: SettingsScope): Promise<string | null> {
  const channelId = channelOf(asker, scope);
  await checkMay(talk, { ...asker, channelId }, "mayChangeSettings");
  return channelId;
}

function channelOf({ channelId }: Asker, scope: SettingsScope): string | null {
  if (scope === "workspace" || channelId !== null) return scope === "workspace" ? null : channelId;
  throw new UserError("There is no channel here.", "Channels have settings of their own in chat.");
}

const choices = ({ library }: Talk): SettingsChoices => {
  const { platforms, providers } = library.knowledge().book;
  const named = new Map(platforms.map(({ id, name }) => [id, { id, name }]));
  return { platforms: [...named.values()], providers: providers.map(({ id }) => id) };
};
