import fc from "fast-check";
import { type FuzzKind, LONGEST_MS } from "./kinds.ts";

export interface Fuzzed {
  examples: number;
  ms: number;
  slowestMs: number; // of the processor
  fault: string | null; // with the example and how to see it again
}

/** Tries so many examples of a kind. The same seed gives the same ones. */
export function fuzz({ arbitrary, check }: FuzzKind, examples: number, seed: number): Fuzzed {
  const started = performance.now();
  let slowestMs = 0;
  const tried = fc.check(
    fc.property(arbitrary, (example) => {
      const began = process.cpuUsage();
      check(example);
      const { user, system } = process.cpuUsage(began); // µs; by the clock a busy machine would be at fault
      const ms = (user + system) / 1_000;
      slowestMs = Math.max(slowestMs, ms);
      if (ms > LONGEST_MS) throw new Error(`It took ${Math.round(ms)} ms`);
    }),
    { numRuns: examples, seed, interruptAfterTimeLimit: 24 * 3_600_000, markInterruptAsFailure: true },
  );
  const fault = tried.failed ? `${fc.defaultReportMessage(tried) ?? ""}\n${stackOf(tried.errorInstance)}` : null;
  return { examples: tried.numRuns, ms: performance.now() - started, slowestMs, fault };
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
