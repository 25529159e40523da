import { setTimeout as sleep } from "node:timers/promises";
import { type REST, RESTJSONErrorCodes, Routes } from "discord.js";
import { z } from "zod";
import type { Interaction } from "./interaction.ts";
import { isCode } from "./refusals.ts";
import { forEdit, type Message } from "./render/message.ts";

/** What an interaction's token opens once there was a first response. */
export interface Webhook {
  /** Changes the first response, or gives it after a deferral; the same twice is once. Gives the id of the message. */
  edit(message: Message): Promise<string>;
  /** Adds a message and gives its id. Discord has no nonce here: the same twice is twice. */
  followUp(message: Message): Promise<string>;
  /** Whether Discord takes anything: there was a first response, and not too long ago. */
  isOpen(): Promise<boolean>;
}

const Sent = z.object({ id: z.string() });
const RETRIES_MS = [100, 200, 400, 800]; // until Discord has taken in a response it got over HTTP
const SHUT = [
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

export function webhook({ application_id, token }: Interaction, rest: REST): Webhook {
  const hook = Routes.webhook(application_id, token);
  const original = Routes.webhookMessage(application_id, token, "@original");
  const sent = async (send: () => Promise<unknown>) => Sent.parse(await patiently(send)).id;
  return {
    edit: ({ body, files }) => sent(() => rest.patch(original, { body: forEdit(body), files, auth: false })),
    followUp: ({ body, files }) => sent(() => rest.post(hook, { body, files, auth: false })),
    isOpen: () =>
      rest.get(original, { auth: false }).then(
        () => true,
        (error: unknown) => !isCode(error, ...SHUT),
      ),
  };
}

async function patiently<Result>(send: () => Promise<Result>): Promise<Result> {
  for (const wait of RETRIES_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isCode(error, RESTJSONErrorCodes.UnknownWebhook)) throw error;
      await sleep(wait);
    }
  }
  return send();
}
