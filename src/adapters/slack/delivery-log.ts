import type { Attempt } from "../../app/delivery/attempt.ts";
import type { Log } from "../../app/ports/process.ts";
import { logError } from "./errors.ts";
import type { Message } from "./render/card.ts";
import type { Place } from "./request.ts";
import type { Send } from "./send.ts";
import { type Client, patiently } from "./web.ts";

/** What a message of ours says that it is. */
export const EVENT_TYPE = "k8s_advise_answer";
const SKEW_MS = 60_000; // by which Slack's clock and ours may differ
const MOST_FOUND = 100; // messages in a channel since an answer was begun

/** What we read of a message in a channel's history. */
interface Found {
  ts?: string | undefined;
  metadata?: { event_type?: string | undefined; event_payload?: object | undefined } | undefined;
  files?: { name?: string | null | undefined }[] | undefined;
}

/**
 * Numbers the messages of one answer that everybody sees, so that whoever takes the answer over sends none twice.
 * https://docs.slack.dev/messaging/message-metadata
 */
export class DeliveryLog {
  private readonly answer: string;
  private readonly attempt: Attempt;
  private readonly sent = new Map<number, string>(); // the timestamp of each part
  private readonly uploaded = new Set<string>();
  private parts = 0;
  private look = async () => {};

  /** `answer` names it: the receipt of what was asked. */
  constructor(answer: string, attempt: Attempt) {
    this.answer = answer;
    this.attempt = attempt;
  }

  /** The same way to send, for what was not sent before, as long as nobody else is at it. */
  once(send: Send): Send {
    return async (message: Message) => {
      await this.look();
      const part = this.parts;
      this.parts += 1;
      const event_payload = { answer: this.answer, part };
      const before = this.sent.get(part);
      if (before !== undefined) return before;
      await this.attempt.assertHeld();
      return send({ ...message, metadata: { event_type: EVENT_TYPE, event_payload } });
    };
  }

  isUploaded(file: string): boolean {
    return this.uploaded.has(file);
  }

  /**
   * Before the first message that everybody sees, looks for what a process that died had sent since that moment. Where Slack
   * does not tell, all is taken as unsent.
   */
  lookFirst(client: Client, place: Place, since: string, log: Log): void {
    this.look = async () => {
      this.look = async () => {};
      await this.find(client, place, since, log);
    };
  }

  private async find(client: Client, { channelId, threadTs }: Place, since: string, log: Log): Promise<void> {
    if (channelId === null) return;
    const query = {
      channel: channelId,
      oldest: String((Date.parse(since) - SKEW_MS) / 1000),
      limit: MOST_FOUND,
      include_all_metadata: true,
    };
    try {
      this.take((await patiently(() => client.conversations.history(query))).messages);
      const root = threadTs ?? this.sent.get(0);
      if (root !== undefined) {
        this.take((await patiently(() => client.conversations.replies({ ...query, ts: root }))).messages);
      }
    } catch (error) {
      logError(error, log);
    }
  }

  private take(messages: Found[] = []): void {
    for (const { ts, metadata, files = [] } of messages) {
      for (const { name } of files) if (name) this.uploaded.add(name);
      const part = this.partOf(metadata);
      if (part !== null && ts !== undefined) this.sent.set(part, ts);
    }
  }

  private partOf(metadata: Found["metadata"]): number | null {
    const payload = metadata?.event_payload;
    if (metadata?.event_type !== EVENT_TYPE || !payload || !("answer" in payload) || !("part" in payload)) return null;
    return payload.answer === this.answer && typeof payload.part === "number" ? payload.part : null;
  }
}
