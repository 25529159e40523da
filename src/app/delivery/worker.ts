import type { Shell } from "../ports/asker.ts";
import type { Job, JobQueue } from "../ports/job-queue.ts";

/** Works off one shell's queue. */
export interface Worker {
  /** Answers what is due, and resolves once nothing is; called meanwhile, it waits for the same. @throws what the store says. */
  workOff(): Promise<void>;
  /** Begins nothing new. */
  stop(): void;
}

/**
 * One job after another, each claimed when its turn comes: people ask new things meanwhile, the order may matter, and a job
 * that kills the process takes no other with it. `answer` never rejects.
 */
export function worker(queue: JobQueue, shell: Shell, answer: (job: Job) => Promise<void>): Worker {
  let working: Promise<void> | null = null;
  let isStopped = false;
  const work = async () => {
    while (!isStopped) {
      const job = await queue.claim(shell);
      if (job === null) return;
      await answer(job);
    }
  };
  return {
    workOff() {
      working ??= work().finally(() => {
        working = null;
      });
      return working;
    },
    stop() {
      isStopped = true;
    },
  };
}
