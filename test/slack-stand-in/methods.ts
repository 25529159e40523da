import { randomBytes } from "node:crypto";
import { z } from "zod";
import { blockFaults, MAX_MESSAGE_TEXT, textLength, viewFaults } from "./blocks.ts";
import type { Message, OpenView, Workspace } from "./workspace.ts";

/** A call that Slack refuses, with its word for it. */
export class Refused extends Error {
  readonly messages: string[];
  constructor(error: string, messages: string[] = []) {
    super(error);
    this.messages = messages;
  }
}

const MAX_VIEWS_IN_A_STACK = 3;
const MAX_TEXT = 4_000;

const json = z.string().transform((text): unknown => JSON.parse(text));
const Metadata = z.strictObject({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });
const Content = z.object({
  text: z.string().optional(),
  blocks: json.optional(),
  metadata: json.pipe(Metadata).optional(),
});
const Post = Content.extend({ channel: z.string(), thread_ts: z.string().optional() });
const Opening = z.object({ trigger_id: z.string(), view: json });

type Method = (workspace: Workspace, args: Record<string, string>, origin: string) => Record<string, unknown>;

/** Web API methods that need a bot's token. https://docs.slack.dev/reference/methods */
export const METHODS: Record<string, Method> = {
  "auth.test": ({ id, botId, botUserId }) => ({ team_id: id, bot_id: botId, user_id: botUserId, user: "k8s-advise" }),

  "users.info": ({ admins }, { user = "" }) => ({
    user: {
      id: user,
      name: user.toLowerCase(),
      is_admin: admins.has(user),
      profile: { display_name: `Name of ${user}` },
    },
  }),

  "usergroups.list": ({ groups }, { include_users }) => ({
    usergroups: [...groups].map(([id, users]) => ({ id, ...(include_users === "true" ? { users } : {}) })),
  }),

  "chat.postMessage"(workspace, args) {
    const { channel, thread_ts, ...content } = Post.parse(args);
    const target = channel.startsWith("U") ? directChannel(workspace, channel) : channel;
    mayPost(workspace, target);
    const message = workspace.add(written(workspace, target, thread_ts, null, content));
    return { channel: target, ts: message.ts };
  },

  "chat.postEphemeral"(workspace, args) {
    const { channel, thread_ts, user, ...content } = Post.extend({ user: z.string() }).parse(args);
    mayPost(workspace, channel);
    const message = workspace.add(written(workspace, channel, thread_ts, user, content));
    return { message_ts: message.ts };
  },

  "chat.update"(workspace, args) {
    const { channel, ts, ...content } = Content.extend({ channel: z.string(), ts: z.string() }).parse(args);
    const message = workspace.messages.find((one) => one.channel === channel && one.ts === ts);
    if (!message || message.onlyFor !== null) throw new Refused("message_not_found");
    if (message.user !== workspace.botUserId) throw new Refused("cant_update_message");
    Object.assign(message, accepted(content));
    return { channel, ts };
  },

  "chat.getPermalink"({ id, messages }, { channel = "", message_ts = "" }) {
    if (!messages.some((one) => one.channel === channel && one.ts === message_ts))
      throw new Refused("message_not_found");
    return {
      channel,
      permalink: `https://${id.toLowerCase()}.slack.com/archives/${channel}/p${message_ts.replace(".", "")}`,
    };
  },

  "conversations.history": (workspace, args) => history(workspace, args, ({ threadTs }) => threadTs === null),

  "conversations.replies": (workspace, args) =>
    history(workspace, args, ({ ts, threadTs }) => ts === args["ts"] || threadTs === args["ts"]),

  "views.open"(workspace, args) {
    const { trigger_id, view } = Opening.parse(args);
    return { view: opened(workspace, trigger_id, view, null) };
  },

  "views.push"(workspace, args) {
    const { trigger_id, view, view_id } = Opening.extend({ view_id: z.string() }).parse(args);
    const below = workspace.views.get(view_id);
    if (!below) throw new Refused("not_found");
    const stack = [...workspace.views.values()].filter(({ root }) => root === below.root);
    if (stack.length >= MAX_VIEWS_IN_A_STACK) throw new Refused("push_limit_reached");
    return { view: opened(workspace, trigger_id, view, below.root) };
  },

  "views.update"(workspace, args) {
    const { view_id, view } = z.object({ view_id: z.string(), view: json }).parse(args);
    const open = workspace.views.get(view_id);
    if (!open) throw new Refused("not_found");
    open.view = checkedView(view);
    return { view: { id: view_id } };
  },

  "views.publish"(workspace, args) {
    const { user_id, view } = z.object({ user_id: z.string(), view: json }).parse(args);
    workspace.homes.set(user_id, checkedView(view));
    return {};
  },

  "files.getUploadURLExternal"({ files }, { filename = "" }, origin) {
    const id = `F${randomBytes(4).toString("hex").toUpperCase()}`;
    files.set(id, { id, name: filename, text: "", channel: null, threadTs: null, ts: "0" });
    return { file_id: id, upload_url: `${origin}/upload/${id}` };
  },

  "files.completeUploadExternal"(workspace, args) {
    const Files = z.object({ files: json, channel_id: z.string(), thread_ts: z.string().optional() });
    const { files, channel_id, thread_ts } = Files.parse(args);
    mayPost(workspace, channel_id);
    const done = z.array(z.object({ id: z.string() })).parse(files);
    for (const { id } of done) {
      const file = workspace.files.get(id);
      if (!file?.text) throw new Refused("file_not_found");
      Object.assign(file, { channel: channel_id, threadTs: thread_ts ?? null, ts: workspace.nextTs() });
    }
    return { files: done };
  },
};

