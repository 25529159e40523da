import { type Client, type Message as Heard, Routes } from "discord.js";
import { z } from "zod";
import type { Conversation, Reply } from "../../app/conversation.ts";
import type { Asker, Log, Receipts } from "../../app/ports.ts";
import { customId } from "./custom-id.ts";
import type { CardReply, Pictures } from "./deliver.ts";
import { type Message, note } from "./message.ts";
import { isAdmin } from "./place.ts";
import { drawPictures } from "./png.ts";
import { type Draw, openThread, post } from "./post.ts";
import { errorFields, problem } from "./problems.ts";
import { isRefusal } from "./refusals.ts";
import { button } from "./render-actions.ts";
import { renderCard } from "./render-card.ts";

interface Parts {
  conversation: Conversation;
  receipts: Receipts;
  client: Client<true>;
  messageContent: boolean;
  log: Log;
}

const DirectChannel = z.object({ id: z.string() });

/**
 * Answers messages meant for the bot: those that mention it, direct ones, and, where their content may be read, any in a
 * thread that it opened. Never throws.
 */
export function hearing(parts: Parts): (heard: Heard) => Promise<void> {
  return async (heard) => {
    try {
      const words = wordsForUs(heard, parts);
      if (words === null) return;
      const asker = askerOf(heard);
      if (!(await parts.receipts.claim(asker.tenant, `discord:${heard.id}`))) return;
      await answer(heard, asker, words, parts);
    } catch (error) {
      await say(heard, parts, problem(error, parts.log)).catch((failed: unknown) =>
        parts.log.warn(errorFields(failed), "discord took no answer"),
      );
    }
  };
}

/** What the person says to the bot; null when it is not spoken to. A bare mention asks for help. */
function wordsForUs(heard: Heard, { client, messageContent }: Parts): string | null {
  if (heard.author.bot || heard.system) return null;
  const mentioned = heard.mentions.has(client.user.id, { ignoreEveryone: true, ignoreRoles: true });
  const ours = messageContent && heard.channel.isThread() && heard.channel.ownerId === client.user.id;
  if (heard.inGuild() && !mentioned && !ours) return null;
  return heard.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, "g"), "").trim() || "help";
}

function askerOf(heard: Heard): Asker {
  const { author, member, channel, guildId } = heard;
  const inThread = channel.isThread();
  return {
    tenant: { shell: "discord", id: guildId ?? author.id },
    person: {
      id: author.id,
      name: member?.displayName ?? author.displayName,
      isAdmin: guildId === null || (member !== null && isAdmin(member.permissions.bitfield)),
      groups: member === null ? [] : [...member.roles.cache.keys()],
    },
    channelId: inThread ? (channel.parentId ?? channel.id) : channel.id,
    threadId: inThread || guildId === null ? channel.id : null,
  };
}

async function answer(heard: Heard, asker: Asker, words: string, parts: Parts): Promise<void> {
  const reply = await parts.conversation.handle({ kind: "follow-up", text: words, estimateId: null }, asker);
  if (reply.kind !== "card") return void (await say(heard, parts, formNote(reply)));
  const pictures = await drawPictures(reply.card, parts.log);
  if (reply.audience === "asker" && heard.inGuild()) return privately(heard, parts, reply, pictures);
  const posted = await post(parts.client.rest, heard.channelId, drawing(reply, pictures), heard.id);
  if (reply.audience !== "channel" || reply.estimateId === null) return;
  if (asker.threadId === null) await openThread(parts.client.rest, posted, reply.card.title);
  const thread = { channelId: asker.channelId ?? heard.channelId, threadId: asker.threadId ?? posted.id };
  await parts.conversation.posted(asker, reply.estimateId, thread);
}

const drawing =
  ({ card, estimateId }: CardReply, pictures: Pictures): Draw =>
  (mayAttach) =>
    renderCard(card, { pictures, mayAttach, followUpOn: estimateId, notes: [] });

/** A message cannot be answered with a form; a button can. */
function formNote({ form, estimateId }: Exclude<Reply, CardReply>): Message {
  const id = customId({ kind: "open", form: form.name, step: 0, estimateId });
  return note(`**${form.title}**: a form asks what I need to know.`, button("Open the form", id, "primary"));
}

/** A message has no private answer: a button brings it, or a direct message where there is nothing to look up again. */
async function privately(heard: Heard, parts: Parts, reply: CardReply, pictures: Pictures): Promise<void> {
  if (reply.estimateId !== null) {
    const open = customId({ kind: "press", action: "open", estimateId: reply.estimateId, value: null });
    await say(heard, parts, note("Your answer is ready. Only you will see it.", button("Show it", open, "primary")));
    return;
  }
  const { rest } = parts.client;
  try {
    const direct = DirectChannel.parse(
      await rest.post(Routes.userChannels(), { body: { recipient_id: heard.author.id } }),
    );
    await post(rest, direct.id, drawing(reply, pictures));
    await say(heard, parts, note("I sent you the answer in a direct message."));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await say(
      heard,
      parts,
      note("You take no direct messages from me. Ask with `/k8s-advise`: only you see the answer."),
    );
  }
}

const say = (heard: Heard, { client }: Parts, message: Message) =>
  post(client.rest, heard.channelId, () => message, heard.id);
