import type { Unanswered } from "../../app/ports.ts";
import { isRepeatable } from "../../app/repeatable.ts";
import { answerNew } from "./answer.ts";
import { tell } from "./deliver.ts";
import { type Desk, errandFor } from "./desk.ts";
import { hearAgain, Kept } from "./keep.ts";
import { meantForUs } from "./overheard.ts";
import { isSubmission } from "./parse-submission.ts";
import { answerSubmissionLeft } from "./submissions.ts";
import { inWords } from "./trouble.ts";
import type { Client } from "./web.ts";

const ANSWERABLE_MS = 30 * 60_000; // as long as Slack takes answers. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
const INTERRUPTED =
  "I was restarted before I could answer you. Please look whether it was done, and ask again if it was not.";

/**
 * Answers what a process that died had acknowledged, one after the other: there may be much of it, and people ask new things
 * meanwhile. What nobody waits for any more it lets go. Never throws.
 */
export async function answerAllLeft(
  desk: Desk,
  left: Unanswered[],
  clientOf: (from: Kept["from"]) => Promise<Client>,
): Promise<void> {
  for (const each of left) await answerLeft(desk, each, clientOf);
}

async function answerLeft(
  desk: Desk,
  { tenant, key, body, at }: Unanswered,
  clientOf: (from: Kept["from"]) => Promise<Client>,
): Promise<void> {
  try {
    if (Date.now() - Date.parse(at) > ANSWERABLE_MS) desk.log.warn({ at }, "nobody waits for this answer any more");
    else await answerAgain(desk, Kept.parse(JSON.parse(body)), at, clientOf);
    await desk.inbox.done(tenant, key);
  } catch (error) {
    inWords(error, desk.log);
  }
}

async function answerAgain(
  desk: Desk,
  kept: Kept,
  at: string,
  clientOf: (from: Kept["from"]) => Promise<Client>,
): Promise<void> {
  await desk.turn();
  const said = hearAgain(kept, desk.sealed.open);
  const before = said && (await meantForUs(desk, said));
  if (before === null) return;
  const heard = { ...before, place: { ...before.place, triggerId: null } }; // it opens nothing any more
  const client = await clientOf(kept.from);
  const errand = await errandFor(desk, heard, client);
  if (!isRepeatable(heard.intent, errand.asker)) return tell(errand, INTERRUPTED);
  errand.marks.lookFirst(client, errand.place, at, desk.log);
  if (isSubmission(heard)) await answerSubmissionLeft(desk, { submission: heard, errand });
  else await answerNew(desk, heard, async () => errand);
}
