import type { Attempt } from "../../app/delivery/attempt.ts";
import type { PendingAnswer, Transport } from "../../app/delivery/transport.ts";
import type { Job } from "../../app/ports/job-queue.ts";
import { isRepeatable } from "../../app/verbs/intents.ts";
import { problemText } from "../../cards/error-card.ts";
import { pendingAnswer } from "./answer.ts";
import { replyTargetOf, type SlackContext } from "./context.ts";
import { notifyAsker, type ReplyTarget } from "./deliver.ts";
import { slackErrors } from "./errors.ts";
import { meantForUs } from "./overheard.ts";
import { isSubmission, type Submission } from "./parse-submission.ts";
import { parseStored, StoredEvent } from "./stored-event.ts";
import { answerSubmissionLeft } from "./submissions.ts";
import type { Client } from "./web.ts";

const ANSWERABLE_MS = 30 * 60_000; // as long as Slack takes answers. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses

/** Finds the way to answer through the installation that something came through. */
type ClientOf = (from: StoredEvent["from"]) => Promise<Client>;

/** Slack, as the life cycle of an answer needs it. */
export const slackTransport = (slack: SlackContext, clientOf: ClientOf): Transport => ({
  shell: "slack",
  answerableMs: ANSWERABLE_MS,
  errors: slackErrors,
  reopen: (job, attempt) => reopened(slack, job, attempt, clientOf),
});

async function reopened(
  slack: SlackContext,
  job: Job,
  attempt: Attempt,
  clientOf: ClientOf,
): Promise<(PendingAnswer & { mayRepeat: boolean }) | null> {
  await slack.nextTurn();
  const event = StoredEvent.parse(JSON.parse(job.body));
  const said = parseStored(event, slack.sealed.open);
  // It was meant for us when it was kept; and what words do to the reader must not keep their writer from being told.
  const before = job.reference === null ? said && (await meantForUs(slack, said)) : said;
  if (before === null) return null;
  const request = { ...before, place: { ...before.place, triggerId: null } }; // it opens nothing any more
  const client = await clientOf(event.from);
  const target = await replyTargetOf(slack, request, client, attempt);
  target.deliveryLog.lookFirst(client, target.place, job.at, slack.log);
  const pending = isSubmission(request)
    ? pendingSubmission(slack, request, target)
    : pendingAnswer(slack, request, async () => target);
  return {
    answer: pending.answer,
    tell: (problem, error) =>
      error === undefined ? notifyAsker(target, problemText(problem)) : pending.tell(problem, error),
    mayRepeat: isRepeatable(request.intent, target.asker),
  };
}

const pendingSubmission = (slack: SlackContext, submission: Submission, target: ReplyTarget): PendingAnswer => ({
  answer: () => answerSubmissionLeft(slack, { submission, target }),
  tell: (problem) => notifyAsker(target, problemText(problem)),
});
