import { setTimeout as sleep } from "node:timers/promises";
import { InteractionType, type REST } from "discord.js";
import type { Conversation, Reply } from "../../app/conversation.ts";
import type { Asker, Log, Receipts } from "../../app/ports.ts";
import { clip } from "../../cards/clip.ts";
import { FOLLOW_UP_FORM } from "../../cards/follow-up-form.ts";
import { customId } from "./custom-id.ts";
import { type Delivery, deliverCard, type Pictures } from "./deliver.ts";
import { escapeLine, oneLine } from "./escape.ts";
import type { Exchange } from "./exchange.ts";
import type { Interaction } from "./interaction.ts";
import { DEFER_AFTER_MS, FORM_DEADLINE_MS, MAX_CHOICE_TEXT, MAX_CHOICES } from "./limits.ts";
import { note } from "./message.ts";
import { type Parsed, parse } from "./parse.ts";
import { askerOf, isEphemeral } from "./place.ts";
import { drawPictures } from "./png.ts";
import { errorFields, faultsMessage, problem } from "./problems.ts";
import { button } from "./render-actions.ts";
import { renderForm, withAnswers } from "./render-form.ts";
import { type Request, requestOf, typedBefore } from "./request.ts";
import type { TypedForms } from "./typed.ts";

export interface Answering {
  conversation: Conversation;
  receipts: Receipts;
  rest: REST;
  log: Log;
  typed: TypedForms;
}

const FOR_ASKER = { replace: false, private: true };
const SHARE_ONCE_MS = 10_000; // presses of Share this close together are one

/** Answers one interaction, whatever it is and however it came. Never throws: what fails is said, and logged. */
export function answering(parts: Answering): (interaction: Interaction, exchange: Exchange) => Promise<void> {
  const busy = new Set<string>();
  return async (interaction, exchange) => {
    const key = doubleClickKey(interaction);
    if (busy.has(key)) return quietly(exchange.defer(), parts.log);
    busy.add(key);
    try {
      await answer(interaction, exchange, parts);
    } catch (error) {
      await quietly(exchange.say(problem(error, parts.log), FOR_ASKER), parts.log);
    } finally {
      busy.delete(key);
    }
  };
}

/** The last that can be tried: when it fails too, only the log is left. */
async function quietly(last: Promise<unknown>, log: Log): Promise<void> {
  await last.catch((error: unknown) => log.warn(errorFields(error), "discord took no answer"));
}

/** Two presses of one button by one person at the same time are a double click; anything else stands for itself. */
function doubleClickKey({ id, message, data, member, user }: Interaction): string {
  return message === undefined ? id : JSON.stringify([message.id, member?.user.id ?? user?.id, data]);
}

async function answer(interaction: Interaction, exchange: Exchange, parts: Answering): Promise<void> {
  const parsed = parse(interaction);
  if (parsed.kind === "complete") return complete(parsed.query, exchange, parts.conversation);
  const asker = askerOf(interaction);
  if (asker === null) throw new Error("an interaction that nobody made");
  if (!(await isNew(parsed, interaction, asker, parts.receipts))) return exchange.defer();
  const typed = typedBefore(parsed, asker.person.id, parts.typed);
  if (parsed.kind === "outdated") {
    await exchange.say(note("This is from an earlier version of me. Ask again with `/k8s-advise`."), FOR_ASKER);
  } else if (parsed.kind === "follow-up-form") {
    await exchange.modal(renderForm(FOLLOW_UP_FORM, 0, { estimateId: parsed.estimateId, key: "" }));
  } else if (parsed.kind === "fix" && typed !== null) {
    const { step, estimateId, key } = parsed.control;
    await exchange.modal(renderForm(withAnswers(typed.form, typed.answers), step, { estimateId, key }));
  } else {
    await ask(requestOf(parsed, interaction, typed), { interaction, asker, exchange, ...parts }, parts.typed);
  }
}

function complete(query: string, exchange: Exchange, conversation: Conversation): Promise<void> {
  const found = conversation
    .suggestPrices(query, MAX_CHOICES)
    .filter(({ value }) => value !== "" && value.length <= MAX_CHOICE_TEXT);
  const choices = found.map(({ label, value }) => ({ name: clip(oneLine(label) || value, MAX_CHOICE_TEXT), value }));
  return exchange.complete({ choices: choices.slice(0, MAX_CHOICES) });
}

/** Whether this is the first time we see it: Discord may deliver twice, and people click twice. */
async function isNew(
  parsed: Parsed,
  { id, message }: Interaction,
  { tenant }: Asker,
  receipts: Receipts,
): Promise<boolean> {
  if (!(await receipts.claim(tenant, `discord:${id}`))) return false;
  if (parsed.kind !== "ask" || parsed.intent.kind !== "press" || parsed.intent.action !== "share") return true;
  const window = Math.floor(Date.now() / SHARE_ONCE_MS);
  return receipts.claim(tenant, `discord:share:${message?.id}:${parsed.intent.estimateId}:${window}`);
}

interface Prepared {
  reply: Reply;
  pictures: Pictures;
}

async function ask(request: Request, to: Delivery, typed: TypedForms): Promise<void> {
  const work = prepare(request, to);
  const late = await Promise.race([
    work.then(() => false),
    sleep(request.mayBeForm ? FORM_DEADLINE_MS : DEFER_AFTER_MS, true, { ref: false }),
  ]);
  if (late) await to.exchange.defer();
  const { reply, pictures } = await work;
  switch (reply.kind) {
    case "card":
      return deliverCard(to, reply, pictures, isOverFaults(request, to));
    case "form":
      return deliverForm(request, to, reply);
    case "faults":
      return deliverFaults(request, to, reply, typed);
  }
}

async function prepare(request: Request, { conversation, asker, log }: Delivery): Promise<Prepared> {
  const reply = await conversation.handle(await request.intent(), asker);
  return { reply, pictures: reply.kind === "card" ? await drawPictures(reply.card, log) : new Map() };
}

/** Whether the answer may take the place of the faults that were just put right. */
const isOverFaults = ({ sent }: Request, { interaction: { message } }: Delivery) =>
  sent !== null && sent.key !== "" && message !== undefined && isEphemeral(message);

/** A modal if one may still be shown: it cannot follow a deferral, nor another modal. Otherwise a button that opens it. */
async function deliverForm(
  request: Request,
  { exchange, interaction }: Delivery,
  reply: Extract<Reply, { kind: "form" }>,
): Promise<void> {
  const { form, estimateId } = reply;
  const { step } = request;
  if (exchange.isOpen() && interaction.type !== InteractionType.ModalSubmit)
    return exchange.modal(renderForm(withAnswers(form, request.overlay), step, { estimateId, key: "" }));
  const open = button("Open the form", customId({ kind: "open", form: form.name, step, estimateId }), "primary");
  await exchange.say(note(`**${escapeLine(form.title)}**: the form is ready.`, open), FOR_ASKER);
}

async function deliverFaults(
  request: Request,
  to: Delivery,
  reply: Extract<Reply, { kind: "faults" }>,
  typed: TypedForms,
): Promise<void> {
  const { form, faults, estimateId } = reply;
  const answers = request.sent?.answers ?? {};
  const key = typed.keep({ personId: to.asker.person.id, form, answers });
  const said = faultsMessage(form, faults, { answers, step: request.step, estimateId, key });
  await to.exchange.say(said, { replace: isOverFaults(request, to), private: true });
}
