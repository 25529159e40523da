import { UserError } from "../../core/errors.ts";
import type { Workload } from "../../core/requirement.ts";
import { readKubernetes } from "./kubernetes.ts";

/** What a worker sends back: an error would lose its hint on the way. */
export type Read = { workload: Workload; notes: string[] } | { fault: { message: string; hint: string } };

/** Reads a file in a thread of its own. @throws what is our fault. */
export default function read(text: string): Read {
  try {
    return readKubernetes(text);
  } catch (error) {
    if (error instanceof UserError) return { fault: { message: error.message, hint: error.hint } };
    throw error;
  }
}
