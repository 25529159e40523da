import type { Intent, Reply } from "../../app/conversation.ts";
import { type Attempt, LeaseLost } from "../../app/delivery/attempt.ts";
import { UserError } from "../../core/errors.ts";
import { ACK_BEFORE_MS } from "./acknowledge.ts";
import { type Errand, removeOffer, tell } from "./deliver.ts";
import { type Desk, errandFor, give, LATE, showView, within } from "./desk.ts";
import { errorText, logError, slackErrors } from "./errors.ts";
import type { Heard } from "./heard.ts";
import { beginning, enqueue, type Kept, workOf } from "./keep.ts";
import { isFirst, isNew, noteEnd } from "./receipts.ts";
import { noticeView } from "./render-form.ts";
import type { Client, ReplyAddress } from "./web.ts";

type Ack = () => Promise<void>;

export const KEEP_AFTER_MS = ACK_BEFORE_MS - 500;
const WORKING_AFTER_MS = 1_000;
const LOADING_AFTER_MS = 1_500; // a trigger opens a view for 3 s only
const OPENS_FORM = new Set(["change", "decide", "settings"]);

/**
 * Keeps what was heard, acknowledges it, and answers it: what Slack was told of, this process or another answers. Without
 * an acknowledgement Slack itself tells the asker that it did not work.
 */
export async function answerKept(desk: Desk, heard: Heard, kept: Kept, client: Client, ack: Ack): Promise<void> {
  const attempt = await enqueue(desk, heard, kept);
  await ack();
  await attempt?.run(async () => {
    if (!asksForForm(heard.intent)) await desk.turn(); // a form has to open at once
    await answerNew(desk, heard, () => errandFor(desk, heard, client, attempt));
  });
}

/**
 * Answers what was heard, and acknowledges it when what it changes is lasting: until then Slack, or the person, sends it
 * again. What takes longer than Slack waits is kept.
 */
export async function answerLasting(desk: Desk, heard: Heard, kept: Kept, client: Client, ack: Ack): Promise<void> {
  let settle = () => {};
  const lasting = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const attempt = beginning(desk, heard);
  const answered = answer(desk, heard, client, attempt, settle).finally(settle);
  await keptWhenLate(desk, { heard, kept, attempt, early: Promise.race([lasting, answered]) }, async () => {
    await ack();
    await answered;
  });
}

/** Answers an event, which is acknowledged once that is done or Slack waits no longer. What takes so long is kept. */
export async function answerEvent(desk: Desk, heard: Heard, kept: Kept, client: Client): Promise<void> {
  const attempt = beginning(desk, heard);
  const answered = answer(desk, heard, client, attempt);
  await keptWhenLate(desk, { heard, kept, attempt, early: answered }, () => answered);
}

/** What is being answered while Slack waits for its acknowledgement: `early` ends what it has to wait for. */
interface Waiting {
  heard: Heard;
  kept: Kept;
  attempt: Attempt;
  early: Promise<void>;
}

async function keptWhenLate(
  desk: Desk,
  { heard, kept, attempt, early }: Waiting,
  rest: () => Promise<void>,
): Promise<void> {
  const failed = early.catch(() => {}); // `rest` hears of it
  if ((await within(failed, KEEP_AFTER_MS)) === LATE) {
    await attempt.keep(workOf(heard, kept));
    await noteEnd(desk, heard);
  }
  await attempt.run(rest);
}

/**
 * Answers what was heard, once, and tells the asker when that goes wrong. Calls `settle` when what it changes is lasting,
 * before the answer is on its way. @throws when the asker may yet be told.
 */
async function answer(desk: Desk, heard: Heard, client: Client, attempt: Attempt, settle = () => {}): Promise<void> {
  const isOurs = await isNew(desk, heard).catch((error: unknown) => {
    logError(error, desk.log);
    return false;
  });
  if (!isOurs) return;
  await answerNew(desk, heard, () => errandFor(desk, heard, client, attempt), settle);
  await noteEnd(desk, heard);
}

/** Answers, whoever heard it first, or tells the asker what went wrong. @throws when neither was possible, and may be yet. */
export async function answerNew(
  desk: Desk,
  heard: Heard,
  errandOf: () => Promise<Errand>,
  settle = () => {},
): Promise<void> {
  const { conversation, log } = desk;
  let errand: Errand | null = null;
  try {
    errand = await errandOf();
    const handled = conversation.handle(heard.intent, errand.asker);
    if (heard.place.triggerId !== null && asksForForm(heard.intent)) return await answerWithForm(desk, errand, handled);
    const reply = await sayingWorking(handled, heard.intent, errand.reply);
    settle();
    if (errand.attempt.isRepeated || (await isFirst(desk, heard))) await give(desk, errand, reply, null);
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    const text = errorText(error, log);
    if (!heard.addressed) return; // nobody asked for what failed
    if (error instanceof UserError && !(await isFirst(desk, heard).catch(() => true))) return;
    if (errand === null) throw error;
    await refuse(errand, text, error instanceof UserError).catch((failure: unknown) => {
      if (slackErrors.mayPass(failure)) throw failure;
      logError(failure, log);
    });
  }
}

/** Says why there is no answer. What was offered in vain goes; after a failure of ours it may be tried again. */
async function refuse(errand: Errand, text: string, isFinal: boolean): Promise<void> {
  if (isFinal) await removeOffer(errand);
  await tell(errand, text);
}

/** Opens the form, or while it is not ready a view that says so: the trigger would not wait. */
async function answerWithForm(desk: Desk, errand: Errand, handled: Promise<Reply>): Promise<void> {
  const early = await within(handled, LOADING_AFTER_MS);
  if (early !== LATE) return give(desk, errand, early, null);
  const loading = noticeView("k8s-advise", "Getting the form ready…");
  const { view } = await errand.client.views.open({ trigger_id: errand.place.triggerId ?? "", view: loading });
  const viewId = view?.id ?? null;
  try {
    await give(desk, errand, await handled, viewId);
  } catch (error) {
    const text = errorText(error, desk.log);
    if (viewId !== null) await showView(errand.client, viewId, noticeView("k8s-advise", text));
  }
}

/** After a moment says that it is working; the answer then takes that message's place. */
async function sayingWorking(handled: Promise<Reply>, { kind }: Intent, reply: ReplyAddress | null): Promise<Reply> {
  if ((kind === "command" || kind === "price") && reply && (await within(handled, WORKING_AFTER_MS)) === LATE) {
    await reply.sayWorking().catch(() => undefined); // only a courtesy: the answer has other ways
  }
  return handled;
}

function asksForForm(intent: Intent): boolean {
  return intent.kind === "open-form" || (intent.kind === "press" && OPENS_FORM.has(intent.action));
}
