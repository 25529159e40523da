import { randomBytes } from "node:crypto";
import type { Command } from "./command-rules.ts";
import { Refusal, refuseInvalid } from "./faults.ts";
import { type Component, type MessageBody, messageFaults, type Part, partsOf } from "./message-rules.ts";

// https://docs.discord.com/developers/topics/permissions
export const PERMISSIONS = {
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  attachFiles: 1n << 15n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const;
export const ALL_PERMISSIONS = Object.values(PERMISSIONS).reduce((all, each) => all | each, 0n);
const EPHEMERAL = 1 << 6;
const COMPONENTS_V2 = 1 << 15;

export const ChannelKind = { text: 0, direct: 1, group: 3, thread: 11 } as const;

export interface Channel {
  id: string;
  type: number;
  name: string;
  guildId: string | null;
  parentId: string | null;
  ownerId: string | null;
  permissions: bigint; // the bot's
  recipient: User | null; // of a direct message
}

export interface User {
  id: string;
  username: string;
  isAdmin: boolean;
  takesDirectMessages: boolean;
}

export interface Upload {
  name: string;
  type: string;
  bytes: Buffer;
}

export interface StoredMessage {
  id: string;
  channelId: string;
  author: "bot" | User;
  content: string;
  flags: number;
  components: Component[];
  files: Upload[];
  answers: string | null; // the message it replies to
  visibleTo: string | null; // the one person who sees an ephemeral message
  deleted: boolean;
  reactions: string[]; // of the bot
}

let lastId = 0n;
/** A snowflake of now. https://docs.discord.com/developers/reference#snowflakes */
export function snowflake(): string {
  const id = (BigInt(Date.now() - 1_420_070_400_000) << 22n) | 1n;
  lastId = id > lastId ? id : lastId + 1n;
  return String(lastId);
}

/** Everything the stand-in knows: one server, its people and channels, and what the bot made. */
export function createWorld() {
  const guildId = snowflake();
  const person = (username: string, isAdmin = false): User => ({
    id: snowflake(),
    username,
    isAdmin,
    takesDirectMessages: true,
  });
  const channels = new Map<string, Channel>();
  const world = {
    guildId,
    applicationId: snowflake(),
    botId: snowflake(),
    token: `stand-in.${randomBytes(12).toString("hex")}`,
    ann: person("ann", true),
    bob: person("bob"),
    channels,
    messages: new Map<string, StoredMessage>(),
    commands: new Map<string, { id: string; guildId: string | null; command: Command }>(),
    files: new Map<string, Upload>(),
    addChannel(channel: Partial<Channel> & Pick<Channel, "type">): Channel {
      const id = channel.id ?? snowflake();
      const added = {
        id,
        name: "general",
        guildId,
        parentId: null,
        ownerId: null,
        permissions: ALL_PERMISSIONS,
        recipient: null,
        ...channel,
      };
      channels.set(id, added);
      return added;
    },
  };
  return {
    ...world,
    general: world.addChannel({ type: ChannelKind.text }),
    direct: world.addChannel({ type: ChannelKind.direct, guildId: null, recipient: world.ann }),
  };
}
export type World = ReturnType<typeof createWorld>;

export function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Refusal(404, 10003, "Unknown Channel");
  return channel;
}

export function messageOf(world: World, id: string): StoredMessage {
  const message = world.messages.get(id);
  if (message === undefined || message.deleted) throw new Refusal(404, 10008, "Unknown Message");
  return message;
}

/** Keeps a message of the bot after the checks Discord makes. */
export function addBotMessage(
  world: World,
  channelId: string,
  body: MessageBody,
  files: Upload[],
  seenBy: string | null,
): StoredMessage {
  refuseInvalid(
    messageFaults(
      body,
      files.map(({ name }) => name),
    ),
  );
  const message: StoredMessage = {
    id: snowflake(),
    channelId,
    author: "bot",
    content: "",
    flags: body.flags,
    components: body.components,
    files,
    answers: body.message_reference?.message_id ?? null,
    visibleTo: (body.flags & EPHEMERAL) === 0 ? null : seenBy,
    deleted: false,
    reactions: [],
  };
  world.messages.set(message.id, message);
  return message;
}

/** An edit keeps who sees the message; files that `attachments` does not list are gone. */
export function editBotMessage(message: StoredMessage, body: MessageBody, files: Upload[]): void {
  refuseInvalid(
    messageFaults(
      body,
      files.map(({ name }) => name),
    ),
  );
  message.components = body.components;
  message.files = files;
  message.flags = COMPONENTS_V2 | (message.flags & EPHEMERAL);
}

/** All text of a message, as Markdown. */
export const textOf = ({ components, content }: Pick<StoredMessage, "components" | "content">): string =>
  [content, ...partsOf(components).flatMap((part: Part) => (part.type === 10 ? [part.content] : []))].join("\n");
