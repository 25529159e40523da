import type { Intent, Reply } from "../../app/conversation.ts";
import type { Attempt } from "../../app/delivery/attempt.ts";
import { LATE, within } from "../../app/delivery/late.ts";
import type { LifeCycle } from "../../app/delivery/life-cycle.ts";
import { isFirst } from "../../app/delivery/receipts.ts";
import type { PendingAnswer } from "../../app/delivery/transport.ts";
import { isChange, opensForm } from "../../app/verbs/intents.ts";
import { problemText } from "../../cards/error-card.ts";
import { UserError } from "../../core/errors.ts";
import { ACK_BEFORE_MS } from "./acknowledge.ts";
import { replyTargetOf, type SlackContext, sendReply, showView } from "./context.ts";
import { notifyAsker, type ReplyTarget, removeOffer } from "./deliver.ts";
import { errorText } from "./errors.ts";
import { noticeView } from "./render/form.ts";
import type { SlackRequest } from "./request.ts";
import { incomingOf, receiptedOf, type StoredEvent } from "./stored-event.ts";
import type { Client, ReplyAddress } from "./web.ts";

type Ack = () => Promise<void>;

/** What answers Slack's people. */
export interface Answerer {
  slack: SlackContext;
  cycle: LifeCycle;
}

export const KEEP_AFTER_MS = ACK_BEFORE_MS - 500;
const WORKING_AFTER_MS = 1_000;
const LOADING_AFTER_MS = 1_500; // a trigger opens a view for 3 s only

/**
 * Answers a request once it is kept and acknowledged; what changes something, once that is lasting: until then Slack,
 * or the person, sends it again. Without an acknowledgement Slack itself tells the asker that it did not work.
 */
export async function answerRequest(
  { slack, cycle }: Answerer,
  request: SlackRequest,
  event: StoredEvent,
  client: Client,
  acknowledge: Ack,
): Promise<void> {
  const pending = (attempt: Attempt, lasting = () => {}) =>
    pendingAnswer(slack, request, () => replyTargetOf(slack, request, client, attempt), lasting);
  if (isChange(request.intent))
    return cycle.answerFirst(incomingOf(request, event), {
      patienceMs: KEEP_AFTER_MS,
      acknowledge,
      ignore: acknowledge,
      pending,
    });
  await cycle.keepFirst(incomingOf(request, event), {
    acknowledge,
    pending: (attempt) => inTurn(slack, request, pending(attempt)),
  });
}

/** Answers an event, which is acknowledged once that is done or Slack waits no longer. What takes so long is kept. */
export async function answerEvent(
  { slack, cycle }: Answerer,
  request: SlackRequest,
  event: StoredEvent,
  client: Client,
): Promise<void> {
  await cycle.answerFirst(incomingOf(request, event), {
    patienceMs: KEEP_AFTER_MS,
    acknowledge: async () => {}, // Bolt does, see `acknowledgeAnswered`
    ignore: async () => {},
    pending: (attempt) => pendingAnswer(slack, request, () => replyTargetOf(slack, request, client, attempt)),
  });
}

/** The same answer in a turn of its own; a form has to open at once. */
const inTurn = (slack: SlackContext, { intent }: SlackRequest, { answer, tell }: PendingAnswer): PendingAnswer => ({
  answer: async () => {
    if (!opensForm(intent)) await slack.nextTurn();
    await answer();
  },
  tell,
});

/** The answer to a request. Calls `lasting` when what it changes is kept, before the answer is on its way. */
export function pendingAnswer(
  slack: SlackContext,
  request: SlackRequest,
  targetOf: () => Promise<ReplyTarget>,
  lasting = () => {},
): PendingAnswer {
  let target: ReplyTarget | null = null;
  return {
    async answer() {
      target = await targetOf();
      const handled = slack.conversation.handle(request.intent, target.asker);
      if (request.place.triggerId !== null && opensForm(request.intent)) return answerWithForm(slack, target, handled);
      const reply = await sayingWorking(handled, request.intent, target.reply);
      lasting();
      if (target.attempt.isRepeated || (await isFirst(slack.receipts, receiptedOf(request))))
        await sendReply(slack, target, reply, null);
    },
    async tell(problem, error) {
      if (!request.addressed) return; // nobody asked for what failed
      const isFinal = error instanceof UserError;
      if (isFinal && !(await isFirst(slack.receipts, receiptedOf(request)).catch(() => true))) return;
      if (target === null) throw error;
      await refuse(target, problemText(problem), isFinal);
    },
  };
}

/** Says why there is no answer. What was offered in vain goes; after a failure of ours it may be tried again. */
async function refuse(target: ReplyTarget, text: string, isFinal: boolean): Promise<void> {
  if (isFinal) await removeOffer(target);
  await notifyAsker(target, text);
}

/** Opens the form, or while it is not ready a view that says so: the trigger would not wait. */
async function answerWithForm(slack: SlackContext, target: ReplyTarget, handled: Promise<Reply>): Promise<void> {
  const early = await within(handled, LOADING_AFTER_MS);
  if (early !== LATE) return sendReply(slack, target, early, null);
  const loading = noticeView("k8s-advise", "Getting the form ready…");
  const { view } = await target.client.views.open({ trigger_id: target.place.triggerId ?? "", view: loading });
  const viewId = view?.id ?? null;
  try {
    await sendReply(slack, target, await handled, viewId);
  } catch (error) {
    const text = errorText(error, slack.log);
    if (viewId !== null) await showView(target.client, viewId, noticeView("k8s-advise", text));
  }
}

/** After a moment says that it is working; the answer then takes that message's place. */
async function sayingWorking(handled: Promise<Reply>, { kind }: Intent, reply: ReplyAddress | null): Promise<Reply> {
  if ((kind === "command" || kind === "price") && reply && (await within(handled, WORKING_AFTER_MS)) === LATE) {
    await reply.sayWorking().catch(() => undefined); // only a courtesy: the answer has other ways
  }
  return handled;
}
