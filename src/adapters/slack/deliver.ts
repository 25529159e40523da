import type { Conversation, Reply } from "../../app/conversation.ts";
import type { Attempt } from "../../app/delivery/attempt.ts";
import type { Asker } from "../../app/ports/asker.ts";
import type { Card, Section } from "../../cards/card.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import { mrkdwn } from "./escape.ts";
import { cardBlocks, older } from "./render/card.ts";
import { noticeView } from "./render/form.ts";
import { inHome } from "./render/messages.ts";
import { textBlocks } from "./render/rich-text.ts";
import type { Place } from "./request.ts";
import { byFirst, firstThen, post, privateWays, type Send, type Spot, sendCard, update } from "./send.ts";
import { type Client, patiently, type ReplyAddress } from "./web.ts";

/** One answer on its way: to whom, about what place, and the ways there. */
export interface ReplyTarget {
  asker: Asker;
  place: Place;
  client: Client;
  reply: ReplyAddress | null;
  conversation: Conversation;
  attempt: Attempt;
  deliveryLog: DeliveryLog; // of what everybody sees of it
}

type Thread = Spot & { thread_ts: string };

/** Brings a card to whom it is for, whole: long ones in several messages, files beside. */
export async function deliver(target: ReplyTarget, reply: Extract<Reply, { kind: "card" }>): Promise<void> {
  const { card, audience, estimateId, replaces } = reply;
  const { channelId, threadTs, saidTs, home, offer } = target.place;
  await removeOffer(target);
  if (offer && replaces) return; // what would stand in its place says only that it is gone
  if (home && replaces) await publishHome(target, card);
  else if (audience === "channel" && channelId !== null) await share(target, card, channelId, estimateId);
  else if (audience === "thread" && channelId !== null && threadTs !== null) {
    await answerThread(target, card, { channel: channelId, thread_ts: threadTs }, replaces);
  } else if (audience === "reply" && channelId !== null && saidTs !== null) {
    await answerBeside(target, reply, { channel: channelId, thread_ts: threadTs ?? saidTs });
  } else await answerPrivately(target, card, replaces);
}

/** Takes the offer away that was pressed, if it was one. */
export async function removeOffer({ place, reply }: ReplyTarget): Promise<void> {
  if (place.offer) await reply?.post({ delete_original: true });
}

/** Says something to the asker alone, by whatever way still works. */
export async function notifyAsker({ client, place, reply }: ReplyTarget, text: string): Promise<void> {
  const { triggerId } = place;
  const ways = privateWays(client, place, reply, false);
  if (triggerId !== null) ways.push(inModal(client, triggerId, text));
  await byFirst(ways)({ text: mrkdwn(text), blocks: textBlocks(text) });
}

function inModal(client: Client, trigger_id: string, text: string): Send {
  return async () => {
    await client.views.open({ trigger_id, view: noticeView("k8s-advise", text) });
    return null;
  };
}

/** The Home tab is always drawn anew. https://docs.slack.dev/reference/methods/views.publish */
async function publishHome({ client, place }: ReplyTarget, card: Card): Promise<void> {
  const { body, end, instead } = cardBlocks(card);
  const blocks = inHome(
    body.flatMap((block) => older(block, instead)),
    end,
  );
  await patiently(() => client.views.publish({ user_id: place.userId, view: { type: "home", blocks } }));
}

/** Posts the card for all, gives it its thread, and puts a link to it where the draft was. */
async function share(target: ReplyTarget, card: Card, channel: string, estimateId: string | null): Promise<void> {
  const { client, conversation, asker, deliveryLog } = target;
  let root: string | null = null;
  const postRoot: Send = async (message) => {
    root = await deliveryLog.once(post(client, { channel, thread_ts: null }))(message);
    if (root !== null && estimateId !== null) {
      await conversation.posted(asker, estimateId, { channelId: channel, threadId: root });
    }
    return root;
  };
  const ts = await sendCard(
    card,
    firstThen(
      postRoot,
      deliveryLog.once((message) => post(client, { channel, thread_ts: root })(message)),
    ),
  );
  await upload(target, card, { channel, thread_ts: ts });
  if (ts !== null) await linkFromDraft(target, channel, ts);
}

async function linkFromDraft(
  { client, place, reply }: ReplyTarget,
  channel: string,
  message_ts: string,
): Promise<void> {
  if (!place.ephemeral || !reply) return;
  const { permalink } = await patiently(() => client.chat.getPermalink({ channel, message_ts }));
  const blocks = textBlocks(["Shared with the channel: ", { text: "see the card", href: permalink ?? "" }]);
  await reply.post({ replace_original: true, text: "Shared with the channel.", blocks });
}

/** In a thread on what was said; a card about an estimate owns it from then on. */
async function answerBeside(
  target: ReplyTarget,
  reply: Extract<Reply, { kind: "card" }>,
  { channel, thread_ts }: Thread,
): Promise<void> {
  await answerThread(target, reply.card, { channel, thread_ts }, false);
  if (reply.estimateId === null) return;
  await target.conversation.posted(target.asker, reply.estimateId, { channelId: channel, threadId: thread_ts });
}

async function answerThread(target: ReplyTarget, card: Card, thread: Spot, replaces: boolean): Promise<void> {
  const { client, place, deliveryLog } = target;
  const send = deliveryLog.once(post(client, thread));
  const pressed = replaces && !place.ephemeral ? place.messageTs : null;
  await sendCard(card, pressed === null ? send : firstThen(update(client, thread.channel, pressed), send));
  await upload(target, card, thread);
}

/** Files have no ephemeral form, so they go to the asker's direct messages, and the card says so. */
async function answerPrivately(target: ReplyTarget, card: Card, replaces: boolean): Promise<void> {
  const { client, place, reply } = target;
  const send = byFirst(privateWays(client, place, reply, replaces));
  if (card.files.length === 0) return void (await sendCard(card, send));
  const names = card.files.map(({ name }) => name).join(", ");
  const said: Section = { kind: "footer", text: `In your direct messages with this app: ${names}.` };
  await sendCard({ ...card, sections: [...card.sections, said] }, send);
  const text = mrkdwn(card.fallback);
  const { channel, ts } = await patiently(() => client.chat.postMessage({ channel: place.userId, text }));
  if (channel && ts) await upload(target, card, { channel, thread_ts: ts });
}

/** The card's files under one message, those that are not there yet. https://docs.slack.dev/messaging/working-with-files */
async function upload(
  { client, deliveryLog, attempt }: ReplyTarget,
  { files }: Card,
  { channel, thread_ts }: Spot,
): Promise<void> {
  const missing = files.filter(({ name }) => !deliveryLog.isUploaded(name));
  if (missing.length === 0) return;
  await attempt.assertHeld();
  const file_uploads = missing.map(({ name, text }) => ({ file: Buffer.from(text), filename: name, title: name }));
  const thread = thread_ts === null ? {} : { thread_ts };
  await patiently(() => client.files.uploadV2({ channel_id: channel, ...thread, file_uploads }));
}
