import { Counter, Gauge, type Registry } from "prom-client";
import type { JobQueue, Lease, QueueFigures } from "../../app/ports/job-queue.ts";
import type { Log } from "../../app/ports/process.ts";

/**
 * The same queue, with its depth, age, attempts, take-overs and dead letters counted by shell. Depth and age are the whole
 * queue's, whichever process is asked; the rest is what this process did.
 */
export function measuredQueue(queue: JobQueue, registry: Registry, log: Log): JobQueue {
  const registers = [registry];
  const labelNames = ["shell"] as const;
  const attempts = new Counter({
    name: "k8s_advise_job_attempts_total",
    help: "Attempts that ended, by how: completed, failed and to be tried again, given up, or lost to another process",
    labelNames: ["shell", "outcome"] as const,
    registers,
  });
  const takeOvers = new Counter({
    name: "k8s_advise_job_takeovers_total",
    help: "Further attempts begun at what an earlier one did not end",
    labelNames,
    registers,
  });
  observeDepth(queue, registry, log);
  const counting =
    (outcome: string, end: (lease: Lease) => Promise<boolean>) =>
    async (lease: Lease): Promise<boolean> => {
      const held = await end(lease);
      attempts.inc({ shell: lease.tenant.shell, outcome: held ? outcome : "lost" });
      return held;
    };
  return {
    ...queue,
    complete: counting("completed", queue.complete),
    retry: counting("failed", queue.retry),
    bury: counting("given-up", queue.bury),
    async claim(shell) {
      const job = await queue.claim(shell);
      if (job !== null) takeOvers.inc({ shell });
      return job;
    },
  };
}

/** Read from the store when the metrics are asked for; where it does not answer, the figures are left out. */
function observeDepth(queue: JobQueue, registry: Registry, log: Log): void {
  let asked: Promise<QueueFigures[]> | null = null; // one question for all gauges
  const figures = () => {
    asked ??= queue
      .figures()
      .catch((error: unknown) => {
        log.warn({ err: error }, "the queue could not be measured");
        return [];
      })
      .finally(() => {
        asked = null;
      });
    return asked;
  };
  const gauge = (name: string, help: string, values: (of: QueueFigures) => [labels: Labels, value: number][]) =>
    new Gauge({
      name,
      help,
      labelNames: ["shell", "state"] as const,
      registers: [registry],
      async collect() {
        const found = await figures();
        this.reset();
        for (const [labels, value] of found.flatMap(values)) this.set(labels, value);
      },
    });
  gauge(
    "k8s_advise_jobs",
    "Jobs that are not answered yet, by whether an attempt runs or is waited for",
    ({ shell, waiting, running }) => [
      [{ shell, state: "waiting" }, waiting],
      [{ shell, state: "running" }, running],
    ],
  );
  gauge("k8s_advise_job_oldest_seconds", "Age of the oldest job that is not answered yet", ({ shell, oldestMs }) => [
    [{ shell }, oldestMs / 1_000],
  ]);
  gauge("k8s_advise_dead_letters", "Jobs given up within the last week", ({ shell, dead }) => [[{ shell }, dead]]);
}

type Labels = { shell: string; state?: string };
