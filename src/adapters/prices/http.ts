import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pRetry, { AbortError } from "p-retry";
import type { z } from "zod";
import { UnavailableError } from "../../core/errors.ts";

/** How patiently a price list is asked for. */
export interface Patience {
  retries: number; // after the first attempt
  firstWaitMs: number; // doubled before each further attempt
  mostWaitMs: number; // who is told to wait longer gives up
  timeoutMs: number; // of one attempt, from the request to the last byte; of a download, without any byte
}

export const PATIENCE: Patience = { retries: 5, firstWaitMs: 1_000, mostWaitMs: 120_000, timeoutMs: 120_000 };

const MOST_BYTES = 64 * 1024 * 1024; // of one answer that is read as a whole; the largest page of a price list has a few
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** An attempt that may go better the next time; `waitMs` is how long the server asks to be left alone. */
class PassingFailure extends Error {
  readonly waitMs: number;
  constructor(message: string, waitMs = 0, options?: ErrorOptions) {
    super(message, options);
    this.waitMs = waitMs;
  }
}

/**
 * The JSON that `url` answers with, checked. An answer that is cut off, slow, not JSON or one of the server's own failures is
 * asked for again, no sooner than the server says.
 * @throws {UnavailableError} when patience ends, and at once where asking again cannot help.
 */
export async function getJson<S extends z.ZodType>(
  url: URL,
  schema: S,
  headers: Record<string, string> = {},
  patience: Patience = PATIENCE,
): Promise<z.output<S>> {
  const value = await patiently(url, patience, async () => {
    const body = await bodyOf(await respond(url, headers, AbortSignal.timeout(patience.timeoutMs)), url);
    return parsed(body, url);
  });
  return inForm(url, schema, value);
}

/** What `url` gave, checked. @throws {UnavailableError} naming the place where it has another form than before. */
export function inForm<S extends z.ZodType>(url: URL, schema: S, value: unknown): z.output<S> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw unavailable(url, `answers in another form: ${issue?.path.join(".")}: ${issue?.message}`);
}

/**
 * Saves what `url` answers with to `file`, however large. One that is cut off goes on where it was, as far as the server can:
 * https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 * @throws {UnavailableError} when patience ends, and at once where asking again cannot help.
 */
export async function download(
  url: URL,
  file: string,
  patience: Patience = PATIENCE,
  progress: (bytes: number) => void = () => {},
): Promise<void> {
  let saved = { bytes: 0, etag: null as string | null };
  await patiently(url, patience, async () => {
    const silence = new AbortController();
    const timer = setTimeout(
      () => silence.abort(new DOMException("took too long", "TimeoutError")),
      patience.timeoutMs,
    );
    const resumed: Record<string, string> =
      saved.bytes > 0 && saved.etag !== null ? { range: `bytes=${saved.bytes}-`, "if-range": saved.etag } : {};
    try {
      const response = await respond(url, { "accept-encoding": "identity", ...resumed }, silence.signal);
      const isRest = response.status === 206;
      saved = { bytes: isRest ? saved.bytes : 0, etag: response.headers.get("etag") };
      const counted = async function* (body: AsyncIterable<Uint8Array>) {
        for await (const chunk of body) {
          timer.refresh();
          yield chunk;
          saved.bytes += chunk.byteLength;
          progress(saved.bytes);
        }
      };
      await pipeline(counted(response.body ?? emptyBody()), createWriteStream(file, { flags: isRest ? "a" : "w" }));
    } finally {
      clearTimeout(timer);
    }
  });
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

/** Does `attempt` until it succeeds, within the bounds of `patience`. */
async function patiently<T>(
  url: URL,
  { retries, firstWaitMs, mostWaitMs }: Patience,
  attempt: () => Promise<T>,
): Promise<T> {
  const once = () =>
    attempt().catch((error: unknown) => {
      if (error instanceof AbortError || error instanceof PassingFailure) throw error;
      throw new PassingFailure(reasonOf(error), 0, { cause: error });
    });
  try {
    return await pRetry(once, {
      retries,
      minTimeout: firstWaitMs,
      maxTimeout: mostWaitMs,
      shouldRetry: ({ error }) => !(error instanceof PassingFailure && error.waitMs > mostWaitMs),
      onFailedAttempt: async ({ error, retriesLeft }) => {
        if (error instanceof PassingFailure && retriesLeft > 0 && error.waitMs <= mostWaitMs) await pause(error.waitMs);
      },
    });
  } catch (error) {
    throw unavailable(url, reasonOf(error), error);
  }
}

/** The answer's head. A status that may pass is a failure that may pass; another one is final. */
async function respond(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers: { accept: "application/json", ...headers }, signal });
  if (response.ok) return response;
  await response.body?.cancel();
  const says = `answers ${response.status} ${response.statusText}`.trim();
  if (!PASSING.has(response.status)) throw new AbortError(says);
  throw new PassingFailure(says, waitAsked(response.headers.get("retry-after")));
}

/** Milliseconds: the header holds seconds or a date (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). */
function waitAsked(header: string | null): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

async function bodyOf(response: Response, url: URL): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new AbortError(`${url.pathname} is larger than ${MOST_BYTES / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(body: string, url: URL): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new PassingFailure(`${url.pathname} is not whole JSON`, 0, { cause: error });
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  if (error instanceof PassingFailure) return error.message;
  if (error.name === "TimeoutError") return "took too long";
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${cause}`;
}

/** Never the query: it may hold a key. */
export const unavailable = (url: URL, says: string, cause?: unknown) =>
  new UnavailableError(`${url.origin}${url.pathname} ${says}.`, "Nothing was changed. Run the same command later.", {
    cause,
  });

/** `path` below a base address, whatever path that has itself. */
export const below = (base: string, path: string): URL => new URL(base.replace(/\/+$/, "") + path);
