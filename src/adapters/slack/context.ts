import type { Conversation, Reply } from "../../app/conversation.ts";
import { type Attempt, LeaseLost } from "../../app/delivery/attempt.ts";
import type { Gathered } from "../../app/gathered.ts";
import type { Asker } from "../../app/ports/asker.ts";
import type { Receipts } from "../../app/ports/job-queue.ts";
import type { Log } from "../../app/ports/process.ts";
import { deliver, notifyAsker, type ReplyTarget } from "./deliver.ts";
import { DeliveryLog } from "./delivery-log.ts";
import { logError } from "./errors.ts";
import { packMetadata, type sealer } from "./metadata.ts";
import type { People } from "./people.ts";
import { redraw } from "./redraw.ts";
import { formView, noticeView } from "./render/form.ts";
import { type Place, type SlackRequest, tenantOf } from "./request.ts";
import type { eventLoopTurns } from "./turns.ts";
import { type Client, patiently, ReplyAddress } from "./web.ts";

/** What answering needs, the same for every event. */
export interface SlackContext {
  conversation: Conversation;
  receipts: Receipts;
  people: People;
  redrawn: Gathered; // edits of shared cards
  nextTurn: ReturnType<typeof eventLoopTurns>; // for work that nobody waits for within seconds
  log: Log;
  sealed: ReturnType<typeof sealer>;
  apiUrl: string | undefined;
}

type FormReply = Exclude<Reply, { kind: "card" }>;

export async function replyTargetOf(
  slack: SlackContext,
  { place, receipts: [receipt] }: SlackRequest,
  client: Client,
  attempt: Attempt,
): Promise<ReplyTarget> {
  const asker: Asker = {
    tenant: tenantOf(place),
    person: await slack.people.find(client, place),
    channelId: place.channelId,
    threadId: place.ephemeral && !place.offer ? null : place.threadTs, // a draft is no part of the thread it stands in
    ...(place.saidTs === null ? {} : { isPublic: true as const }),
    ...(place.channelId?.startsWith("D") ? { isDirect: true as const } : {}),
    deliveryId: receipt,
  };
  const reply = place.responseUrl === null ? null : new ReplyAddress(place.responseUrl);
  return {
    asker,
    place,
    client,
    reply,
    conversation: slack.conversation,
    attempt,
    deliveryLog: new DeliveryLog(receipt, attempt),
  };
}

/** A card goes where it belongs; a form opens, in place of `viewId` when that is a view of ours already open. */
export async function sendReply(
  slack: SlackContext,
  target: ReplyTarget,
  reply: Reply,
  viewId: string | null,
): Promise<void> {
  const { client, place } = target;
  if (reply.kind === "card") {
    if (reply.changesShared) void redraw(slack, target); // nobody waits for it
    await deliverKept(slack, target, reply);
    if (viewId !== null) await showView(client, viewId, noticeView("k8s-advise", "Your answer is in Slack."));
    return;
  }
  const view = viewOf(slack, place, reply);
  if (viewId !== null) await showView(client, viewId, view);
  else if (place.triggerId === null)
    await notifyAsker(target, "The form cannot open any more. Please ask for it once again.");
  else {
    const trigger_id = place.triggerId;
    await patiently(() => client.views.open({ trigger_id, view }));
  }
}

/** A note to the asker alone that something was done is no reason to say that it was not. */
async function deliverKept(
  { log }: SlackContext,
  target: ReplyTarget,
  reply: Extract<Reply, { kind: "card" }>,
): Promise<void> {
  const isNote = reply.changesShared === true && reply.audience === "asker";
  await deliver(target, reply).catch((error: unknown) => {
    if (!isNote || error instanceof LeaseLost) throw error;
    logError(error, log);
  });
}

/** The modal of a form, with faults in words where there are any. */
export function viewOf(slack: SlackContext, place: Place, reply: FormReply): ReturnType<typeof formView> {
  const metadata = packMetadata({
    team: place.teamId,
    user: place.userId,
    channel: place.channelId,
    thread: place.threadTs,
    estimate: reply.estimateId,
    draft: place.ephemeral,
    reply: place.responseUrl === null ? null : slack.sealed.seal(place.responseUrl),
  });
  return formView(reply.form, metadata, reply.kind === "faults" ? reply.faults : {});
}

export async function showView(client: Client, view_id: string, view: ReturnType<typeof noticeView>): Promise<void> {
  await patiently(() => client.views.update({ view_id, view }));
}
