import type { REST } from "discord.js";
import type { Inbox, Log, Unanswered } from "../../app/ports.ts";
import type { Answerer } from "./answer.ts";
import { resumedExchange } from "./exchange.ts";
import { forget, readKept } from "./keeping.ts";
import { TOKEN_MS } from "./limits.ts";
import { webhook } from "./webhook.ts";

interface Parts {
  inbox: Inbox;
  rest: REST;
  answerer: Answerer;
  log: Log;
}

/** Answers what a process that died had deferred, one after the other: the order may matter. Never throws. */
export async function answerLeft(left: Unanswered[], parts: Parts): Promise<void> {
  let dropped = 0;
  for (const each of left) {
    const ageMs = Date.now() - Date.parse(each.at);
    if (ageMs > TOKEN_MS || !(await goOn(each.body, ageMs, parts))) dropped += 1;
    await forget(parts.inbox, parts.log, each);
  }
  if (dropped > 0) parts.log.warn({ count: dropped }, "discord takes no answer any more to what was left unanswered");
}

/** False where there is nobody to answer: unread, or its deferral never reached Discord, which told the asker so. */
async function goOn(body: string, ageMs: number, { rest, answerer }: Parts): Promise<boolean> {
  const kept = readKept(body);
  if (kept === null || !(await webhook(kept.interaction, rest).isOpen())) return false;
  const { interaction, thinksPrivately } = kept;
  await answerer.goOn(interaction, resumedExchange(interaction, rest, thinksPrivately), ageMs);
  return true;
}
