import { UserError } from "../../core/errors.ts";
import type { AttachedFile } from "./parse-submission.ts";

const MAX_FILE_BYTES = 1_048_576;
const DOWNLOAD_TIMEOUT_MS = 8_000;

/**
 * A file from a form, as text. The token goes to Slack's own hosts only.
 * @throws {UserError} when it is too big, not text, or Slack does not hand it out.
 */
export async function fileText(file: AttachedFile, token: string, apiUrl: string | undefined): Promise<string> {
  if (file.size > MAX_FILE_BYTES) throw tooBig(file.name);
  const response = isSlack(file.url_private_download, apiUrl)
    ? await fetch(file.url_private_download, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
      })
    : null;
  // Slack answers a request it does not accept with its sign-in page. https://docs.slack.dev/reference/objects/file-object
  if (!response?.ok || response.headers.get("content-type")?.includes("text/html")) {
    throw new UserError(`Slack did not hand out ${file.name}.`, "Attach it again, or type the values instead.");
  }
  return asText(file.name, await read(response, file.name));
}

function isSlack(url: string, apiUrl: string | undefined): boolean {
  const { protocol, hostname, origin } = new URL(url);
  const isOwn = protocol === "https:" && (hostname === "slack.com" || hostname.endsWith(".slack.com"));
  return isOwn || (apiUrl !== undefined && origin === new URL(apiUrl).origin);
}

/** The body, given up as soon as it is longer than Slack said. */
async function read(response: Response, name: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MAX_FILE_BYTES) throw tooBig(name);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function asText(name: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // not UTF-8: said below
  }
  throw new UserError(`${name} is not a text file.`, "Attach YAML or JSON.");
}

function tooBig(name: string): UserError {
  return new UserError(`${name} is larger than 1 MiB.`, "Attach only the workloads you want to plan for.");
}