/** Checks a message's content and gives it its place in the workspace. */
export function written(
  { botUserId }: Workspace,
  channel: string,
  threadTs: string | undefined,
  onlyFor: string | null,
  { metadata = null, ...content }: { text?: string | undefined; blocks?: unknown; metadata?: unknown },
): Omit<Message, "ts"> {
  return { channel, threadTs: threadTs ?? null, user: botUserId, onlyFor, metadata, ...accepted(content) };
}

/** The content as Slack keeps it. A missing `text` is refused too: Slack would not, but nobody could read the notification. */
export function accepted({ text, blocks = [] }: { text?: string | undefined; blocks?: unknown }): {
  text: string;
  blocks: unknown[];
} {
  if (!text) throw new Refused("no_text");
  if (text.length > MAX_TEXT) throw new Refused("msg_too_long");
  const faults = blockFaults(blocks, "message");
  if (faults.length > 0) throw new Refused("invalid_blocks", faults);
  if (textLength(blocks) > MAX_MESSAGE_TEXT) throw new Refused("msg_blocks_too_long");
  return { text, blocks: z.array(z.unknown()).parse(blocks) };
}

export function checkedView(view: unknown): OpenView["view"] {
  const faults = viewFaults(view);
  if (faults.length > 0) throw new Refused("invalid_arguments", faults);
  return z.record(z.string(), z.unknown()).parse(view);
}

function opened(workspace: Workspace, trigger: string, view: unknown, root: string | null): { id: string } {
  const used = workspace.useTrigger(trigger);
  if (typeof used === "string") throw new Refused(used);
  const id = `V${randomBytes(5).toString("hex").toUpperCase()}`;
  workspace.views.set(id, { id, user: used.user, root: root ?? id, view: checkedView(view) });
  return { id };
}

function directChannel(workspace: Workspace, user: string): string {
  if (workspace.unreachable.has(user)) throw new Refused("messages_tab_disabled");
  return workspace.channel(`D${user}`).id;
}

const Query = z.object({
  channel: z.string(),
  oldest: z.coerce.number().default(0),
  limit: z.coerce.number().int().max(999).default(100),
  include_all_metadata: z.stringbool().default(false),
});

/** What everybody sees of a channel or a thread, newest first; files as messages of their own. */
function history(workspace: Workspace, args: Record<string, string>, isAsked: (message: Message) => boolean) {
  const { channel, oldest, limit, include_all_metadata } = Query.parse(args);
  mayPost(workspace, channel);
  const found = workspace.messages
    .filter((message) => message.channel === channel && message.onlyFor === null && isAsked(message))
    .map(({ ts, text, metadata }) => ({ ts, text, ...(include_all_metadata && metadata ? { metadata } : {}) }));
  const shared = [...workspace.files.values()]
    .filter((file) => file.channel === channel && file.threadTs === (args["ts"] ?? null))
    .map(({ ts, name }) => ({ ts, text: "", files: [{ name }] }));
  const messages = [...found, ...shared].filter(({ ts }) => Number(ts) > oldest);
  return { messages: messages.sort((one, other) => Number(other.ts) - Number(one.ts)).slice(0, limit) };
}

function mayPost(workspace: Workspace, id: string): void {
  const channel = workspace.channels.get(id);
  if (!channel) throw new Refused("channel_not_found");
  if (channel.archived) throw new Refused("is_archived");
  if (!channel.botIsMember) throw new Refused("not_in_channel");
}
