import { type PlatformErrors, userMessage } from "../../app/delivery/errors.ts";
import type { Log } from "../../app/ports/process.ts";
import { problemText } from "../../cards/error-card.ts";

/** Slack said no, in its own word for it: "not_in_channel", "http_503", "ratelimited". */
export class SlackRefusal extends Error {
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`Slack answered ${code}`, options);
    this.name = "SlackRefusal";
    this.code = code;
  }
}

// What people can do about it. https://docs.slack.dev/reference/methods/chat.postMessage#errors
const WORDS: ReadonlyMap<string, [message: string, hint: string]> = new Map<string, [message: string, hint: string]>([
  ["not_in_channel", ["I am not in this channel, so I cannot post here.", "Type /invite @k8s-advise, then try again."]],
  [
    "channel_not_found",
    ["I cannot see this channel, so I cannot post here.", "Type /invite @k8s-advise, then try again."],
  ],
  ["is_archived", ["This channel is archived, so nobody can post here.", "Ask again in a channel that is in use."]],
  ["restricted_action", ["Only some people may post in this channel.", "Ask again in another channel."]],
  ["restricted_action_read_only_channel", ["This channel is read-only.", "Ask again in another channel."]],
  ["restricted_action_thread_locked", ["This thread is locked.", "Ask again in the channel."]],
  [
    "messages_tab_disabled",
    ["I cannot send you direct messages.", "Allow messages on the app's Messages tab, then try again."],
  ],
  ["cannot_dm_bot", ["I cannot send you direct messages.", "Ask in a channel instead."]],
  ["expired_trigger_id", ["That took longer than Slack waits for a form.", "Please try again."]],
  ["exchanged_trigger_id", ["That form was opened already.", "Please try again."]],
  ["ratelimited", ["Slack is letting nothing more through just now.", "Please try again in a minute."]],
  ["missing_scope", ["The app lacks a permission for that in this workspace.", "Ask an admin to install it again."]],
  ["timeout", ["Slack is not answering.", "Please try again in a minute."]],
]);

/** The error's code where Slack or the way to it refused, else null. */
export function slackCode(error: unknown): string | null {
  if (error instanceof SlackRefusal) return error.code;
  if (!(error instanceof Error) || !("code" in error)) return null;
  switch (error.code) {
    case "slack_webapi_platform_error":
      return "data" in error ? platformCode(error.data) : null;
    case "slack_webapi_rate_limited_error":
      return "ratelimited";
    case "slack_webapi_http_error":
    case "slack_webapi_request_error":
      return "timeout";
    default:
      return null;
  }
}

/** Refusals that another try may not meet. */
const PASSING = new Set(["timeout", "ratelimited", "internal_error", "service_unavailable", "fatal_error"]);

/** Slack's refusals, as every shell's are told and logged. */
export const slackErrors: PlatformErrors = {
  refusal(error) {
    const [message, hint] = WORDS.get(slackCode(error) ?? "") ?? [];
    return message === undefined || hint === undefined ? null : { message, hint };
  },
  fields: (error) => ({ code: slackCode(error), err: error }),
  mayPass(error) {
    const code = slackCode(error);
    return code === null || PASSING.has(code);
  },
};

/** What to say to the asker; an error that is ours is logged. */
export const errorText = (error: unknown, log: Log): string => problemText(userMessage(error, slackErrors, log));

/** Leaves to the log what nobody is told of. */
export const logError = (error: unknown, log: Log): void => void userMessage(error, slackErrors, log);

function platformCode(data: unknown): string | null {
  return typeof data === "object" && data !== null && "error" in data ? String(data.error) : null;
}
