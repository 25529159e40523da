import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { checkCommand } from "./command-rules.ts";
import { Refusal, refuseInvalid } from "./faults.ts";
import { type Interactions, parseMessage } from "./interactions.ts";
import { botJson, channelJson, messageJson } from "./payloads.ts";
import {
  addBotMessage,
  type Channel,
  ChannelKind,
  channelOf,
  editBotMessage,
  messageOf,
  PERMISSIONS,
  snowflake,
  type Upload,
  type World,
} from "./world.ts";

/** A request to the REST API, read. */
export interface Call {
  method: string;
  path: string; // below /api/v10
  query: URLSearchParams;
  isBot: boolean; // it came with the bot's token
  body: unknown;
  files: Upload[];
}

interface Api {
  world: World;
  interactions: Interactions;
  now: () => number;
  baseUrl: () => string;
  onThread: (channel: Channel) => void;
}

const Recipient = z.object({ recipient_id: z.string() });
const ThreadBody = z.strictObject({
  name: z.string().min(1).max(100),
  auto_archive_duration: z.union([z.literal(60), z.literal(1_440), z.literal(4_320), z.literal(10_080)]).optional(),
});
// https://docs.discord.com/developers/resources/message#create-message, which says "the past few minutes"
const Once = z.looseObject({
  nonce: z.union([z.string().min(1).max(25), z.int()]).optional(),
  enforce_nonce: z.boolean().default(false),
});
const NONCE_MS = 3 * 60_000;
const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

type Handler = (call: Call, ...ids: string[]) => unknown;

/** The endpoints, as a table: method, path with `:` for an id, whether the bot's token is needed, and what is done. */
export function createApi({ world, interactions, now, baseUrl, onThread }: Api) {
  const fileUrl = (upload: Upload): string => {
    const id = [...world.files].find(([, each]) => each === upload)?.[0] ?? snowflake();
    world.files.set(id, upload);
    return `${baseUrl()}/files/${id}/${upload.name}`;
  };
  const nonces = new Map<string | number, { messageId: string; at: number }>();
  const asJson = (message: Parameters<typeof messageJson>[1]) => messageJson(world, message, fileUrl);

  const routes: [method: string, path: string, needsToken: boolean, handler: Handler][] = [
    ["GET", "/gateway/bot", true, () => gatewayInfo()],
    ["GET", "/applications/@me", true, () => ({ id: world.applicationId, name: "k8s-advise", flags: 0 })],
    ["GET", "/users/@me", true, () => botJson(world)],
    ["POST", "/users/@me/channels", true, ({ body }) => channelJson(directChannel(Recipient.parse(body).recipient_id))],
    ["GET", "/applications/:/commands", true, () => listCommands(null)],
    ["POST", "/applications/:/commands", true, ({ body }) => saveCommand(null, null, body)],
    ["PATCH", "/applications/:/commands/:", true, ({ body }, _app, id) => saveCommand(null, id ?? null, body)],
    ["DELETE", "/applications/:/commands/:", true, (_, _app, id) => void world.commands.delete(id ?? "")],
    ["GET", "/applications/:/guilds/:/commands", true, (_, _app, guild) => listCommands(guild ?? null)],
    [
      "POST",
      "/applications/:/guilds/:/commands",
      true,
      ({ body }, _app, guild) => saveCommand(guild ?? null, null, body),
    ],
    [
      "PATCH",
      "/applications/:/guilds/:/commands/:",
      true,
      ({ body }, _app, guild, id) => saveCommand(guild ?? null, id ?? null, body),
    ],
    [
      "DELETE",
      "/applications/:/guilds/:/commands/:",
      true,
      (_, _app, _guild, id) => void world.commands.delete(id ?? ""),
    ],
    [
      "POST",
      "/interactions/:/:/callback",
      false,
      (call, id, token) => void interactions.respond(interactions.byId(id ?? "", token ?? ""), call.body, call.files),
    ],
    ["GET", "/webhooks/:/:/messages/@original", false, (_, _app, token) => originalJson(token ?? "")],
    [
      "PATCH",
      "/webhooks/:/:/messages/@original",
      false,
      (call, _app, token) => asJson(interactions.editOriginal(token ?? "", call.body, call.files)),
    ],
    [
      "POST",
      "/webhooks/:/:",
      false,
      (call, _app, token) => asJson(interactions.followUp(token ?? "", call.body, call.files)),
    ],
    [
      "POST",
      "/channels/:/messages",
      true,
      (call, channel) => asJson(postMessage(channelOf(world, channel ?? ""), call)),
    ],
    ["PATCH", "/channels/:/messages/:", true, (call, _channel, id) => asJson(editMessage(id ?? "", call))],
    ["PUT", "/channels/:/messages/:/reactions/:/@me", true, (_, _channel, id, emoji) => react(id ?? "", emoji ?? "")],
    [
      "POST",
      "/channels/:/messages/:/threads",
      true,
      ({ body }, channel, id) => channelJson(startThread(channel ?? "", id ?? "", body)),
    ],
  ];

  function gatewayInfo() {
    const url = baseUrl().replace("http", "ws");
    return {
      url: `${url}/gateway`,
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    };
  }

  const listCommands = (guildId: string | null) =>
    [...world.commands.values()]
      .filter((each) => each.guildId === guildId)
      .map(({ id, command }) => ({ id, version: id, nsfw: false, ...command }));

  function saveCommand(guildId: string | null, replaced: string | null, body: unknown) {
    const checked = checkCommand(body, guildId === null ? "global" : "guild");
    if ("faults" in checked) throw new Refusal(400, 50035, `Invalid Form Body: ${checked.faults.join("; ")}`);
    const id = replaced ?? snowflake();
    world.commands.set(id, { id, guildId, command: checked.command });
    return { id, ...checked.command };
  }

  function directChannel(userId: string): Channel {
    const recipient = [world.ann, world.bob].find(({ id }) => id === userId) ?? null;
    const known = [...world.channels.values()].find((each) => each.recipient !== null && each.recipient.id === userId);
    return known ?? world.addChannel({ type: ChannelKind.direct, guildId: null, recipient });
  }

  /** A deferral shows as a message without words until it is edited. */
  function originalJson(token: string): object {
    const { id, channelId, original } = interactions.byToken(token);
    return original === null ? { id, channel_id: channelId, type: 20, flags: LOADING } : asJson(original);
  }

  function postMessage(channel: Channel, { body, files }: Call) {
    const { nonce, enforce_nonce, ...rest } = Once.parse(body);
    const message = parseMessage(rest);
    if ((message.flags & EPHEMERAL) !== 0)
      throw new Refusal(400, 50035, "Invalid Form Body: only interactions are answered in private");
    if (channel.recipient?.takesDirectMessages === false)
      throw new Refusal(403, 50007, "Cannot send messages to this user");
    if (channel.guildId !== null) {
      const sending =
        channel.type === ChannelKind.thread ? PERMISSIONS.sendMessagesInThreads : PERMISSIONS.sendMessages;
      need(channel, PERMISSIONS.viewChannel, 50001, "Missing Access");
      need(channel, sending, 50013, "Missing Permissions");
      if (files.length > 0) need(channel, PERMISSIONS.attachFiles, 50013, "Missing Permissions");
    }
    const before = nonce === undefined || !enforce_nonce ? undefined : nonces.get(nonce);
    if (before !== undefined && now() - before.at <= NONCE_MS) return messageOf(world, before.messageId);
    const added = addBotMessage(world, channel.id, message, files, null);
    if (nonce !== undefined) nonces.set(nonce, { messageId: added.id, at: now() });
    return added;
  }

  function editMessage(id: string, { body, files }: Call) {
    const message = messageOf(world, id);
    if (message.author !== "bot") throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
    editBotMessage(message, parseMessage(body), files);
    return message;
  }

  /** https://docs.discord.com/developers/resources/message#create-reaction */
  function react(id: string, emoji: string): void {
    messageOf(world, id).reactions.push(decodeURIComponent(emoji));
  }

  function startThread(channelId: string, messageId: string, raw: unknown): Channel {
    const channel = channelOf(world, channelId);
    const message = messageOf(world, messageId);
    const body = ThreadBody.safeParse(raw);
    if (!body.success) refuseInvalid(["the thread's name or archive time is not allowed"]);
    if (message.visibleTo !== null || message.channelId !== channelId) throw new Refusal(404, 10008, "Unknown Message");
    if (channel.type !== ChannelKind.text) throw new Refusal(400, 50024, "Cannot execute action on this channel type");
    need(channel, PERMISSIONS.viewChannel, 50001, "Missing Access");
    need(channel, PERMISSIONS.createPublicThreads, 50013, "Missing Permissions");
    if (world.channels.has(messageId))
      throw new Refusal(400, 160004, "A thread has already been created for this message");
    const { id: parentId, guildId, permissions } = channel;
    const name = body.data?.name ?? "";
    const thread = world.addChannel({
      id: messageId,
      type: ChannelKind.thread,
      name,
      guildId,
      parentId,
      permissions,
      ownerId: world.botId,
    });
    onThread(thread);
    return thread;
  }

  return {
    fileUrl,
    asJson,
    handle(call: Call): unknown {
      for (const [method, path, needsToken, handler] of routes) {
        const ids = match(path, call.path);
        if (method !== call.method || ids === null) continue;
        if (needsToken && !call.isBot) throw new Refusal(401, 0, "401: Unauthorized");
        return handler(call, ...ids);
      }
      throw new Refusal(404, 0, "404: Not Found");
    },
  };
}

