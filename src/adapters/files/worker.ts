import type { FileReading, HandedFile } from "../../app/ports/files.ts";
import { UserError } from "../../core/errors.ts";
import { readFiles } from "./read-files.ts";

/** What a worker sends back: an error would lose its hint on the way. */
export type Read = FileReading | { fault: { message: string; hint: string } };

/** Reads files in a thread of its own. @throws what is our fault. */
export default function read(files: readonly HandedFile[]): Read {
  try {
    return readFiles(files);
  } catch (error) {
    if (error instanceof UserError) return { fault: { message: error.message, hint: error.hint } };
    throw error;
  }
}
