import { InteractionType } from "discord.js";
import { z } from "zod";

const Snowflake = z.string().min(1).max(64);
const Permissions = z.string().regex(/^\d+$/);
const User = z.object({ id: Snowflake, username: z.string(), global_name: z.string().nullish() });

const Message = z.object({
  id: Snowflake,
  channel_id: Snowflake,
  flags: z.int().default(0),
  components: z.array(z.unknown()).default([]),
});

/** Discord's test of an endpoint, which carries nothing else that matters. */
export const Ping = z.object({ type: z.literal(InteractionType.Ping) });

/**
 * What we read of an interaction, the same over the gateway and over HTTP.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export const Interaction = z.object({
  id: Snowflake,
  application_id: Snowflake,
  type: z.int(),
  token: z.string().min(1),
  guild_id: Snowflake.optional(),
  channel_id: Snowflake.optional(),
  channel: z.object({ id: Snowflake, type: z.int(), parent_id: Snowflake.nullish() }).optional(),
  member: z
    .object({
      user: User,
      nick: z.string().nullish(),
      roles: z.array(Snowflake).default([]),
      permissions: Permissions.default("0"),
    })
    .optional(),
  user: User.optional(),
  message: Message.optional(),
  app_permissions: z.string().regex(/^\d+$/).optional(),
  authorizing_integration_owners: z.record(z.string(), z.string()).default({}),
  data: z.unknown().optional(),
});
export type Interaction = z.infer<typeof Interaction>;

const Value = z.union([z.string(), z.number(), z.boolean()]);
const CommandOption = z.object({ name: z.string(), value: Value.optional(), focused: z.boolean().optional() });

export const CommandData = z.object({
  name: z.string(),
  type: z.int(),
  options: z.array(CommandOption).default([]),
  target_id: Snowflake.optional(),
  resolved: z
    .object({ messages: z.record(z.string(), z.object({ content: z.string().default("") })).default({}) })
    .optional(),
});
export type CommandData = z.infer<typeof CommandData>;

export const ComponentData = z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) });

const Attachment = z.object({ filename: z.string(), size: z.int(), url: z.url() });
export type Attachment = z.infer<typeof Attachment>;

const Field = z.object({
  type: z.int(),
  custom_id: z.string(),
  value: z.union([z.string(), z.boolean(), z.null()]).optional(),
  values: z.array(z.string()).optional(),
});
export type SubmittedField = z.infer<typeof Field>;

export const ModalData = z.object({
  custom_id: z.string(),
  components: z.array(z.object({ component: Field.optional() })),
  resolved: z.object({ attachments: z.record(z.string(), Attachment).default({}) }).optional(),
});
export type ModalData = z.infer<typeof ModalData>;
