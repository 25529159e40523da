import { InteractionType, type REST } from "discord.js";
import type { Conversation } from "../../app/conversation.ts";
import type { Attempt } from "../../app/delivery/attempt.ts";
import type { LifeCycle } from "../../app/delivery/life-cycle.ts";
import { claimAll, clickReceipts } from "../../app/delivery/receipts.ts";
import type { Gathered } from "../../app/gathered.ts";
import type { Receipts } from "../../app/ports/job-queue.ts";
import type { Log } from "../../app/ports/process.ts";
import { isForChannel } from "../../app/verbs/intents.ts";
import { FOLLOW_UP_FORM } from "../../cards/follow-up-form.ts";
import { ask } from "./ask.ts";
import type { Delivery } from "./deliver.ts";
import { problemMessage } from "./errors.ts";
import { type Exchange, exchange, type FirstResponse, FOR_ASKER } from "./exchange.ts";
import type { Interaction } from "./interaction.ts";
import { type Parsed, parse } from "./parse.ts";
import { askerOf } from "./place.ts";
import { renderForm, withAnswers } from "./render/form.ts";
import { note } from "./render/message.ts";
import type { PicturePool } from "./render/picture-pool.ts";
import { requestOf, typedBefore } from "./request.ts";
import { clickOf, incomingOf, workOf } from "./stored-event.ts";
import { suggest } from "./suggest.ts";
import type { TypedForms } from "./typed.ts";

export interface Answering {
  conversation: Conversation;
  receipts: Receipts;
  rest: REST;
  pool: PicturePool;
  redrawn: Gathered;
  log: Log;
  typed: TypedForms;
}

/** Answers one interaction, whatever it is and however it came. Never throws. */
export async function answerInteraction(
  interaction: Interaction,
  first: FirstResponse,
  cycle: LifeCycle,
  parts: Answering,
): Promise<void> {
  const incoming = incomingOf(interaction);
  if (incoming === null) return parts.log.warn({}, "discord sent an interaction that nobody made");
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return suggest(interaction, first, parts);
  const begun = (keep: (thinksPrivately: boolean) => Promise<void>) => exchange(interaction, parts.rest, first, keep);
  await cycle.answerFirst(incoming, {
    patienceMs: null, // what the first response may be decides when it is due, see `ask`
    acknowledge: async () => {},
    ignore: () => begun(async () => {}).acknowledge(),
    pending(attempt) {
      const current = begun((thinksPrivately) => attempt.keep(workOf(interaction, thinksPrivately)));
      return {
        answer: () => answerOnce(delivery(interaction, current, attempt, parts), parts),
        tell: async (problem) => void (await current.say(problemMessage(problem), FOR_ASKER)),
      };
    },
  });
}

/** Of two presses of Share, the second may come to another process, or after the first was answered: all would see it. */
async function answerOnce(to: Delivery, { receipts, typed }: Answering): Promise<void> {
  const { interaction, asker, exchange } = to;
  const parsed = parse(interaction);
  const isShare = parsed.kind === "ask" && isForChannel(parsed.intent);
  const click = clickReceipts(clickOf(interaction) ?? interaction.id, Date.now() / 1_000);
  if (isShare && !(await claimAll(receipts, { tenant: asker.tenant, receipts: click }))) return exchange.acknowledge();
  await answerTo(parsed, to, typed);
}

export function delivery(
  interaction: Interaction,
  exchange: Exchange,
  attempt: Attempt,
  { conversation, rest, pool, redrawn, log }: Answering,
): Delivery {
  const asker = askerOf(interaction);
  if (asker === null) throw new Error("an interaction that nobody made");
  return { interaction, asker, exchange, attempt, conversation, rest, pool, redrawn, log };
}

export async function answerTo(parsed: Parsed, to: Delivery, forms: TypedForms): Promise<void> {
  const { interaction, asker, exchange } = to;
  const typed = typedBefore(parsed, asker.person.id, forms);
  switch (parsed.kind) {
    case "outdated":
      await exchange.say(note("This is from an earlier version of me. Ask again with `/k8s-advise`."), FOR_ASKER);
      return;
    case "follow-up-form":
      return exchange.modal(renderForm(FOLLOW_UP_FORM, 0, { estimateId: parsed.estimateId, key: "" }));
    case "fix": {
      const { step, estimateId, key } = parsed.control;
      if (typed === null || !exchange.isOpen()) break;
      return exchange.modal(renderForm(withAnswers(typed.form, typed.answers), step, { estimateId, key }));
    }
  }
  await ask(requestOf(parsed, interaction, typed, to.rest.options.api), to, forms);
}
