import { type Client, ComponentType, type Message as Heard, type REST } from "discord.js";
import type { Conversation, Reply } from "../../app/conversation.ts";
import type { Asker, Log, Receipts } from "../../app/ports.ts";
import { UserError } from "../../core/errors.ts";
import { customId } from "./custom-id.ts";
import type { CardReply, Pictures } from "./deliver.ts";
import { escapeLine } from "./escape.ts";
import { type Message, message, note } from "./message.ts";
import { isAdmin } from "./place.ts";
import { drawPictures } from "./png.ts";
import { type Draw, openThread, post } from "./post.ts";
import { errorFields, problem } from "./problems.ts";
import { button, row } from "./render-actions.ts";
import { renderCard } from "./render-card.ts";
import { TYPED_COMPONENT_ID, typedText } from "./typed.ts";

interface Parts {
  conversation: Conversation;
  receipts: Receipts;
  client: Client<true>;
  rest: REST;
  messageContent: boolean;
  log: Log;
}

/** What somebody says: to the bot, or only in its hearing. */
interface Said {
  text: string;
  overheard: boolean;
}

/**
 * Answers messages meant for the bot: those that mention it, direct ones, and, where their content may be read, any in a
 * thread that it opened. Never throws.
 */
export function hearing(parts: Parts): (heard: Heard) => Promise<void> {
  return async (heard) => {
    const said = saidToUs(heard, parts);
    if (said === null) return;
    try {
      const asker = askerOf(heard);
      if (!(await parts.receipts.claim(asker.tenant, `discord:${heard.id}`))) return;
      await answer(heard, asker, said, parts);
    } catch (error) {
      // Unasked, the bot only speaks where it has an answer: people in its thread also talk to each other.
      if (said.overheard && error instanceof UserError) return;
      await say(heard, parts, problem(error, parts.log), `${heard.id}-p`).catch((failed: unknown) =>
        parts.log.warn(errorFields(failed), "discord took no answer"),
      );
    }
  };
}

/** What the person says to the bot or in a thread of its own; null for all else. A bare mention asks for help. */
function saidToUs(heard: Heard, { client, messageContent }: Parts): Said | null {
  if (heard.author.bot || heard.system) return null;
  const mentioned = heard.mentions.has(client.user.id, { ignoreEveryone: true, ignoreRoles: true });
  const text = heard.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, "g"), "").trim();
  if (mentioned || !heard.inGuild()) return { text: text || "help", overheard: false };
  const ours = messageContent && heard.channel.isThread() && heard.channel.ownerId === client.user.id;
  return ours && text !== "" ? { text, overheard: true } : null;
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

async function answer(heard: Heard, asker: Asker, { text, overheard }: Said, parts: Parts): Promise<void> {
  const words = { kind: "follow-up" as const, text, estimateId: null };
  const reply = await parts.conversation.handle(overheard ? { ...words, overheard } : words, asker);
  if (reply.kind !== "card") return void (await say(heard, parts, formNote(reply)));
  if (reply.audience === "asker" && heard.inGuild()) return void (await say(heard, parts, privately(text)));
  const pictures = await drawPictures(reply.card, parts.log);
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
