import { UserError } from "../core/errors.ts";

/** A file that somebody attached, where its platform keeps it. */
export interface AttachedFile {
  name: string;
  url: string;
  bytes: number; // as the platform says
}

/** Whose file it is, and how it is asked for. */
export interface FileHost {
  name: string; // "Slack"
  /** Whether the platform keeps files there: no other address is ever asked, least of all with a token. */
  keepsFilesAt: (url: URL) => boolean;
  headers: Record<string, string>;
}

export const MOST_FILE_BYTES = 1_048_576; // a manifest of a thousand workloads is smaller
const TIMEOUT_MS = 8_000;

/**
 * An attached file as text.
 * @throws {UserError} when it is larger than 1 MiB, not text, or its platform does not hand it out.
 */
export async function downloadText(file: AttachedFile, host: FileHost): Promise<string> {
  if (file.bytes > MOST_FILE_BYTES) throw tooLarge(file.name);
  const response = host.keepsFilesAt(new URL(file.url)) ? await request(file.url, host.headers) : null;
  // Slack answers a request it does not accept with its sign-in page. https://docs.slack.dev/reference/objects/file-object
  if (!response?.ok || response.headers.get("content-type")?.includes("text/html"))
    throw new UserError(`${host.name} did not hand out ${file.name}.`, "Attach it again, or type the values instead.");
  return textOf(file.name, await bodyOf(response, file.name));
}

/** Null where the host does not answer in time, or sends elsewhere: nobody follows it there. */
async function request(url: string, headers: Record<string, string>): Promise<Response | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return fetch(url, { headers, signal, redirect: "error" }).catch(() => null);
}

/** The body, given up as soon as it is longer than allowed, whatever length was said. */
async function bodyOf(response: Response, name: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MOST_FILE_BYTES) throw tooLarge(name);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function textOf(name: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // not UTF-8: said below
  }
  throw new UserError(`${name} is not a text file.`, "Attach YAML or JSON.");
}

const tooLarge = (name: string) =>
  new UserError(`${name} is larger than 1 MiB.`, "Attach only the workloads you want to plan for.");
