import { z } from "zod";
import { upperFirst } from "../cards/clip.ts";
import { DEFAULT_ALLOWED, MENTIONS, type Permission, whoText } from "../cards/settings-card.ts";
import { UserError } from "../core/errors.ts";
import { CURRENCIES, PURPOSES } from "../core/question/choices.ts";
import type { RequirementInput } from "../core/question/requirement.ts";
import { Discount } from "../core/question/terms.ts";
import type { ShellCapabilities } from "./delivery/capabilities.ts";
import type { Asker } from "./ports/asker.ts";
import type { SettingsStore } from "./ports/settings.ts";

/** Who may do something: everybody, admins of the workspace or server, or those in some of its groups (and admins). */
export const Allowed = z.union([
  z.literal("everyone"),
  z.literal("admins"),
  z.strictObject({ groups: z.array(z.string().min(1)).min(1) }),
]);
export type Allowed = z.infer<typeof Allowed>;

/** A team's defaults. Each key can be set for the whole workspace and, on top, for a channel; a key left out says nothing. */
export const TeamSettings = z.strictObject({
  region: z.string().min(1).optional(),
  currency: z.enum(CURRENCIES).optional(),
  labourRateUsd: z.number().min(0).max(10_000).optional(),
  purpose: z.enum(PURPOSES).optional(),
  platforms: z.array(z.string().min(1)).min(1).optional(),
  discounts: z.array(Discount).optional(),
  mentions: z.enum(MENTIONS).optional(),
  mayShare: Allowed.optional(),
  mayDecide: Allowed.optional(),
  mayChangeSettings: Allowed.optional(),
});
export type TeamSettings = z.infer<typeof TeamSettings>;

/** What holds for somebody in a channel: the channel's own settings on top of the workspace's. */
export async function settingsFor(store: SettingsStore, asker: Asker): Promise<TeamSettings> {
  const { whole, channel } = await settingsApart(store, asker);
  return { ...whole, ...channel };
}

async function settingsApart(store: SettingsStore, { tenant, channelId }: Asker) {
  const [whole, channel] = await Promise.all([
    store.get(tenant, null),
    channelId === null ? null : store.get(tenant, channelId),
  ]);
  return { whole: TeamSettings.parse(whole?.value ?? {}), channel: TeamSettings.parse(channel?.value ?? {}) };
}

/** Whether the asker may. On a machine of one's own there are no admins: everybody may. */
export function may(asker: Asker, settings: TeamSettings, permission: Permission): boolean {
  const { tenant, person } = asker;
  if (tenant.shell === "cli" || person.isAdmin) return true;
  const allowed = allowedIn(settings, permission);
  if (allowed === "everyone") return true;
  return allowed !== "admins" && allowed.groups.some((group) => person.groups.includes(group));
}

const allowedIn = (settings: TeamSettings, permission: Permission): Allowed =>
  settings[permission] ?? DEFAULT_ALLOWED[permission];

const REFUSALS: Record<Permission, string> = {
  mayShare: "You may not share cards here.",
  mayDecide: "You may not record decisions here.",
  mayChangeSettings: "You may not change the settings here.",
};

/** Lets through an asker who may. @throws {UserError} for anybody else: it says who may, and who can change that. */
export async function checkMay(
  { settings: store, capabilities }: { settings: SettingsStore; capabilities: ShellCapabilities },
  asker: Asker,
  permission: Permission,
): Promise<void> {
  const { whole, channel } = await settingsApart(store, asker);
  const settings = { ...whole, ...channel };
  if (may(asker, settings, permission)) return;
  const who = upperFirst(whoText(allowedIn(settings, permission)));
  const { show, channelSettings } = capabilities[asker.tenant.shell].commands;
  const there = (channel[permission] && channelSettings) ?? `${show} settings`;
  throw new UserError(REFUSALS[permission], `${who} may. An admin can let others do it in ${there}.`);
}

/** The part of a requirement that a team has settled beforehand; what a person says comes on top. */
export function teamDefaults({ region, currency, labourRateUsd, purpose, platforms }: TeamSettings): RequirementInput {
  return {
    ...(region === undefined ? {} : { region }),
    ...(platforms === undefined ? {} : { only: platforms }),
    ...(currency === undefined ? {} : { currency }),
    ...(labourRateUsd === undefined ? {} : { labourRateUsd }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}
