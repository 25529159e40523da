import { UserError } from "../../core/errors.ts";
import { type JobQueue, LEASE_MS } from "../ports/job-queue.ts";
import type { Log } from "../ports/process.ts";

/** Looks after the queue as long as a process lives. */
export interface QueueSweep {
  /** Renews what this process is answering, and has its shells answer what is due. To be called within `LEASE_MS`. */
  run(): Promise<void>;
  /** @throws {UserError} when nothing was renewed for so long that others take over what this process answers. */
  assertAlive(): void;
}

export function queueSweep(
  queue: JobQueue,
  shells: readonly { name: string; shell: { takeOver(): Promise<void> } }[],
  log: Log,
): QueueSweep {
  let renewedAt = Number.NEGATIVE_INFINITY;
  return {
    async run() {
      try {
        await queue.renewAll();
        renewedAt = performance.now();
      } catch (error) {
        log.error({ err: error }, "what is being answered could not be held");
        return;
      }
      // Not waited for: answering may take longer than what is held may go without being renewed.
      for (const { name, shell } of shells)
        shell
          .takeOver()
          .catch((error: unknown) => log.error({ err: error, shell: name }, "the queue could not be worked off"));
    },
    assertAlive() {
      if (performance.now() - renewedAt > LEASE_MS)
        throw new UserError("The queue was not looked after in time.", "The database may be slow or out of reach.");
    },
  };
}
