import type { AckFn, ViewResponseAction } from "@slack/bolt";
import type { Reply } from "../../app/conversation.ts";
import { LeaseLost } from "../../app/delivery/attempt.ts";
import { LATE, within } from "../../app/delivery/late.ts";
import { claimAll } from "../../app/delivery/receipts.ts";
import type { Faults } from "../../cards/form.ts";
import { UserError } from "../../core/errors.ts";
import { type Answerer, KEEP_AFTER_MS } from "./answer.ts";
import { fileText } from "./attachments.ts";
import { replyTargetOf, type SlackContext, sendReply, showView, viewOf } from "./context.ts";
import { notifyAsker, type ReplyTarget } from "./deliver.ts";
import { errorText, logError } from "./errors.ts";
import { parseSubmission, type Submission } from "./parse-submission.ts";
import { noticeView } from "./render/form.ts";
import { incomingOf, receiptedOf, type StoredEvent } from "./stored-event.ts";
import type { Client } from "./web.ts";

type Ack = AckFn<ViewResponseAction>;
/** A form that was sent, and the way back to who sent it. */
export interface Sent {
  submission: Submission;
  target: ReplyTarget;
}
/** What became of a submission; `faults` by field key. */
type Outcome = { reply: Reply } | { faults: Faults } | { error: unknown };

const ANY_FIELD = "";

/**
 * Answers a form. Faults that are known in time appear at their fields and the form stays open; a slow answer shows a view
 * that says so, which the answer or the form with its faults in words then replaces. Never throws.
 */
export async function answerSubmission(
  { slack, cycle }: Answerer,
  event: StoredEvent,
  ack: Ack,
  client: Client,
): Promise<void> {
  try {
    const submission = parseSubmission(event.body, slack.sealed.open);
    if (!submission) return await ack(showing("This form is out of date. Please open it again."));
    const incoming = incomingOf(submission, event);
    const attempt = cycle.begin(incoming);
    const sent: Sent = { submission, target: await replyTargetOf(slack, submission, client, attempt) };
    const outcome = handle(slack, sent);
    const early = await within(outcome, KEEP_AFTER_MS);
    if (early !== LATE) return await answerEarly(slack, sent, early, event, ack);
    await attempt.keep(incoming);
    await ack(showing("Working on it…"));
    await attempt.run(async () => answerLate(slack, sent, await outcome));
  } catch (error) {
    logError(error, slack.log);
  }
}

/** The same for a form whose process died before it answered: its view is gone. @throws what Slack refuses. */
export async function answerSubmissionLeft(slack: SlackContext, sent: Sent): Promise<void> {
  const outcome = await handle(slack, sent);
  if ("reply" in outcome && outcome.reply.kind === "card") await sendReply(slack, sent.target, outcome.reply, null);
  else await notifyAsker(sent.target, faultsText(slack, outcome));
}

/** Reads the attached files, then asks the conversation. Never rejects. */
async function handle(slack: SlackContext, { submission: { intent, files }, target }: Sent): Promise<Outcome> {
  const answers = { ...intent.answers };
  try {
    for (const { key, file } of files) {
      try {
        answers[key] = await fileText(file, target.client.token ?? "", slack.apiUrl);
      } catch (error) {
        return { faults: { [key]: errorText(error, slack.log) } };
      }
    }
    return { reply: await slack.conversation.handle({ ...intent, answers }, target.asker) };
  } catch (error) {
    return error instanceof UserError ? { faults: { [ANY_FIELD]: errorText(error, slack.log) } } : { error };
  }
}

async function answerEarly(
  slack: SlackContext,
  sent: Sent,
  outcome: Outcome,
  event: StoredEvent,
  ack: Ack,
): Promise<void> {
  const { submission, target } = sent;
  const faults = faultsOf(slack, outcome);
  if (faults) return ack({ response_action: "errors", errors: atFields(faults, submission.fields) });
  if (!("reply" in outcome)) return;
  const { reply } = outcome;
  if (reply.kind !== "card") return ack({ response_action: "update", view: viewOf(slack, target.place, reply) });
  if (!(await claimAll(slack.receipts, receiptedOf(submission)))) return ack(); // sent twice; one with faults may come again
  await target.attempt.keep(incomingOf(submission, event));
  await ack();
  await target.attempt.run(() => bring(slack, target, reply, null));
}

async function answerLate(slack: SlackContext, { submission, target }: Sent, outcome: Outcome): Promise<void> {
  if (!("reply" in outcome)) {
    await showView(target.client, submission.viewId, noticeView("k8s-advise", faultsText(slack, outcome)));
  } else if (outcome.reply.kind !== "card" || (await claimAll(slack.receipts, receiptedOf(submission)))) {
    await bring(slack, target, outcome.reply, submission.viewId);
  }
}

async function bring(slack: SlackContext, target: ReplyTarget, reply: Reply, viewId: string | null): Promise<void> {
  try {
    await sendReply(slack, target, reply, viewId);
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    await notifyAsker(target, errorText(error, slack.log));
  }
}

const faultsText = (slack: SlackContext, outcome: Outcome) => Object.values(faultsOf(slack, outcome) ?? {}).join(" ");

function faultsOf(slack: SlackContext, outcome: Outcome): Faults | null {
  if ("faults" in outcome) return outcome.faults;
  if ("error" in outcome) return { [ANY_FIELD]: errorText(outcome.error, slack.log) };
  return outcome.reply.kind === "faults" ? outcome.reply.faults : null;
}

/** Each fault at its field; what belongs to none of the form's fields is said at the first. */
function atFields(faults: Faults, fields: string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [key, fault] of Object.entries(faults)) {
    const field = fields.includes(key) ? key : (fields[0] ?? key);
    errors[field] = [errors[field], fault].filter(Boolean).join(" ");
  }
  return errors;
}

function showing(text: string): ViewResponseAction {
  return { response_action: "update", view: noticeView("k8s-advise", text) };
}
