import type { Attempt } from "../../app/delivery/attempt.ts";
import type { PendingAnswer, Transport } from "../../app/delivery/transport.ts";
import type { Job } from "../../app/ports/job-queue.ts";
import { type Answering, answerTo, delivery } from "./answer.ts";
import { discordErrors, problemMessage } from "./errors.ts";
import { FOR_ASKER, resumedExchange } from "./exchange.ts";
import type { Interaction } from "./interaction.ts";
import { TOKEN_MS } from "./limits.ts";
import { mayRepeat } from "./may-repeat.ts";
import { pendingMessage } from "./messages.ts";
import { type Parsed, parse } from "./parse.ts";
import { readStored } from "./stored-event.ts";
import { webhook } from "./webhook.ts";

/** Discord, as the life cycle of an answer needs it. */
export const discordTransport = (parts: Answering): Transport => ({
  shell: "discord",
  answerableMs: TOKEN_MS,
  errors: discordErrors,
  reopen: (job, attempt) => reopened(job, attempt, parts),
});

/** Null where there is nobody to answer: unread, or its deferral never reached Discord, which told the asker so. */
async function reopened(
  job: Job,
  attempt: Attempt,
  parts: Answering,
): Promise<(PendingAnswer & { mayRepeat: boolean }) | null> {
  const stored = readStored(job.body);
  if (stored === null) return null;
  if ("message" in stored) return { ...pendingMessage(stored.message, attempt, parts), mayRepeat: false }; // words may say anything
  const { interaction, thinksPrivately } = stored;
  if (!(await webhook(interaction, parts.rest).isOpen())) return null;
  const exchange = resumedExchange(interaction, parts.rest, thinksPrivately);
  const to = delivery(interaction, exchange, attempt, parts);
  const parsed = readable(interaction);
  return {
    answer: () => answerTo(parsed, to, parts.typed),
    tell: async (problem) => void (await exchange.say(problemMessage(problem), FOR_ASKER)),
    mayRepeat: mayRepeat(parsed, interaction, to.asker, job.ageMs),
  };
}

/** What it asks of us; as of an earlier version what this one cannot read. */
function readable(interaction: Interaction): Parsed {
  try {
    return parse(interaction);
  } catch {
    return { kind: "outdated" };
  }
}