function need({ permissions }: Channel, permission: bigint, code: number, words: string): void {
  if ((permissions & permission) === 0n) throw new Refusal(403, code, words);
}

/** The ids in a path, or null when it is another path. */
function match(pattern: string, path: string): string[] | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length || wanted.some((part, at) => part !== ":" && part !== given[at])) return null;
  return given.filter((_, at) => wanted[at] === ":");
}

/** Reads a request's JSON, or its multipart form: `payload_json` and `files[n]`. */
export async function readCall(request: IncomingMessage, token: string): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const url = new URL(request.url ?? "/", "http://localhost");
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  const { body, files } = type.startsWith("multipart/")
    ? await readForm(bytes, type)
    : { body: readJson(bytes), files: [] };
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname).replace(/^\/api(\/v\d+)?/, ""),
    query: url.searchParams,
    isBot: request.headers.authorization === `Bot ${token}`,
    body,
    files,
  };
}

const readJson = (bytes: Buffer): unknown => (bytes.length === 0 ? undefined : JSON.parse(bytes.toString("utf8")));

async function readForm(bytes: Buffer, type: string): Promise<Pick<Call, "body" | "files">> {
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files: Upload[] = [];
  for (const [name, part] of form) {
    if (!name.startsWith("files[") || typeof part === "string") continue;
    files.push({ name: part.name, type: part.type, bytes: Buffer.from(await part.arrayBuffer()) });
  }
  return { body: JSON.parse(String(form.get("payload_json"))), files };
}

/** Answers as Discord does, with the headers that tell a client about its rate limit. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const limits = { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "4999", "x-ratelimit-reset-after": "1" };
  if (body === undefined) {
    response.writeHead(status, { ...limits, ...headers }).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json", ...limits, ...headers }).end(JSON.stringify(body));
}
