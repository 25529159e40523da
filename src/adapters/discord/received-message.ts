import { z } from "zod";

const Id = z.string().min(1);

/** A message that is to be answered: all that another process needs for it. */
export const ReceivedMessage = z.object({
  id: Id,
  channelId: Id,
  inGuild: z.boolean(),
  text: z.string(),
  asker: z.object({
    tenant: z.object({ shell: z.literal("discord"), id: Id }),
    person: z.object({ id: Id, name: z.string(), isAdmin: z.boolean(), groups: z.array(Id) }),
    channelId: Id,
    threadId: Id.nullable(),
    deliveryId: Id,
  }),
});
export type ReceivedMessage = z.infer<typeof ReceivedMessage>;
