import { type Client, ComponentType, type Message as Heard, type REST } from "discord.js";
import type { Conversation, Reply } from "../../app/conversation.ts";
import type { Asker, Log, Receipts } from "../../app/ports.ts";
import { customId } from "./custom-id.ts";
import type { CardReply, Pictures } from "./deliver.ts";
import { errorFields, errorMessage } from "./errors.ts";
import { escapeLine } from "./escape.ts";
import { isAdmin } from "./place.ts";
import { type Draw, openThread, post } from "./post.ts";
import { button, row } from "./render/actions.ts";
import { renderCard } from "./render/card.ts";
import { type Message, message, note } from "./render/message.ts";
import type { PicturePool } from "./render/picture-pool.ts";
import { TYPED_COMPONENT_ID, typedText } from "./typed.ts";

interface Parts {
  conversation: Conversation;
  receipts: Receipts;
  client: Client<true>;
  rest: REST;
  pool: PicturePool;
  messageContent: boolean;
  log: Log;
}

/** What somebody says: to the bot, or only in its hearing. */
interface Said {
  text: string;
  addressed: boolean;
}

/**
 * Answers messages meant for the bot: those that mention it or reply to it, direct ones, and, where their content may be
 * read, those in a thread that it opened which put a question to it. Never throws.
 */
export function hearing(parts: Parts): (heard: Heard) => Promise<void> {
  return async (heard) => {
    const said = saidToUs(heard, parts);
    if (said === null) return;
    const asker = askerOf(heard);
    if (!said.addressed && !(await isQuestion(said.text, asker, parts))) return;
    try {
      if (!(await parts.receipts.claim(asker.tenant, `discord:${heard.id}`))) return;
      await answer(heard, asker, said.text, parts);
    } catch (error) {
      await say(heard, parts, errorMessage(error, parts.log), `${heard.id}-p`).catch((failed: unknown) =>
        parts.log.warn(errorFields(failed), "discord took no answer"),
      );
    }
  };
}

/**
 * What the person says to the bot, or to nobody in a thread of its own; null for all else, as what names or answers somebody
 * else. A bare mention asks for help.
 */
function saidToUs(heard: Heard, { client, messageContent }: Parts): Said | null {
  const { author, system, mentions, channel } = heard;
  if (author.bot || system) return null;
  const bot = client.user.id;
  const mentioned = mentions.has(bot, { ignoreEveryone: true, ignoreRoles: true });
  const text = heard.content.replaceAll(new RegExp(`<@!?${bot}>`, "g"), "").trim();
  if (mentioned || !heard.inGuild()) return { text: text || "help", addressed: true };
  if (text === "") return null;
  if (mentions.repliedUser?.id === bot) return { text, addressed: true };
  const toOthers = heard.reference !== null || mentions.everyone || mentions.users.size + mentions.roles.size > 0;
  const inOurs = messageContent && channel.isThread() && channel.ownerId === bot;
  const isAlone = heard.attachments.size === 0; // what brings a file says more than its words
  return inOurs && isAlone && !toOthers ? { text, addressed: false } : null;
}

/** Whether words to nobody put a question to the bot. An offer is not made here: all would see it. */
async function isQuestion(text: string, asker: Asker, { conversation, log }: Parts): Promise<boolean> {
  try {
    return (await conversation.overhear(text, asker))?.kind === "follow-up";
  } catch (error) {
    log.warn(errorFields(error), "overhearing failed");
    return false;
  }
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
    deliveryId: heard.id,
  };
}

async function answer(heard: Heard, asker: Asker, text: string, parts: Parts): Promise<void> {
  const reply = await parts.conversation.handle({ kind: "follow-up", text, estimateId: null }, asker);
  if (reply.kind !== "card") return void (await say(heard, parts, formNote(reply)));
  if (reply.audience === "asker" && heard.inGuild()) return void (await say(heard, parts, privately(text)));
  const pictures = await parts.pool.draw(reply.card);
  const posted = await post(parts.rest, heard.channelId, drawing(reply, pictures), {
    nonce: heard.id,
    replyTo: heard.id,
  });
  if (reply.audience !== "channel" || reply.estimateId === null) return;
  if (asker.threadId === null) await openThread(parts.rest, posted, reply.card.title);
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
  return note(
    `**${escapeLine(form.title)}**: a form asks what I need to know.`,
    button("Open the form", id, "primary"),
  );
}

/** A message has no private answer: whoever presses the button gets their own, to what was written. */
function privately(words: string): Message {
  const shown = typedText({ text: words });
  const said = "The answer is for your eyes alone.";
  if (shown === null) return note(`${said} Please ask with \`/k8s-advise\`.`);
  const show = button("Show it", customId({ kind: "again" }), "primary");
  return message([
    { type: ComponentType.TextDisplay, content: said },
    { type: ComponentType.TextDisplay, id: TYPED_COMPONENT_ID, content: shown },
    row([show]),
  ]);
}

/** `nonce` tells it from a card that answers the same message. */
const say = (heard: Heard, { rest }: Parts, message: Message, nonce = heard.id) =>
  post(rest, heard.channelId, () => message, { nonce, replyTo: heard.id });
