import { setTimeout as sleep } from "node:timers/promises";
import type { Logger, webApi } from "@slack/bolt";
import { SlackRefusal, slackCode } from "./errors.ts";
import { MAX_RESPONSES } from "./limits.ts";

export type Client = webApi.WebClient;

const CALL_TIMEOUT_MS = 8_000;
const LONGEST_WAIT_SECONDS = 10; // a longer Retry-After is said to the person instead
const MOST_TRIES = 3;

/** How we call Slack's Web API: two more tries when the way there fails, never waiting for minutes. */
export function clientOptions(apiUrl: string | undefined, logger: Logger): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    logger,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: MOST_TRIES - 1, minTimeout: 300, factor: 2 },
    rejectRateLimitedCalls: true, // `patiently` waits instead, with an end to it
  };
}

/** Calls again after a short Retry-After, at most twice. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const seconds = retryAfter(error);
      if (seconds === null || seconds > LONGEST_WAIT_SECONDS || tries === MOST_TRIES) throw error;
      await sleep(seconds * 1000);
    }
  }
}

/** A `response_url`: the one way to answer where the bot itself may not post. Counts what Slack still takes through it. */
export class ReplyAddress {
  private readonly url: string;
  private left = MAX_RESPONSES;
  /** The last thing said through it was that an answer is coming: the answer takes its place. */
  working = false;

  constructor(url: string) {
    this.url = url;
  }

  /** @throws {SlackRefusal} when Slack does not take it, or would not any more. */
  async post(message: Record<string, unknown>): Promise<void> {
    if (this.left === 0) throw new SlackRefusal("used_url");
    await patiently(() => send(this.url, message));
    this.left -= 1;
    this.working = false;
  }

  async sayWorking(): Promise<void> {
    await this.post({ response_type: "ephemeral", text: "Working on it…" });
    this.working = true;
  }
}

async function send(url: string, message: Record<string, unknown>): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new SlackRefusal("timeout", { cause });
  });
  const text = await response.text();
  if (response.status === 429) throw new RateLimited(Number(response.headers.get("retry-after") ?? 1));
  if (response.status >= 500) throw new SlackRefusal("timeout");
  const code = refusal(text);
  if (!response.ok || code !== null) throw new SlackRefusal(code ?? `http_${response.status}`);
}

/** A `response_url` refuses with `{ok: false, error}` or with the bare word. */
function refusal(text: string): string | null {
  if (!text.startsWith("{")) return /^[a-z_]+$/.test(text) && text !== "ok" ? text : null;
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== "object" || answer === null || !("ok" in answer) || answer.ok === true) return null;
  return "error" in answer ? String(answer.error) : "unknown_error";
}

class RateLimited extends SlackRefusal {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super("ratelimited");
    this.retryAfter = retryAfter;
  }
}

function retryAfter(error: unknown): number | null {
  if (slackCode(error) !== "ratelimited" || !(error instanceof Error) || !("retryAfter" in error)) return null;
  return typeof error.retryAfter === "number" ? error.retryAfter : null;
}
