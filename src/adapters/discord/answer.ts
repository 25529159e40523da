import type { REST } from "discord.js";
import type { Conversation } from "../../app/conversation.ts";
import { type Attempt, LeaseLost } from "../../app/delivery/attempt.ts";
import { gaveUp, INTERRUPTED } from "../../app/delivery/errors.ts";
import type { Log, Receipts } from "../../app/ports.ts";
import { clip } from "../../cards/clip.ts";
import { FOLLOW_UP_FORM } from "../../cards/follow-up-form.ts";
import { ask } from "./ask.ts";
import type { Delivery } from "./deliver.ts";
import { errorFields, errorMessage, problemMessage } from "./errors.ts";
import { oneLine } from "./escape.ts";
import { type Exchange, FOR_ASKER } from "./exchange.ts";
import type { Interaction } from "./interaction.ts";
import { MAX_CHOICE_TEXT, MAX_CHOICES } from "./limits.ts";
import { note } from "./message.ts";
import { type Parsed, parse } from "./parse.ts";
import type { PicturePool } from "./picture-pool.ts";
import { askerOf } from "./place.ts";
import { renderForm, withAnswers } from "./render-form.ts";
import { isRepeatable, shareOf } from "./repeatable.ts";
import { requestOf, typedBefore } from "./request.ts";
import type { TypedForms } from "./typed.ts";

export interface Answering {
  conversation: Conversation;
  receipts: Receipts;
  rest: REST;
  pool: PicturePool;
  log: Log;
  typed: TypedForms;
}

/** What fails is said, and logged. @throws what could not be said either, or that another attempt has begun. */
export interface Answerer {
  /** Answers one interaction, whatever it is and however it came. */
  answer(interaction: Interaction, exchange: Exchange, attempt: Attempt): Promise<void>;
  /** Answers what a process deferred that long ago and could not answer. */
  goOn(interaction: Interaction, exchange: Exchange, left: { attempt: Attempt; ageMs: number }): Promise<void>;
  /** Says that it was tried too often. */
  giveUp(exchange: Exchange, reference: string): Promise<void>;
}

const SHARE_ONCE_MS = 10_000; // presses of Share this close together are one

export function answering(parts: Answering): Answerer {
  const busy = new Map<string, Interaction["id"]>();
  async function once(interaction: Interaction, exchange: Exchange, work: () => Promise<void>): Promise<void> {
    const key = doubleClickKey(interaction);
    const first = busy.get(key);
    if (first === interaction.id) return; // the very same, delivered twice
    if (first !== undefined) return lastly(exchange.acknowledge(), parts.log);
    busy.set(key, interaction.id);
    await orSay(exchange, parts.log, work).finally(() => busy.delete(key));
  }
  return {
    answer: (interaction, exchange, attempt) =>
      once(interaction, exchange, () =>
        answer(parse(interaction), delivery(interaction, exchange, attempt, parts), parts),
      ),
    goOn: (interaction, exchange, { attempt, ageMs }) =>
      orSay(exchange, parts.log, () =>
        goOn(parse(interaction), delivery(interaction, exchange, attempt, parts), ageMs, parts),
      ),
    giveUp: async (exchange, reference) => void (await exchange.say(problemMessage(gaveUp(reference)), FOR_ASKER)),
  };
}

/** The work, or what went wrong with it in words. */
async function orSay(exchange: Exchange, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    await lastly(exchange.say(errorMessage(error, log), FOR_ASKER), log);
  }
}

/** The last that can be tried: when it fails too, only the log is left. */
async function lastly(last: Promise<unknown>, log: Log): Promise<void> {
  await last.catch((error: unknown) => {
    log.warn(errorFields(error), "discord took no answer");
    throw error;
  });
}

/** Two presses of one button by one person at the same time are a double click; anything else stands for itself. */
function doubleClickKey({ id, message, data, member, user }: Interaction): string {
  return message === undefined ? id : JSON.stringify([message.id, member?.user.id ?? user?.id, data]);
}

function delivery(
  interaction: Interaction,
  exchange: Exchange,
  attempt: Attempt,
  { conversation, rest, pool, log }: Answering,
): Delivery {
  const asker = askerOf(interaction);
  if (asker === null) throw new Error("an interaction that nobody made");
  return { interaction, asker, exchange, attempt, conversation, rest, pool, log };
}

async function answer(parsed: Parsed, to: Delivery, parts: Answering): Promise<void> {
  const { interaction, asker, exchange } = to;
  if (parsed.kind === "complete") return answerTo(parsed, to, parts.typed);
  if (!(await parts.receipts.claim(asker.tenant, `discord:${interaction.id}`))) return; // answered by whom it came to first
  const shared = shareOf(parsed);
  if (shared !== null && !(await isFirstShare(shared, to, parts.receipts))) return exchange.acknowledge();
  await answerTo(parsed, to, parts.typed);
}

/** Whether nobody pressed that Share a moment ago: people click twice. */
function isFirstShare(estimateId: string, { interaction, asker }: Delivery, receipts: Receipts): Promise<boolean> {
  const window = Math.floor(Date.now() / SHARE_ONCE_MS);
  return receipts.claim(asker.tenant, `discord:share:${interaction.message?.id}:${estimateId}:${window}`);
}

async function goOn(parsed: Parsed, to: Delivery, ageMs: number, { typed }: Answering): Promise<void> {
  if (isRepeatable(parsed, to.interaction, to.asker, ageMs)) return answerTo(parsed, to, typed);
  await to.exchange.say(problemMessage(INTERRUPTED), FOR_ASKER);
}

async function answerTo(parsed: Parsed, to: Delivery, forms: TypedForms): Promise<void> {
  const { interaction, asker, exchange } = to;
  const typed = typedBefore(parsed, asker.person.id, forms);
  switch (parsed.kind) {
    case "complete":
      return complete(parsed.query, to);
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

function complete(query: string, { exchange, conversation }: Delivery): Promise<void> {
  const found = conversation
    .suggestPrices(query, MAX_CHOICES)
    .filter(({ value }) => value !== "" && value.length <= MAX_CHOICE_TEXT);
  const choices = found.map(({ label, value }) => ({ name: clip(oneLine(label) || value, MAX_CHOICE_TEXT), value }));
  return exchange.complete({ choices: choices.slice(0, MAX_CHOICES) });
}
