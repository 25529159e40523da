import { type Client, ComponentType, type Message as GatewayMessage, Routes } from "discord.js";
import type { Reply } from "../../app/conversation.ts";
import type { Attempt } from "../../app/delivery/attempt.ts";
import type { LifeCycle } from "../../app/delivery/life-cycle.ts";
import type { PendingAnswer } from "../../app/delivery/transport.ts";
import type { Asker } from "../../app/ports/asker.ts";
import type { Answering } from "./answer.ts";
import { customId } from "./custom-id.ts";
import type { CardReply, Pictures } from "./deliver.ts";
import { errorFields, errorMessage, problemMessage } from "./errors.ts";
import { escapeLine } from "./escape.ts";
import { isAdmin } from "./place.ts";
import { type Draw, openThread, post } from "./post.ts";
import type { ReceivedMessage } from "./received-message.ts";
import { redraw } from "./redraw.ts";
import { button, row } from "./render/actions.ts";
import { renderCard } from "./render/card.ts";
import { type Message, message, note } from "./render/message.ts";
import { TYPED_COMPONENT_ID, typedText } from "./typed.ts";

/** What answering a message needs. */
type Parts = Pick<Answering, "conversation" | "rest" | "pool" | "redrawn" | "log">;

/** What somebody says: to the bot, or only in its hearing. */
interface Said {
  text: string;
  addressed: boolean;
}

/**
 * Answers messages meant for the bot: those that mention it or reply to it, direct ones, and, where their content may be
 * read, those in a thread that it opened which put a question to it. Each is kept until it is answered. Never throws.
 */
export function messageListener(
  client: Client<true>,
  { cycle, messageContent, ...parts }: Parts & { cycle: LifeCycle; messageContent: boolean },
): (message: GatewayMessage) => Promise<void> {
  return async (message) => {
    const said = saidToUs(message, client.user.id, messageContent);
    if (said === null) return;
    const asker = askerOf(message);
    if (!said.addressed && !(await isQuestion(said.text, asker, parts))) return;
    const { id, channelId } = message;
    const received: ReceivedMessage = { id, channelId, inGuild: message.inGuild(), text: said.text, asker };
    const incoming = {
      tenant: asker.tenant,
      personId: asker.person.id,
      receipts: [`discord:${id}`] as [string],
      retry: null,
      mayRepeat: false,
      click: null,
      body: JSON.stringify({ message: received }),
    };
    const acknowledge = async () => {}; // Discord waits for none
    await cycle
      .keepFirst(incoming, { acknowledge, pending: (attempt) => pendingMessage(received, attempt, parts) })
      .catch((error: unknown) => say(received, parts, errorMessage(error, parts.log), `${id}-p`))
      .catch((error: unknown) => parts.log.warn(errorFields(error), "discord took no answer"));
  };
}

/** The answer to a message, and the way to say why there is none. */
export const pendingMessage = (received: ReceivedMessage, attempt: Attempt, parts: Parts): PendingAnswer => ({
  answer: () => answer(received, attempt, parts),
  tell: async (problem) => void (await say(received, parts, problemMessage(problem), `${received.id}-p`)),
});

/**
 * What the person says to the bot, or to nobody in a thread of its own; null for all else, as what names or answers somebody
 * else. A bare mention asks for help.
 */
function saidToUs(message: GatewayMessage, bot: string, messageContent: boolean): Said | null {
  const { author, system, mentions, channel } = message;
  if (author.bot || system) return null;
  const mentioned = mentions.has(bot, { ignoreEveryone: true, ignoreRoles: true });
  const text = message.content.replaceAll(new RegExp(`<@!?${bot}>`, "g"), "").trim();
  if (mentioned || !message.inGuild()) return { text: text || "help", addressed: true };
  if (text === "") return null;
  if (mentions.repliedUser?.id === bot) return { text, addressed: true };
  const toOthers = message.reference !== null || mentions.everyone || mentions.users.size + mentions.roles.size > 0;
  const inOurs = messageContent && channel.isThread() && channel.ownerId === bot;
  const isAlone = message.attachments.size === 0; // what brings a file says more than its words
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

function askerOf(message: GatewayMessage): ReceivedMessage["asker"] {
  const { author, member, channel, guildId } = message;
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
    ...(guildId === null || inThread ? {} : { isPublic: true as const }),
    ...(guildId === null ? { isDirect: true as const } : {}),
    deliveryId: message.id,
  };
}

async function answer(received: ReceivedMessage, attempt: Attempt, parts: Parts): Promise<void> {
  const { id, channelId, inGuild, text, asker } = received;
  const reply = await parts.conversation.handle({ kind: "follow-up", text, estimateId: null }, asker);
  await attempt.assertHeld();
  if (reply.kind !== "card") return void (await say(received, parts, formNote(reply)));
  if (reply.changesShared) void redraw(parts, asker); // nobody waits for it
  if (reply.audience === "asker" && reply.changesShared) return react(received, parts);
  if (reply.audience === "asker" && inGuild) return void (await say(received, parts, privately(text)));
  const pictures = await parts.pool.draw(reply.card);
  const posted = await post(parts.rest, channelId, drawing(reply, pictures), { nonce: id, replyTo: id });
  const isShared = reply.audience === "channel" || reply.audience === "reply";
  if (!isShared || reply.estimateId === null) return;
  if (asker.threadId === null) await openThread(parts.rest, posted, reply.card.title);
  const thread = { channelId: asker.channelId, threadId: asker.threadId ?? posted.id };
  await parts.conversation.posted(asker, reply.estimateId, thread);
}

/** What is noted for one person is a sign on their message: words would be for all to read. The shared card says the rest. */
const react = ({ id, channelId }: ReceivedMessage, { rest, log }: Parts): Promise<void> =>
  rest
    .put(Routes.channelMessageOwnReaction(channelId, id, encodeURIComponent("✅")))
    .then(() => undefined)
    .catch((error: unknown) => log.warn(errorFields(error), "discord took no reaction"));

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
const say = ({ id, channelId }: ReceivedMessage, { rest }: Parts, message: Message, nonce = id) =>
  post(rest, channelId, () => message, { nonce, replyTo: id });
