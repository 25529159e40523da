import type { REST } from "discord.js";
import type { Attempt } from "../../app/delivery/attempt.ts";
import type { Job, JobQueue, Log } from "../../app/ports.ts";
import type { Answerer } from "./answer.ts";
import { resumedExchange } from "./exchange.ts";
import { readKept, repeated } from "./keeping.ts";
import { TOKEN_MS } from "./limits.ts";
import { webhook } from "./webhook.ts";

interface Parts {
  queue: JobQueue;
  rest: REST;
  answerer: Answerer;
  log: Log;
}

/** Another attempt at what was deferred. What Discord takes no answer to any more is let go. Never throws. */
export async function answerJob(job: Job, parts: Parts): Promise<void> {
  const attempt = repeated(parts.queue, parts.log, job);
  await attempt.run(async () => {
    if (job.ageMs > TOKEN_MS || !(await goOn(job, attempt, parts)))
      parts.log.warn({ ageMs: Math.round(job.ageMs) }, "discord takes no answer any more to what was left unanswered");
  });
}

/** False where there is nobody to answer: unread, or its deferral never reached Discord, which told the asker so. */
async function goOn(job: Job, attempt: Attempt, { rest, answerer }: Parts): Promise<boolean> {
  const kept = readKept(job.body);
  if (kept === null || !(await webhook(kept.interaction, rest).isOpen())) return false;
  const { interaction, thinksPrivately } = kept;
  const exchange = resumedExchange(interaction, rest, thinksPrivately);
  if (job.reference === null) await answerer.goOn(interaction, exchange, { attempt, ageMs: job.ageMs });
  else await answerer.giveUp(exchange, job.reference);
  return true;
}
