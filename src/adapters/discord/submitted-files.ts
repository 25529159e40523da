import type { Answers } from "../../cards/form.ts";
import { UserError } from "../../core/errors.ts";
import type { Submitted } from "./parse.ts";

const MAX_BYTES = 1_048_576; // a manifest of a thousand workloads is smaller
const TIMEOUT_MS = 10_000;

/** The text of each uploaded file, by the key of its field. */
export async function readFiles(files: Submitted["files"]): Promise<Answers> {
  const read = await Promise.all(
    files.map(async ({ field, attachment }) => [field, await readText(attachment)] as const),
  );
  return Object.fromEntries(read);
}

async function readText({ filename, size, url }: Submitted["files"][number]["attachment"]): Promise<string> {
  if (size > MAX_BYTES)
    throw new UserError(`${filename} is larger than 1 MiB.`, "Send the part that lists the workloads.");
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new UserError(`Discord did not give me ${filename}.`, "Please attach it again.");
  return response.text();
}
