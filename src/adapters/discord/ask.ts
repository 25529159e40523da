import { setTimeout as sleep } from "node:timers/promises";
import { InteractionType } from "discord.js";
import type { Reply } from "../../app/conversation.ts";
import { customId } from "./custom-id.ts";
import { type Delivery, deliverCard, type Pictures } from "./deliver.ts";
import { escapeLine } from "./escape.ts";
import { FOR_ASKER } from "./exchange.ts";
import { DEFER_AFTER_MS, FORM_DEADLINE_MS } from "./limits.ts";
import { isEphemeral } from "./place.ts";
import { redraw } from "./redraw.ts";
import { button } from "./render/actions.ts";
import { faultsMessage } from "./render/faults.ts";
import { renderForm, withAnswers } from "./render/form.ts";
import { note } from "./render/message.ts";
import type { Request } from "./request.ts";
import type { TypedForms } from "./typed.ts";

interface Prepared {
  reply: Reply;
  pictures: Pictures;
}

/** Asks the conversation and delivers its answer; says that it is working on it where that takes long. */
export async function ask(request: Request, to: Delivery, typed: TypedForms): Promise<void> {
  const work = prepare(request, to);
  const late = await Promise.race([
    work.then(() => false),
    sleep(request.mayBeForm ? FORM_DEADLINE_MS : DEFER_AFTER_MS, true, { ref: false }),
  ]);
  if (late) await to.exchange.defer();
  const { reply, pictures } = await work;
  switch (reply.kind) {
    case "card":
      if (reply.changesShared) void redraw(to, to.asker); // nobody waits for it
      return deliverCard(to, reply, pictures, isOverFaults(request, to));
    case "form":
      return deliverForm(request, to, reply);
    case "faults":
      return deliverFaults(request, to, reply, typed);
  }
}

async function prepare(request: Request, { conversation, asker, pool }: Delivery): Promise<Prepared> {
  const reply = await conversation.handle(await request.intent(), asker);
  return { reply, pictures: reply.kind === "card" ? await pool.draw(reply.card) : new Map() };
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
