import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";

const SERIALIZED_ERROR_KEYS = ["type", "message", "stack", "code"] as const;

/**
 * A logger of JSON lines. No line shows one of `secrets`, wherever it came from, and errors keep only what tells them apart:
 * what an SDK hangs on them (requests, headers) stays out. Writes to standard error, which leaves standard output to answers.
 */
export function createLogger(
  { level, secrets }: { level: string; secrets: string[] },
  destination: DestinationStream = process.stderr,
): Logger {
  const hidden = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const redacted = (line: string) => hidden.reduce((text, secret) => text.replaceAll(secret, "[redacted]"), line);
  return pino({ level, base: null, serializers: { err: errorFields }, hooks: { streamWrite: redacted } }, destination);
}

function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const all: Record<string, unknown> = { ...stdSerializers.err(error) };
  return Object.fromEntries(
    SERIALIZED_ERROR_KEYS.filter((key) => all[key] !== undefined).map((key) => [key, all[key]]),
  );
}
