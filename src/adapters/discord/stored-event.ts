import { z } from "zod";
import type { Incoming } from "../../app/delivery/transport.ts";
import type { Work } from "../../app/ports/job-queue.ts";
import { Interaction } from "./interaction.ts";
import { askerOf } from "./place.ts";
import { ReceivedMessage } from "./received-message.ts";

/** What another process needs to go on from a deferral. */
const StoredInteraction = z.object({ interaction: Interaction, thinksPrivately: z.boolean() });

/** What is kept of an event until it is answered: an interaction that was deferred, or a message. */
const StoredEvent = z.union([StoredInteraction, z.object({ message: ReceivedMessage })]);
export type StoredEvent = z.infer<typeof StoredEvent>;

/** An interaction, as the life cycle of its answer takes it; null where nobody made it. */
export function incomingOf(interaction: Interaction): Incoming | null {
  const asker = askerOf(interaction);
  if (asker === null) return null;
  return {
    tenant: asker.tenant,
    receipts: [`discord:${interaction.id}`],
    retry: null,
    mayRepeat: false,
    click: clickOf(interaction),
    ...workOf(interaction, true),
  };
}

/** Which control of which message, and whose press of it; null for what is no press. */
export function clickOf({ message, data, member, user }: Interaction): string | null {
  return message === undefined ? null : JSON.stringify([message.id, member?.user.id ?? user?.id, data]);
}

export function workOf(interaction: Interaction, thinksPrivately: boolean): Omit<Work, "key"> {
  const body: StoredEvent = { interaction, thinksPrivately };
  return { personId: askerOf(interaction)?.person.id ?? "", body: JSON.stringify(body) };
}

/** What was kept, or null where this version cannot read it. */
export function readStored(body: string): StoredEvent | null {
  try {
    return StoredEvent.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
