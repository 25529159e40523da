import type { Card } from "../../cards/card.ts";
import { slackCode } from "./errors.ts";
import { type CardBlocks, cardBlocks, cardMessages, type Message } from "./render/card.ts";
import { inMessages } from "./render/messages.ts";
import type { Place } from "./request.ts";
import { type Client, patiently, type ReplyAddress } from "./web.ts";

/** Sends a message and gives its timestamp, or null where it has none that others could answer under. */
export type Send = (message: Message) => Promise<string | null>;

export interface Spot {
  channel: string;
  thread_ts: string | null;
}

const QUIET = { unfurl_links: false, unfurl_media: false };
const REFUSED_BLOCKS = new Set(["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"]);
/** Kinds of block to give up, in turn, when Slack refuses a message: the newest are not in every workspace yet. */
const NEWEST_FIRST = ["container", "data_visualization", "table"];
/** Refusals of one way to a person after which another may still work. */
const UNREACHED = new Set([
  "not_in_channel",
  "channel_not_found",
  "user_not_in_channel",
  "is_archived",
  "messages_tab_disabled",
  "cannot_dm_bot",
  "expired_url",
  "used_url",
  "http_404",
  "http_410",
]);

/** Sends the whole card and gives the first message's timestamp. */
export async function sendCard(card: Card, send: Send): Promise<string | null> {
  const drawn = cardBlocks(card);
  return sendAll(cardMessages(card, drawn), (message) => sendOne(message, drawn.instead, send, NEWEST_FIRST));
}

async function sendOne(
  message: Message,
  instead: CardBlocks["instead"],
  send: Send,
  kinds: string[],
): Promise<string | null> {
  try {
    return await send(message);
  } catch (error) {
    const at = kinds.findIndex((each) => message.blocks.some(({ type }) => type === each));
    const [kind, ...others] = at < 0 ? [] : kinds.slice(at);
    if (kind === undefined || !REFUSED_BLOCKS.has(slackCode(error) ?? "")) throw error;
    const blocks = message.blocks.flatMap((block) => (block.type === kind ? (instead.get(block) ?? [block]) : [block]));
    const parts = inMessages(blocks, []).map((part) => ({ text: message.text, blocks: part }));
    return sendAll(parts, (part) => sendOne(part, instead, send, others));
  }
}

async function sendAll(messages: Message[], send: Send): Promise<string | null> {
  let first: string | null = null;
  for (const message of messages) {
    const ts = await send(message);
    first ??= ts;
  }
  return first;
}

/** A message everybody in the channel, or in the thread, sees. */
export function post(client: Client, { channel, thread_ts }: Spot): Send {
  return async (message) => {
    const thread = thread_ts === null ? {} : { thread_ts };
    const { ts } = await patiently(() => client.chat.postMessage({ channel, ...thread, ...message, ...QUIET }));
    return ts ?? null;
  };
}

/** In place of a message of ours. */
export function update(client: Client, channel: string, ts: string): Send {
  return async (message) => {
    await patiently(() => client.chat.update({ channel, ts, ...message }));
    return ts;
  };
}

/** `first` until it worked once, then `others`. */
export function firstThen(first: Send, others: Send): Send {
  let sent = false;
  return async (message) => {
    const ts = await (sent ? others : first)(message);
    sent = true;
    return ts;
  };
}

/** The ways to the asker alone, best first: where they asked if Slack lets us, else a direct message. */
export function privateWays(
  client: Client,
  place: Place,
  reply: ReplyAddress | null,
  replaces: boolean,
): [Send, ...Send[]] {
  const direct = post(client, { channel: place.userId, thread_ts: null });
  const ways: [Send, ...Send[]] =
    place.channelId === null ? [direct] : [inChannel(client, place.channelId, place), direct];
  return reply ? [firstThen(respond(reply, place, replaces), respond(reply, place, false)), ...ways] : ways;
}

/** Sends by the first way that reaches the person, and stays with it. */
export function byFirst([way, ...others]: [Send, ...Send[]]): Send {
  const [next, ...rest] = others;
  if (!next) return way;
  let chosen = way;
  return async (message) => {
    try {
      return await chosen(message);
    } catch (error) {
      if (chosen !== way || !UNREACHED.has(slackCode(error) ?? "")) throw error;
      chosen = byFirst([next, ...rest]);
      return chosen(message);
    }
  };
}

/** In a direct message all is private; elsewhere the message must be ephemeral. */
function inChannel(client: Client, channel: string, { userId, threadTs }: Place): Send {
  if (channel.startsWith("D")) return post(client, { channel, thread_ts: threadTs });
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  return async (message) => {
    await patiently(() => client.chat.postEphemeral({ channel, user: userId, ...thread, ...message }));
    return null;
  };
}

/** Replaces what came through the address before ("Working on it…"), or with `replaces` the draft itself. */
function respond(reply: ReplyAddress, { ephemeral, threadTs }: Place, replaces: boolean): Send {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  return async (message) => {
    const replace_original = ephemeral ? replaces : reply.working;
    await reply.post({ response_type: "ephemeral", replace_original, ...thread, ...message });
    return null;
  };
}
