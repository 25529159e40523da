import { setTimeout as sleep } from "node:timers/promises";
import { type AuthorizeResult, type Logger, webApi } from "@slack/bolt";
import { slackCode } from "./errors.ts";
import { clientOptions } from "./web.ts";

const RETRY_MS = 5_000;

/** Who a bot token is, asked once: the single workspace the process serves. */
export class Identity {
  private readonly client: webApi.WebClient;
  private readonly token: string;
  private asked: Promise<AuthorizeResult> | null = null;
  known = false;

  constructor(token: string, apiUrl: string | undefined, logger: Logger) {
    this.token = token;
    this.client = new webApi.WebClient(token, clientOptions(apiUrl, logger));
  }

  /** Waits for Slack to answer. @throws when Slack refuses the token. */
  find(): Promise<AuthorizeResult> {
    this.asked ??= this.ask();
    return this.asked;
  }

  // https://docs.slack.dev/reference/methods/auth.test
  private async ask(): Promise<AuthorizeResult> {
    for (;;) {
      try {
        const { bot_id, user_id, team_id } = await this.client.auth.test();
        this.known = true;
        return { botToken: this.token, ...compact({ botId: bot_id, botUserId: user_id, teamId: team_id }) };
      } catch (error) {
        const code = slackCode(error);
        if (code !== "timeout" && code !== "ratelimited") throw error;
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }
}

function compact(ids: Record<string, string | undefined>): AuthorizeResult {
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
}
