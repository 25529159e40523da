import {
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type REST,
  RESTJSONErrorCodes,
} from "discord.js";
import type { Interaction } from "./interaction.ts";
import { isCode, isRefusal } from "./refusals.ts";
import { ephemeral, forEdit, type Message, note } from "./render/message.ts";
import { type Webhook, webhook } from "./webhook.ts";

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

/** As a new message that the asker alone sees. */
export const FOR_ASKER: Way = { replace: false, private: true };

/** One interaction being answered, in the order Discord allows: one first response, then edits and follow-ups. */
export interface Exchange {
  /** Whether nothing was answered yet, so that a modal may be. */
  isOpen(): boolean;
  modal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Says that an answer is being worked on, and sees to it that it will come; of no effect once anything was answered. */
  defer(): Promise<void>;
  /** Takes note of what is answered elsewhere, such as the first click of two. */
  acknowledge(): Promise<void>;
  /** Gives the id of the message, or null where Discord does not tell. */
  say(message: Message, way: Way): Promise<string | null>;
}

type State = "open" | "thinking" | "acknowledged" | "answered";

/** An exchange and how far it is. */
interface OpenExchange {
  readonly interaction: Interaction;
  readonly first: FirstResponse;
  readonly hook: Webhook;
  /** Keeps the interaction: what is deferred is answered even when this process dies. */
  readonly keep: (thinksPrivately: boolean) => Promise<void>;
  state: State;
  thinksPrivately: boolean; // fixed by the deferral: its first message is seen by the same people
}

const GONE = [RESTJSONErrorCodes.UnknownInteraction, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged];

/** An exchange at its start. `keep` resolves once another process could go on; nothing is deferred before. */
export const exchange = (
  interaction: Interaction,
  rest: REST,
  first: FirstResponse,
  keep: (thinksPrivately: boolean) => Promise<void>,
): Exchange =>
  exchangeOf({ interaction, first, hook: webhook(interaction, rest), keep, state: "open", thinksPrivately: false });

/** An exchange that another process deferred, from there on. */
export const resumedExchange = (interaction: Interaction, rest: REST, thinksPrivately: boolean): Exchange =>
  exchangeOf({
    interaction,
    first: { takesFiles: true, send: () => Promise.reject(new Error("the first response was sent before")) },
    hook: webhook(interaction, rest),
    keep: async () => undefined, // it is kept already
    state: interaction.message === undefined ? "thinking" : "acknowledged",
    thinksPrivately,
  });

const exchangeOf = (current: OpenExchange): Exchange => ({
  isOpen: () => current.state === "open",
  modal: (data) => respond(current, "answered", { type: InteractionResponseType.Modal, data }),
  defer: () => defer(current, true),
  acknowledge: () => acknowledge(current, true),
  say: (message, way) => say(current, way.private ? ephemeral(message) : message, way),
});

async function respond(
  current: OpenExchange,
  next: State,
  response: APIInteractionResponse,
  files: RawFile[] = [],
): Promise<void> {
  current.state = next; // before it is sent, so that nothing else goes first
  try {
    await current.first.send(response, files);
  } catch (error) {
    if (isRefusal(error) && !isCode(error, ...GONE)) current.state = "open"; // it was not taken: another may be
    throw error;
  }
}

async function defer(current: OpenExchange, isPrivate: boolean): Promise<void> {
  if (current.state !== "open") return;
  await current.keep(isPrivate);
  await acknowledge(current, isPrivate);
}

async function acknowledge(current: OpenExchange, isPrivate: boolean): Promise<void> {
  if (current.state !== "open") return;
  if (current.interaction.message !== undefined)
    return respond(current, "acknowledged", { type: InteractionResponseType.DeferredMessageUpdate });
  current.thinksPrivately = isPrivate;
  const data = isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
  await respond(current, "thinking", { type: InteractionResponseType.DeferredChannelMessageWithSource, data });
}

async function say(
  current: OpenExchange,
  message: Message,
  { replace, private: isPrivate }: Way,
): Promise<string | null> {
  if (message.files.length > 0 && !current.first.takesFiles) await defer(current, isPrivate);
  if (!replace) return add(current, message);
  try {
    await replaceWith(current, message);
    return null;
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
    return add(current, message); // somebody deleted it in the meantime
  }
}

async function replaceWith(current: OpenExchange, message: Message): Promise<void> {
  if (current.state !== "open") return void (await current.hook.edit(message));
  const response = { type: InteractionResponseType.UpdateMessage as const, data: forEdit(message.body) };
  await respond(current, "answered", response, message.files);
}

async function add(current: OpenExchange, message: Message): Promise<string | null> {
  const { state, hook, thinksPrivately } = current;
  if (state === "open") {
    const response = { type: InteractionResponseType.ChannelMessageWithSource as const, data: message.body };
    await respond(current, "answered", response, message.files);
    return null;
  }
  current.state = "answered";
  if (state !== "thinking") return hook.followUp(message);
  if ((message.body.flags & MessageFlags.Ephemeral) !== 0 || !thinksPrivately) return hook.edit(message);
  await hook.edit(note("-# Answered below, for everybody."));
  return hook.followUp(message);
}
