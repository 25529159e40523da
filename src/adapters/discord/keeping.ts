import { z } from "zod";
import type { Inbox, Log, Tenant } from "../../app/ports.ts";
import { Interaction } from "./interaction.ts";
import { askerOf } from "./place.ts";
import { errorFields } from "./problems.ts";

/** What another process needs to go on from a deferral. */
const Kept = z.object({ interaction: Interaction, thinksPrivately: z.boolean() });
type Kept = z.infer<typeof Kept>;

/** An interaction's place in the inbox. One that its first response answers never takes it. */
export interface Keeping {
  /** Resolves once another process could answer. */
  keep(thinksPrivately: boolean): Promise<void>;
  /** It is answered. Never throws. */
  done(): Promise<void>;
}

export function keeping(inbox: Inbox, log: Log, interaction: Interaction): Keeping {
  const asker = askerOf(interaction);
  const key = `discord:${interaction.id}`;
  let isKept = false;
  return {
    keep: async (thinksPrivately) => {
      if (asker === null) throw new Error("an interaction that nobody made");
      isKept = true; // before it is: a write that fails may have been made
      const body: Kept = { interaction, thinksPrivately };
      await inbox.keep(asker.tenant, { key, personId: asker.person.id, body: JSON.stringify(body) });
    },
    done: async () => {
      if (isKept && asker !== null) await forget(inbox, log, { tenant: asker.tenant, key });
    },
  };
}

/** Takes it off the inbox. Never throws: what stays there is answered again, or dropped for its age. */
export const forget = (inbox: Inbox, log: Log, { tenant, key }: { tenant: Tenant; key: string }): Promise<void> =>
  inbox
    .done(tenant, key)
    .catch((error: unknown) => log.error(errorFields(error), "what was answered could not be taken off the inbox"));

/** What was kept, or null where this version cannot read it. */
export function readKept(body: string): Kept | null {
  try {
    return Kept.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
