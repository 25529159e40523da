import { setTimeout as sleep } from "node:timers/promises";
import {
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import { z } from "zod";
import type { Interaction } from "./interaction.ts";
import { ephemeral, type Message, note } from "./message.ts";
import { isCode, isRefusal } from "./refusals.ts";

/** Sends an interaction's first response, the way it came. Over HTTP it is the response body, which takes no files. */
export interface FirstResponse {
  takesFiles: boolean;
  send(response: APIInteractionResponse, files: RawFile[]): Promise<void>;
}

/** How a message answers: in place of the one that was pressed, or as a new one; for the asker alone, or for all. */
export interface Way {
  replace: boolean;
  private: boolean;
}

/** One interaction being answered, in the order Discord allows: one first response, then edits and follow-ups. */
export interface Exchange {
  /** Whether nothing was answered yet, so that a modal may be. */
  isOpen(): boolean;
  complete(choices: APICommandAutocompleteInteractionResponseCallbackData): Promise<void>;
  modal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Says that an answer is being worked on; of no effect once anything was answered. */
  defer(): Promise<void>;
  /** Gives the id of the message, or null where Discord does not tell. */
  say(message: Message, way: Way): Promise<string | null>;
}

type State = "open" | "thinking" | "acknowledged" | "answered";
const Sent = z.object({ id: z.string() });
const GONE = [RESTJSONErrorCodes.UnknownInteraction, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged];
const RETRIES_MS = [100, 200, 400, 800]; // until Discord has taken in a response it got over HTTP

export function exchange(interaction: Interaction, rest: REST, first: FirstResponse): Exchange {
  let state: State = "open";
  let thinksPrivately = false; // fixed by the deferral: its first message is seen by the same people
  const hook = Routes.webhook(interaction.application_id, interaction.token);
  const original = Routes.webhookMessage(interaction.application_id, interaction.token, "@original");

  async function respond(next: State, response: APIInteractionResponse, files: RawFile[] = []): Promise<void> {
    state = next; // before it is sent, so that nothing else goes first
    try {
      await first.send(response, files);
    } catch (error) {
      if (isRefusal(error) && !isCode(error, ...GONE)) state = "open"; // it was not taken: another may be
      throw error;
    }
  }
  const edit = ({ body, files }: Message) =>
    patiently(() => rest.patch(original, { body: forEdit(body), files, auth: false }));
  const followUp = ({ body, files }: Message) => patiently(() => rest.post(hook, { body, files, auth: false }));

  async function defer(isPrivate = true): Promise<void> {
    if (state !== "open") return;
    if (interaction.message !== undefined)
      return respond("acknowledged", { type: InteractionResponseType.DeferredMessageUpdate });
    thinksPrivately = isPrivate;
    const data = isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
    await respond("thinking", { type: InteractionResponseType.DeferredChannelMessageWithSource, data });
  }

  async function replace(message: Message): Promise<null> {
    if (state === "open")
      await respond(
        "answered",
        { type: InteractionResponseType.UpdateMessage, data: forEdit(message.body) },
        message.files,
      );
    else await edit(message);
    return null;
  }

  async function add(message: Message): Promise<string | null> {
    if (state === "open") {
      await respond(
        "answered",
        { type: InteractionResponseType.ChannelMessageWithSource, data: message.body },
        message.files,
      );
      return null;
    }
    const wasThinking = state === "thinking";
    state = "answered";
    if (wasThinking && (message.body.flags & MessageFlags.Ephemeral) === 0 && thinksPrivately) {
      await edit(note("-# Answered below, for everybody."));
      return Sent.parse(await followUp(message)).id;
    }
    return Sent.parse(await (wasThinking ? edit(message) : followUp(message))).id;
  }

  return {
    isOpen: () => state === "open",
    complete: (data) =>
      respond("answered", { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data }),
    modal: (data) => respond("answered", { type: InteractionResponseType.Modal, data }),
    defer,
    say: async (message, way) => {
      const shown = way.private ? ephemeral(message) : message;
      if (message.files.length > 0 && !first.takesFiles) await defer(way.private);
      if (!way.replace) return add(shown);
      try {
        return await replace(shown);
      } catch (error) {
        if (!isCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
        return add(shown); // somebody deleted it in the meantime
      }
    },
  };
}

/** An edit may not touch who sees a message. */
const forEdit = (body: Message["body"]): Message["body"] => ({ ...body, flags: body.flags & ~MessageFlags.Ephemeral });

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
