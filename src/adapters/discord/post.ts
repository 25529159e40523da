import { type REST, RESTJSONErrorCodes, Routes } from "discord.js";
import { z } from "zod";
import { clip } from "../../cards/clip.ts";
import { oneLine } from "./escape.ts";
import { MAX_THREAD_NAME, THREAD_ARCHIVE_MINUTES } from "./limits.ts";
import { isCode } from "./refusals.ts";
import type { Message } from "./render/message.ts";

const Posted = z.object({ id: z.string(), channel_id: z.string() });
export type Posted = z.infer<typeof Posted>;

/** Draws a message with its files, or without them. */
export type Draw = (mayAttach: boolean) => Message;

/** What a post answers. https://docs.discord.com/developers/resources/message#create-message */
interface About {
  nonce: string; // an id: what has the same within a few minutes is posted once, and is the earlier message
  replyTo?: string; // the message it replies to
}

/** Posts into a channel or a thread with the bot's own token, which never expires; without files where those are refused. */
export async function post(rest: REST, channelId: string, draw: Draw, { nonce, replyTo }: About): Promise<Posted> {
  const once = { nonce, enforce_nonce: true };
  const reply = replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
  const send = async ({ body, files }: Message) =>
    Posted.parse(await rest.post(Routes.channelMessages(channelId), { body: { ...body, ...once, ...reply }, files }));
  const drawn = draw(true);
  try {
    return await send(drawn);
  } catch (error) {
    if (drawn.files.length === 0 || !isCode(error, RESTJSONErrorCodes.MissingPermissions)) throw error;
    return send(draw(false));
  }
}

/** Opens a thread on a message; its id is the message's. Null when it is open, otherwise why it is not, in words. */
export async function openThread(rest: REST, message: Posted, name: string): Promise<string | null> {
  const body = {
    name: clip(oneLine(name), MAX_THREAD_NAME) || "k8s-advise",
    auto_archive_duration: THREAD_ARCHIVE_MINUTES,
  };
  try {
    await rest.post(Routes.threads(message.channel_id, message.id), { body });
    return null;
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return null;
    return isCode(error, RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess)
      ? "I may not start a thread here: I lack the permission Create Public Threads. The card's Ask button works without one."
      : "Discord opens no thread here. The card's Ask button works without one.";
  }
}
