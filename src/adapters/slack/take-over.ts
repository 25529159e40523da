import type { Attempt } from "../../app/delivery/attempt.ts";
import { gaveUp, INTERRUPTED } from "../../app/delivery/errors.ts";
import type { Job } from "../../app/ports.ts";
import { isRepeatable } from "../../app/repeatable.ts";
import { problemText } from "../../cards/error-card.ts";
import { answerNew } from "./answer.ts";
import { tell } from "./deliver.ts";
import { type Desk, errandFor } from "./desk.ts";
import { hearAgain, Kept, repeated } from "./keep.ts";
import { meantForUs } from "./overheard.ts";
import { isSubmission } from "./parse-submission.ts";
import { answerSubmissionLeft } from "./submissions.ts";
import type { Client } from "./web.ts";

const ANSWERABLE_MS = 30 * 60_000; // as long as Slack takes answers. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses

/** Finds the way to answer through the installation that something came through. */
type ClientOf = (from: Kept["from"]) => Promise<Client>;

/** Another attempt at what was acknowledged. What nobody waits for any more it lets go. Never throws. */
export async function answerJob(desk: Desk, job: Job, clientOf: ClientOf): Promise<void> {
  const attempt = repeated(desk, job);
  await attempt.run(async () => {
    if (job.ageMs > ANSWERABLE_MS) desk.log.warn({ at: job.at }, "nobody waits for this answer any more");
    else await answerAgain(desk, job, attempt, clientOf);
  });
}

async function answerAgain(desk: Desk, job: Job, attempt: Attempt, clientOf: ClientOf): Promise<void> {
  await desk.turn();
  const kept = Kept.parse(JSON.parse(job.body));
  const said = hearAgain(kept, desk.sealed.open);
  // It was meant for us when it was kept; and what words do to the reader must not keep their writer from being told.
  const before = job.reference === null ? said && (await meantForUs(desk, said)) : said;
  if (before === null) return;
  const heard = { ...before, place: { ...before.place, triggerId: null } }; // it opens nothing any more
  const client = await clientOf(kept.from);
  const errand = await errandFor(desk, heard, client, attempt);
  if (job.reference !== null) return tell(errand, problemText(gaveUp(job.reference)));
  if (!isRepeatable(heard.intent, errand.asker)) return tell(errand, problemText(INTERRUPTED));
  errand.marks.lookFirst(client, errand.place, job.at, desk.log);
  if (isSubmission(heard)) await answerSubmissionLeft(desk, { submission: heard, errand });
  else await answerNew(desk, heard, async () => errand);
}
