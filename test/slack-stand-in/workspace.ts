import { randomBytes } from "node:crypto";

/** What a workspace of the stand-in holds: enough of Slack's state to refuse what Slack refuses. */
export interface Channel {
  id: string;
  botIsMember: boolean;
  archived: boolean;
}
export interface Message {
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string; // who wrote it
  onlyFor: string | null; // ephemeral: the one who sees it
  text: string;
  blocks: unknown[];
  metadata: unknown; // what the app noted on it, or null
}
export interface OpenView {
  id: string;
  user: string;
  root: string; // the first view of its stack
  view: Record<string, unknown> & { blocks?: unknown };
}
export interface UploadedFile {
  id: string;
  name: string;
  text: string;
  channel: string | null;
  threadTs: string | null;
  ts: string; // of the message that brings it
}
interface ReplyUrl {
  channel: string;
  user: string;
  usesLeft: number;
  expiresAt: number;
  message: Message | null; // what `replace_original` replaces
}

const TRIGGER_MS = 3_000;
const REPLY_MS = 30 * 60_000;
const REPLY_USES = 5;

export class Workspace {
  readonly id: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly channels = new Map<string, Channel>();
  readonly admins = new Set<string>();
  readonly groups = new Map<string, string[]>(); // user groups, and who is in them
  readonly unreachable = new Set<string>(); // people whom the app cannot message
  readonly messages: Message[] = [];
  readonly views = new Map<string, OpenView>();
  readonly homes = new Map<string, { blocks?: unknown }>();
  readonly files = new Map<string, UploadedFile>();
  private readonly triggers = new Map<string, { user: string; until: number }>();
  private readonly replies = new Map<string, ReplyUrl>();
  private clock = 0;

  constructor(id: string, botToken: string) {
    this.id = id;
    this.botToken = botToken;
    this.botId = `B${id}`;
    this.botUserId = `UBOT${id}`;
  }

  /** Joined by the bot unless said otherwise. */
  channel(id: string, change: Partial<Channel> = {}): Channel {
    const channel = { id, botIsMember: true, archived: false, ...this.channels.get(id), ...change };
    this.channels.set(id, channel);
    return channel;
  }

  /** Later than every one before, as Slack's are. */
  nextTs(): string {
    this.clock = Math.max(this.clock + 1, Math.floor(Date.now() / 1000));
    return `${this.clock}.000100`;
  }

  add(message: Omit<Message, "ts">): Message {
    const added = { ...message, ts: this.nextTs() };
    this.messages.push(added);
    return added;
  }

  remove(message: Message): void {
    this.messages.splice(this.messages.indexOf(message), 1);
  }

  trigger(user: string): string {
    const id = `${this.id}.${randomBytes(6).toString("hex")}`;
    this.triggers.set(id, { user, until: Date.now() + TRIGGER_MS });
    return id;
  }

  /** Whose trigger it is, once; else Slack's word for why it opens nothing. */
  useTrigger(id: string): { user: string } | string {
    const trigger = this.triggers.get(id);
    if (!trigger) return "invalid_trigger_id";
    if (trigger.until === 0) return "exchanged_trigger_id";
    const expired = trigger.until < Date.now();
    trigger.until = 0;
    return expired ? "expired_trigger_id" : trigger;
  }

  /** A path below the server's own address. */
  replyPath(channel: string, user: string, message: Message | null): string {
    const path = `/reply/${this.id}/${randomBytes(6).toString("hex")}`;
    const expiresAt = Date.now() + REPLY_MS;
    this.replies.set(path, { channel, user, usesLeft: REPLY_USES, expiresAt, message });
    return path;
  }

  /** The address as it stands, or Slack's word for why it is of no use. */
  useReply(path: string): ReplyUrl | string {
    const reply = this.replies.get(path);
    if (!reply || reply.expiresAt < Date.now()) return "expired_url";
    if (reply.usesLeft === 0) return "used_url";
    reply.usesLeft -= 1;
    return reply;
  }

  /** Makes every address that was handed out too old. */
  expireReplies(): void {
    for (const reply of this.replies.values()) reply.expiresAt = 0;
  }
}
