import { z } from "zod";
import { CURRENCIES, PURPOSES, type RequirementInput } from "../core/requirement.ts";
import { Discount } from "../core/terms.ts";
import type { Asker, SettingsStore } from "./ports.ts";

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
  mayShare: Allowed.optional(),
  mayDecide: Allowed.optional(),
  mayChangeSettings: Allowed.optional(),
});
export type TeamSettings = z.infer<typeof TeamSettings>;

/** What holds where nothing is set: anybody shares and decides, admins change the settings. */
const DEFAULT_ALLOWED = { mayShare: "everyone", mayDecide: "everyone", mayChangeSettings: "admins" } as const;
/** Something that a team may reserve for some of its people. */
export type Permission = keyof typeof DEFAULT_ALLOWED;

/** What holds for somebody in a channel: the channel's own settings on top of the workspace's. */
export async function settingsFor(store: SettingsStore, { tenant, channelId }: Asker): Promise<TeamSettings> {
  const [whole, channel] = await Promise.all([
    store.get(tenant, null),
    channelId === null ? null : store.get(tenant, channelId),
  ]);
  return { ...TeamSettings.parse(whole?.value ?? {}), ...TeamSettings.parse(channel?.value ?? {}) };
}

/** Whether the asker may. On a machine of one's own there are no admins: everybody may. */
export function may(asker: Asker, settings: TeamSettings, permission: Permission): boolean {
  const { tenant, person } = asker;
  if (tenant.shell === "cli" || person.isAdmin) return true;
  const allowed = settings[permission] ?? DEFAULT_ALLOWED[permission];
  if (allowed === "everyone") return true;
  return allowed !== "admins" && allowed.groups.some((group) => person.groups.includes(group));
}

/** The part of a requirement that a team has settled beforehand; what a person says comes on top. */
export function teamDefaults({ region, currency, labourRateUsd, purpose }: TeamSettings): RequirementInput {
  return {
    ...(region === undefined ? {} : { region }),
    ...(currency === undefined ? {} : { currency }),
    ...(labourRateUsd === undefined ? {} : { labourRateUsd }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}
