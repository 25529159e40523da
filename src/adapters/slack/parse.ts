import { z } from "zod";
import type { Intent } from "../../app/conversation.ts";
import { clickReceipts } from "../../app/delivery/receipts.ts";
import { VERBS } from "../../app/verbs/table.ts";
import { ACTION_NAMES } from "../../cards/card.ts";
import { typed } from "./escape.ts";
import { pressedAction } from "./render/actions.ts";
import { placeOf, type SlackRequest } from "./request.ts";

const Id = z.string().min(1);

/** The parts every interaction has. https://docs.slack.dev/reference/interaction-payloads */
export const Interaction = z.object({
  team: z.object({ id: Id }).nullable(), // null where the app is installed for a whole organisation
  enterprise: z.object({ id: Id }).nullish(),
  user: z.object({ id: Id, name: z.string().optional() }),
  trigger_id: Id,
});

/** Whose it is, from an interaction: the workspace, or the organisation where there is none. */
export function placeOfInteraction(body: z.infer<typeof Interaction>): SlackRequest["place"] {
  return {
    ...placeOf(body.team?.id ?? body.enterprise?.id ?? "", body.user.id),
    userName: body.user.name ?? null,
    triggerId: body.trigger_id,
  };
}

const Command = z.object({
  command: z.string(),
  text: z.string().default(""),
  team_id: Id,
  user_id: Id,
  user_name: z.string().optional(),
  channel_id: Id,
  response_url: z.url(),
  trigger_id: Id,
});

/** `/k8s-advise` and `/k8s-price`. https://docs.slack.dev/interactivity/implementing-slash-commands */
export function parseCommand(body: unknown): SlackRequest {
  const command = Command.parse(body);
  const text = typed(command.text);
  return {
    intent: commandIntent(command.command, text),
    place: {
      ...placeOf(command.team_id, command.user_id),
      userName: command.user_name ?? null,
      channelId: command.channel_id,
      responseUrl: command.response_url,
      triggerId: command.trigger_id,
    },
    receipts: [`command:${command.trigger_id}`],
    click: null,
    addressed: true,
    retry: null,
  };
}

function commandIntent(command: string, text: string): Intent {
  if (command.endsWith("price")) return { kind: "price", text };
  return text === "" ? { kind: "open-form", text: null, estimateId: null } : { kind: "command", text };
}

const Chosen = z.object({ selected_option: z.object({ value: z.string() }).nullish(), value: z.string().optional() });
const Press = Interaction.extend({
  response_url: z.url().optional(),
  channel: z.object({ id: Id }).optional(),
  message: z.object({ thread_ts: Id.optional() }).optional(),
  container: z.object({
    type: z.string(),
    message_ts: Id.optional(),
    thread_ts: Id.optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  actions: z.tuple([Chosen.extend({ action_id: Id, action_ts: Id })]),
});

/** A button or a menu of a card; null for one that is not ours. https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function parsePress(body: unknown): SlackRequest | null {
  const press = Press.parse(body);
  const { container } = press;
  const [action] = press.actions;
  const value = action.selected_option?.value ?? action.value ?? null;
  const messageTs = container.message_ts ?? null;
  const threadTs = container.thread_ts ?? press.message?.thread_ts ?? null;
  const isRoot = !container.is_ephemeral && messageTs !== null && (threadTs ?? messageTs) === messageTs;
  const intent = pressIntent(action.action_id, value, isRoot);
  if (!intent) return null;
  const what = [press.user.id, messageTs ?? "home", action.action_id, value ?? ""].join(":");
  return {
    intent,
    place: {
      ...placeOfInteraction(press),
      channelId: press.channel?.id ?? null,
      threadTs: threadTs ?? (container.is_ephemeral ? null : messageTs),
      messageTs,
      ephemeral: container.is_ephemeral,
      offer: container.is_ephemeral && intent.kind === "press" && VERBS[intent.action].ofOffer === true,
      home: container.type === "view",
      responseUrl: press.response_url ?? null,
    },
    receipts: action.selected_option
      ? [`press:${what}:${action.action_ts}`] // menus know no double click: choosing A, B and A again is meant so
      : clickReceipts(what, Number(action.action_ts)),
    click: action.selected_option ? null : `${placeOfInteraction(press).teamId}:${what}`,
    addressed: true,
    retry: null,
  };
}

function pressIntent(actionId: string, chosen: string | null, posted: boolean): Intent | null {
  const pressed = pressedAction(actionId, chosen);
  const action = ACTION_NAMES.find((name) => name === pressed?.name);
  if (!pressed || !action) return null;
  const { estimateId, value } = pressed;
  return { kind: "press", action, estimateId, value, ...(posted && { posted }) };
}

const Shortcut = Interaction.extend({
  response_url: z.url(),
  channel: z.object({ id: Id }),
  message: z.object({ text: z.string().default("") }),
});

/** "Ask the advisor about this message". https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export function parseShortcut(body: unknown): SlackRequest {
  const shortcut = Shortcut.parse(body);
  return {
    intent: { kind: "open-form", text: typed(shortcut.message.text), estimateId: null },
    place: {
      ...placeOfInteraction(shortcut),
      channelId: shortcut.channel.id,
      responseUrl: shortcut.response_url,
    },
    receipts: [`shortcut:${shortcut.trigger_id}`],
    click: null,
    addressed: true,
    retry: null,
  };
}
