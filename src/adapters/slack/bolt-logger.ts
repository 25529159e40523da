import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../app/ports/process.ts";

const SECRETS = /(xox[a-z]|xapp|xwfp)-[\w-]+|https?:\/\/\S+|wss?:\/\/\S+/g;

/** The SDK's own warnings and errors in our log. Its chattier levels print payloads and tokens, so they go nowhere. */
export function boltLogger(log: Log): Logger {
  const detail = (parts: unknown[]) => parts.map(String).join(" ").replaceAll(SECRETS, "***");
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ detail: detail(parts) }, "the Slack SDK warns"),
    error: (...parts) => log.error({ detail: detail(parts) }, "the Slack SDK failed"),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
