import type { Conversation, Intent, Reply } from "../../app/conversation.ts";
import type { Asker, Log, Receipts, Tenant } from "../../app/ports.ts";
import { UserError } from "../../core/errors.ts";
import { deliver, type Errand, tell } from "./deliver.ts";
import type { Heard, Place } from "./heard.ts";
import { packMetadata, type sealer } from "./metadata.ts";
import type { People } from "./people.ts";
import { formView, noticeView } from "./render-form.ts";
import { inWords } from "./trouble.ts";
import { type Client, patiently, ReplyAddress } from "./web.ts";

/** What answering needs, the same for every event. */
export interface Desk {
  conversation: Conversation;
  receipts: Receipts;
  people: People;
  log: Log;
  sealed: ReturnType<typeof sealer>;
  apiUrl: string | undefined;
}

type FormReply = Exclude<Reply, { kind: "card" }>;

const WORKING_AFTER_MS = 1_000;
const LOADING_AFTER_MS = 1_500; // a trigger opens a view for 3 s only
const OPENS_FORM = new Set(["change", "decide", "settings"]);
export const LATE = Symbol("late");

/**
 * Answers what was heard, once, and tells the asker when that goes wrong. Never throws. Calls `kept` when what it changes
 * is lasting, before the answer is on its way.
 */
export async function answer(desk: Desk, heard: Heard, client: Client, kept = () => {}): Promise<void> {
  const isOurs = await isNew(desk, heard).catch((error: unknown) => {
    inWords(error, desk.log);
    return false;
  });
  if (!isOurs) return;
  await answerNew(desk, heard, client, kept);
  await noteEnd(desk, heard);
}

async function answerNew(desk: Desk, heard: Heard, client: Client, kept: () => void): Promise<void> {
  const { conversation, log } = desk;
  let errand: Errand | null = null;
  try {
    errand = await errandFor(desk, heard.place, client);
    const handled = conversation.handle(heard.intent, errand.asker);
    if (heard.place.triggerId !== null && asksForForm(heard.intent)) return await answerWithForm(desk, errand, handled);
    const reply = await sayingWorking(handled, heard.intent, errand.reply);
    kept();
    if (await isFirst(desk, heard)) await give(desk, errand, reply, null);
  } catch (error) {
    // Unasked, the bot only speaks where it has an answer: people in its thread also talk to each other.
    if (error instanceof UserError && !(heard.addressed && (await isFirst(desk, heard).catch(() => true)))) return;
    const text = inWords(error, log);
    if (errand) await tell(errand, text).catch((failure: unknown) => inWords(failure, log));
  }
}

/**
 * A vote counted again is still one vote. So its receipt is claimed after it: when the process is killed in between, or
 * the store fails, the vote that Slack or the person sends again is not taken for one that was counted.
 */
const isRepeatable = ({ intent }: Heard): boolean =>
  intent.kind === "press" && (intent.action === "vote" || intent.action === "withdraw-vote");

async function isNew(desk: Desk, heard: Heard): Promise<boolean> {
  const [first] = heard.receipts;
  if (!isRepeatable(heard) || first === undefined) return (await claimed(desk, heard)) || resumes(desk, heard);
  return !(await desk.receipts.has(tenantOf(heard.place), first));
}

/** Whether Slack sends again what was begun and never ended: the process died over it. Each sending again counts once. */
async function resumes({ receipts }: Desk, { receipts: [first], place, retry }: Heard): Promise<boolean> {
  if (first === undefined || retry === null || retry === 0) return false;
  const tenant = tenantOf(place);
  return !(await receipts.has(tenant, ended(first))) && receipts.claim(tenant, `${first}:again:${retry}`);
}

const ended = (receipt: string) => `${receipt}:ended`;

/** Notes that an event was answered, well or not: what Slack sends again of it is let go. */
async function noteEnd({ receipts, log }: Desk, { receipts: [first], place, retry }: Heard): Promise<void> {
  if (first === undefined || retry === null) return;
  await receipts.claim(tenantOf(place), ended(first)).catch((error: unknown) => void inWords(error, log));
}

/** Whether an answer that is ready, a refusal too, is the first to it. A failure of ours leaves the receipt to the next try. */
const isFirst = async (desk: Desk, heard: Heard): Promise<boolean> => !isRepeatable(heard) || claimed(desk, heard);

/** True for whoever comes first with what was heard. */
export async function claimed({ receipts }: Desk, { receipts: keys, place }: Heard): Promise<boolean> {
  const [first, ...others] = keys.map((key) => () => receipts.claim(tenantOf(place), key));
  if (first && !(await first())) return false;
  await Promise.all(others.map((claim) => claim())); // these only keep out what follows
  return true;
}

export async function errandFor(desk: Desk, place: Place, client: Client): Promise<Errand> {
  const asker: Asker = {
    tenant: tenantOf(place),
    person: await desk.people.find(client, place),
    channelId: place.channelId,
    threadId: place.ephemeral ? null : place.threadTs, // what only they see is no part of a thread
  };
  const reply = place.responseUrl === null ? null : new ReplyAddress(place.responseUrl);
  return { asker, place, client, reply, conversation: desk.conversation };
}

/** A card goes where it belongs; a form opens, in place of `viewId` when that is a view of ours already open. */
export async function give(desk: Desk, errand: Errand, reply: Reply, viewId: string | null): Promise<void> {
  if (reply.kind === "card") {
    await deliver(errand, reply);
    if (viewId !== null) await showView(errand.client, viewId, noticeView("k8s-advise", "Your answer is in Slack."));
    return;
  }
  const view = viewOf(desk, errand.place, reply);
  if (viewId !== null) await showView(errand.client, viewId, view);
  else await patiently(() => errand.client.views.open({ trigger_id: errand.place.triggerId ?? "", view }));
}

/** The modal of a form, with faults in words where there are any. */
export function viewOf(desk: Desk, place: Place, reply: FormReply): ReturnType<typeof formView> {
  const metadata = packMetadata({
    team: place.teamId,
    user: place.userId,
    channel: place.channelId,
    thread: place.threadTs,
    estimate: reply.estimateId,
    draft: place.ephemeral,
    reply: place.responseUrl === null ? null : desk.sealed.seal(place.responseUrl),
  });
  return formView(reply.form, metadata, reply.kind === "faults" ? reply.faults : {});
}

export async function showView(client: Client, view_id: string, view: ReturnType<typeof noticeView>): Promise<void> {
  await patiently(() => client.views.update({ view_id, view }));
}

/** What was promised if it comes within `ms`, else `LATE`. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, ms, LATE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
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
    const text = inWords(error, desk.log);
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

function tenantOf({ teamId }: Place): Tenant {
  return { shell: "slack", id: teamId };
}
