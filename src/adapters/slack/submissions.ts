import type { AckFn, ViewResponseAction } from "@slack/bolt";
import type { Reply } from "../../app/conversation.ts";
import type { Faults } from "../../cards/form.ts";
import { UserError } from "../../core/errors.ts";
import { fileText } from "./attachments.ts";
import { type Errand, tell } from "./deliver.ts";
import { claimed, type Desk, errandFor, give, LATE, showView, viewOf, within } from "./desk.ts";
import { hearSubmission, type Submission } from "./parse-submission.ts";
import { noticeView } from "./render-form.ts";
import { inWords } from "./trouble.ts";
import type { Client } from "./web.ts";

type Ack = AckFn<ViewResponseAction>;
/** What became of a submission; `faults` by field key. */
type Outcome = { reply: Reply } | { faults: Faults } | { error: unknown };

const ACK_BEFORE_MS = 2_000; // Slack waits 3 s
const ANY_FIELD = "";

/**
 * Answers a form. Faults that are known in time appear at their fields and the form stays open; a slow answer shows a view
 * that says so, which the answer or the form with its faults in words then replaces. Never throws.
 */
export async function answerSubmission(desk: Desk, body: unknown, ack: Ack, client: Client): Promise<void> {
  try {
    const submission = hearSubmission(body, desk.sealed.open);
    if (!submission) return await ack(showing("This form is out of date. Please open it again."));
    const errand = await errandFor(desk, submission.place, client);
    const outcome = handle(desk, submission, errand);
    const early = await within(outcome, ACK_BEFORE_MS);
    if (early !== LATE) return await answerEarly(desk, submission, errand, early, ack);
    await ack(showing("Working on it…"));
    await answerLate(desk, submission, errand, await outcome);
  } catch (error) {
    inWords(error, desk.log);
  }
}

/** Reads the attached files, then asks the conversation. Never rejects. */
async function handle(desk: Desk, submission: Submission, errand: Errand): Promise<Outcome> {
  const { intent, files } = submission;
  const answers = { ...intent.answers };
  try {
    for (const { key, file } of files) {
      try {
        answers[key] = await fileText(file, errand.client.token ?? "", desk.apiUrl);
      } catch (error) {
        return { faults: { [key]: inWords(error, desk.log) } };
      }
    }
    return { reply: await desk.conversation.handle({ ...intent, answers }, errand.asker) };
  } catch (error) {
    return error instanceof UserError ? { faults: { [ANY_FIELD]: inWords(error, desk.log) } } : { error };
  }
}

async function answerEarly(
  desk: Desk,
  submission: Submission,
  errand: Errand,
  outcome: Outcome,
  ack: Ack,
): Promise<void> {
  const faults = faultsOf(desk, outcome);
  if (faults) return ack({ response_action: "errors", errors: atFields(faults, submission.fields) });
  if (!("reply" in outcome)) return;
  const { reply } = outcome;
  if (reply.kind !== "card") return ack({ response_action: "update", view: viewOf(desk, submission.place, reply) });
  await ack();
  await finish(desk, submission, errand, reply, null);
}

async function answerLate(desk: Desk, submission: Submission, errand: Errand, outcome: Outcome): Promise<void> {
  if ("reply" in outcome) return finish(desk, submission, errand, outcome.reply, submission.viewId);
  const text = Object.values(faultsOf(desk, outcome) ?? {}).join(" ");
  await showView(errand.client, submission.viewId, noticeView("k8s-advise", text));
}

/** Brings the answer, once: a form sent twice has the same receipt, but one with faults may come again. */
async function finish(
  desk: Desk,
  submission: Submission,
  errand: Errand,
  reply: Reply,
  viewId: string | null,
): Promise<void> {
  try {
    if (reply.kind === "card" && !(await claimed(desk, submission))) return;
    await give(desk, errand, reply, viewId);
  } catch (error) {
    await tell(errand, inWords(error, desk.log));
  }
}

function faultsOf(desk: Desk, outcome: Outcome): Faults | null {
  if ("faults" in outcome) return outcome.faults;
  if ("error" in outcome) return { [ANY_FIELD]: inWords(outcome.error, desk.log) };
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
