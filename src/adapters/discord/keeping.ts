import { z } from "zod";
import { Attempt, type Attempting } from "../../app/delivery/attempt.ts";
import type { Job, JobQueue, Log, Work } from "../../app/ports.ts";
import { discordErrors } from "./errors.ts";
import { Interaction } from "./interaction.ts";
import { askerOf } from "./place.ts";

/** What another process needs to go on from a deferral. */
const Kept = z.object({ interaction: Interaction, thinksPrivately: z.boolean() });
type Kept = z.infer<typeof Kept>;

/** An attempt at an interaction; one that its first response answers is never kept. Null where nobody made it. */
export function beginning(queue: JobQueue, log: Log, interaction: Interaction): Attempt | null {
  const asker = askerOf(interaction);
  if (asker === null) return null;
  return new Attempt(attempting(queue, log), queue.begin(asker.tenant, `discord:${interaction.id}`), false);
}

/** An attempt at what another process kept. */
export const repeated = (queue: JobQueue, log: Log, job: Job): Attempt =>
  new Attempt(attempting(queue, log), job, true);

export function workOf(interaction: Interaction, thinksPrivately: boolean): Omit<Work, "key"> {
  const body: Kept = { interaction, thinksPrivately };
  return { personId: askerOf(interaction)?.person.id ?? "", body: JSON.stringify(body) };
}

/** What was kept, or null where this version cannot read it. */
export function readKept(body: string): Kept | null {
  try {
    return Kept.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

const attempting = (queue: JobQueue, log: Log): Attempting => ({ queue, log, errors: discordErrors });
