import { Piscina } from "piscina";
import type { FileReader, HandedFile } from "../../app/ports/files.ts";
import { UserError } from "../../core/errors.ts";
import type { Read } from "./worker.ts";

/** The worker as the build left it; the same from src/ and from dist/, which lie equally deep. */
const WORKER = new URL("../../../dist/adapters/files/worker.js", import.meta.url);

export interface PoolLimits {
  threads: number;
  timeoutMs: number; // from when it was handed in, waiting for others included
  memoryMiB: number; // of each thread's objects
}

/** A file of 1 MiB takes a fifth of a second, and a twentieth of that memory. */
const LIMITS: PoolLimits = { threads: 2, timeoutMs: 5_000, memoryMiB: 256 };
const IDLE_MS = 30_000;
const HINT = "Send the part that lists the workloads, or what `kubectl get pods -A -o json` prints.";

export interface FileReaderPool extends FileReader {
  close(): Promise<void>;
}

/** Reads files in threads, so that whatever is in one, everybody else is answered meanwhile. Threads start when needed. */
export function fileReaderPool({ threads, timeoutMs, memoryMiB }: PoolLimits = LIMITS): FileReaderPool {
  const pool = new Piscina<readonly HandedFile[], Read>({
    filename: WORKER.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
  });
  return {
    async read(files) {
      const result = await pool.run(files, { signal: AbortSignal.timeout(timeoutMs) }).catch(refuse);
      if ("fault" in result) throw new UserError(result.fault.message, result.fault.hint);
      return result;
    },
    close: () => pool.close({ force: true }),
  };
}

/** What runs over its time or its memory is the file's fault, and said; anything else is ours. */
function refuse(error: unknown): never {
  const { name, code } = error as { name?: string; code?: string };
  if (name === "AbortError" || name === "TimeoutError")
    throw new UserError("This file takes too long to read.", HINT, { cause: error });
  if (code === "ERR_WORKER_OUT_OF_MEMORY")
    throw new UserError("This file takes too much memory to read.", HINT, { cause: error });
  throw error;
}
