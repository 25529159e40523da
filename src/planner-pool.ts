import { Piscina } from "piscina";
import type { Planner } from "./app/planner.ts";
import type { CatalogSource } from "./app/ports/process.ts";
import { UserError } from "./core/errors.ts";
import type { Planned, Task } from "./planner-worker.ts";

/** The worker as the build left it; the same from src/ and from dist/. */
const WORKER = new URL("../dist/planner-worker.js", import.meta.url);

const TIMEOUT_MS = 20_000; // from when it was handed in; a thousand kinds of pods take a second or two
const MEMORY_MIB = 512; // of the thread's objects; the catalog takes a tenth of it
const IDLE_MS = 30_000;

export interface PlannerPool extends Planner {
  close(): Promise<void>;
}

/**
 * Plans large workloads in a thread, so that everybody else is answered meanwhile. It starts when it is needed, with the catalog
 * below `pricingDir`; where `source` has another by then, the thread is handed that one.
 */
export function plannerPool(source: CatalogSource, pricingDir: string | null, timeoutMs = TIMEOUT_MS): PlannerPool {
  const pool = new Piscina<Task, Planned>({
    filename: WORKER.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    workerData: { pricingDir },
  });
  return {
    async advise(asked, asOf) {
      const catalog = source.current();
      const task = { asked, asOf, version: catalog.version };
      const run = (whole: Task) => pool.run(whole, { signal: AbortSignal.timeout(timeoutMs) }).catch(refuse);
      const first = await run(task);
      const planned = "missing" in first ? await run({ ...task, catalog }) : first;
      if ("missing" in planned)
        throw new Error(`a thread that was handed the catalog ${planned.missing} does not have it`);
      if ("fault" in planned) throw new UserError(planned.fault.message, planned.fault.hint);
      return planned;
    },
    close: () => pool.close({ force: true }),
  };
}

/** What runs over its time or its memory is too large a question, and said; anything else is ours. */
function refuse(error: unknown): never {
  const { name, code } = error as { name?: string; code?: string };
  if (name === "AbortError" || name === "TimeoutError" || code === "ERR_WORKER_OUT_OF_MEMORY")
    throw new UserError("This workload is too large to plan at once.", "Ask for one namespace or one team's part.", {
      cause: error,
    });
  throw error;
}
