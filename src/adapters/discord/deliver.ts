import { ChannelType, PermissionFlagsBits, type REST } from "discord.js";
import type { Conversation, Reply } from "../../app/conversation.ts";
import type { Attempt } from "../../app/delivery/attempt.ts";
import type { Gathered } from "../../app/gathered.ts";
import type { Asker } from "../../app/ports/asker.ts";
import type { Log } from "../../app/ports/process.ts";
import type { Chart } from "../../cards/card.ts";
import type { Exchange } from "./exchange.ts";
import type { Interaction } from "./interaction.ts";
import { isEphemeral, isThread, may } from "./place.ts";
import { openThread, type Posted, post } from "./post.ts";
import { isRefusal } from "./refusals.ts";
import { renderCard } from "./render/card.ts";
import { type Message, note } from "./render/message.ts";
import type { PicturePool } from "./render/picture-pool.ts";

export type CardReply = Extract<Reply, { kind: "card" }>;
export type Pictures = ReadonlyMap<Chart, Uint8Array>;

/** What delivering an answer needs. */
export interface Delivery {
  interaction: Interaction;
  asker: Asker;
  exchange: Exchange;
  attempt: Attempt;
  conversation: Conversation;
  rest: REST;
  pool: PicturePool;
  redrawn: Gathered;
  log: Log;
}

/** Sends a card to those it is for. Where Discord refuses that, the asker gets it, and is told why. */
export async function deliverCard(
  to: Delivery,
  reply: CardReply,
  pictures: Pictures,
  overFaults: boolean,
): Promise<void> {
  const source = to.interaction.message;
  if (reply.audience === "channel" && reply.estimateId !== null) return share(to, reply, reply.estimateId, pictures);
  if (reply.audience === "asker") {
    const replace = source !== undefined && isEphemeral(source) && (reply.replaces || overFaults);
    await to.exchange.say(draw(to, reply, pictures), { replace, private: true });
    return;
  }
  if (reply.replaces && source !== undefined && !isEphemeral(source)) {
    await to.exchange.say(draw(to, reply, pictures), { replace: true, private: false });
    return;
  }
  const { channel, guild_id } = to.interaction;
  if (reply.audience === "channel" || guild_id === undefined || (channel !== undefined && isThread(channel.type))) {
    await to.exchange.say(draw(to, reply, pictures), { replace: false, private: false });
    return;
  }
  await answerInThread(to, reply, pictures);
}

function draw({ interaction }: Delivery, reply: CardReply, pictures: Pictures, notes: string[] = []): Message {
  return renderCard(reply.card, {
    pictures,
    mayAttach: may(interaction, PermissionFlagsBits.AttachFiles),
    followUpOn: reply.estimateId,
    notes,
  });
}

/** Draws a card for the bot's own posts, which may have to do without files. */
const drawing = (to: Delivery, reply: CardReply, pictures: Pictures) => (mayAttach: boolean) =>
  renderCard(reply.card, {
    pictures,
    mayAttach: mayAttach && may(to.interaction, PermissionFlagsBits.AttachFiles),
    followUpOn: reply.estimateId,
    notes: [],
  });

/** A card in the channel was pressed: the answer goes into its thread, and the asker is told where. */
async function answerInThread(to: Delivery, reply: CardReply, pictures: Pictures): Promise<void> {
  const threadId = to.asker.threadId;
  if (threadId === null) {
    await to.exchange.say(draw(to, reply, pictures), { replace: false, private: true });
    return;
  }
  await to.exchange.defer();
  await to.attempt.assertHeld();
  try {
    await post(to.rest, threadId, drawing(to, reply, pictures), { nonce: to.interaction.id });
    await to.exchange.say(note(`Answered in the thread: <#${threadId}>`), { replace: false, private: true });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const notes = ["Only you see this: I cannot post in the card's thread (permission Send Messages in Threads)."];
    await to.exchange.say(draw(to, reply, pictures, notes), { replace: false, private: true });
  }
}

/** Posts the card for the channel, opens its thread, and says so on the draft. */
async function share(to: Delivery, reply: CardReply, estimateId: string, pictures: Pictures): Promise<void> {
  const { interaction, exchange, asker } = to;
  const channelId = interaction.channel?.id ?? interaction.channel_id;
  if (channelId === undefined) throw new Error("an interaction without a channel cannot be shared");
  await exchange.defer();
  await to.attempt.assertHeld();
  const { posted, why } = await postShared(to, channelId, drawing(to, reply, pictures));
  const threadless = interaction.guild_id === undefined || isThread(interaction.channel?.type ?? ChannelType.GuildText);
  const threadId = threadless ? channelId : posted.id;
  // Before the thread is there for anybody to write in: a thread begun on a message has the message's id.
  await to.conversation.posted(asker, estimateId, { channelId: asker.channelId ?? channelId, threadId });
  const noThread = threadless || why !== null ? null : await openThread(to.rest, posted, reply.card.title);
  const url = `https://discord.com/channels/${interaction.guild_id ?? "@me"}/${posted.channel_id}/${posted.id}`;
  const words = [`Shared: ${url}`, ...[why, noThread].flatMap((reason) => (reason === null ? [] : [`-# ${reason}`]))];
  const draft = interaction.message;
  await exchange.say(note(words.join("\n")), { replace: draft !== undefined && isEphemeral(draft), private: true });
}

/** With the bot's token where it may post; otherwise as an answer to the interaction, which needs no permission. */
async function postShared(
  { rest, exchange, interaction }: Delivery,
  channelId: string,
  drawn: (mayAttach: boolean) => Message,
): Promise<{ posted: Posted; why: string | null }> {
  try {
    return { posted: await post(rest, channelId, drawn, { nonce: interaction.id }), why: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const id = await exchange.say(drawn(true), { replace: false, private: false });
    const why =
      interaction.guild_id === undefined
        ? null
        : "I am no member of this channel or may not post in it (permissions View Channel, Send Messages), so the card has no thread. Its Ask button works without one.";
    return { posted: { id: id ?? interaction.id, channel_id: channelId }, why };
  }
}
