import { z } from "zod";
import { typed } from "./escape.ts";
import { placeOf, type SlackRequest } from "./request.ts";

const Id = z.string().min(1);
const Envelope = z.object({ team_id: Id, event_id: Id });

const Message = Envelope.extend({
  event: z.object({
    type: z.enum(["message", "app_mention"]),
    channel: Id,
    channel_type: z.string().optional(),
    ts: Id,
    user: Id.optional(),
    text: z.string().default(""),
    thread_ts: Id.optional(),
    parent_user_id: Id.optional(), // who began the thread
    bot_id: Id.optional(),
    subtype: z.string().optional(),
    files: z.array(z.unknown()).default([]),
  }),
});

type Written = z.infer<typeof Message>["event"];

/** What people write with a file, or show in the channel too; other kinds tell of edits, joins and the like. */
const WRITTEN = [undefined, "file_share", "thread_broadcast"];

/** Somebody else, a group, or all who are here are named: https://docs.slack.dev/messaging/formatting-message-text */
const NAMES_PEOPLE = /<[@!]/;

/**
 * Words to the bot, a mention or a direct message; or to nobody, in a thread that it began. Null for all else. A mention
 * comes twice, as both kinds of event, with one receipt. https://docs.slack.dev/reference/events/message
 */
export function parseMessage(body: unknown, botUserId: string, retry: number): SlackRequest | null {
  const { team_id, event } = Message.parse(body);
  if (event.bot_id !== undefined || !WRITTEN.includes(event.subtype) || event.user === undefined) return null;
  const mention = `<@${botUserId}>`;
  const addressed = event.type === "app_mention" || event.channel_type === "im" || event.text.includes(mention);
  if (!addressed && !mayBeToNobody(event, botUserId)) return null;
  const text = typed(event.text.replaceAll(mention, " "));
  if (!addressed && text === "") return null;
  return {
    intent: text === "" ? { kind: "command", text: "help" } : { kind: "follow-up", text, estimateId: null },
    place: {
      ...placeOf(team_id, event.user),
      channelId: event.channel,
      threadTs: event.thread_ts ?? null,
      saidTs: addressed && event.channel_type !== "im" && !event.channel.startsWith("D") ? event.ts : null,
    },
    receipts: [`message:${event.channel}:${event.ts}`],
    click: null,
    addressed,
    retry,
  };
}

/**
 * Whether it may be in a card's thread and meant for no colleague. The conversation knows for sure whose thread it is; this
 * spares it all the threads that somebody else began. What brings a file says more than its words.
 */
function mayBeToNobody({ thread_ts, parent_user_id, text, files }: Written, botUserId: string): boolean {
  const isOurThread = thread_ts !== undefined && (parent_user_id ?? botUserId) === botUserId;
  return isOurThread && files.length === 0 && !NAMES_PEOPLE.test(text);
}

const HomeOpened = Envelope.extend({ event: z.object({ user: Id, tab: z.string().optional() }) });

/** Somebody opened the app's Home tab; null for its other tabs. https://docs.slack.dev/reference/events/app_home_opened */
export function parseHome(body: unknown): SlackRequest | null {
  const { team_id, event_id, event } = HomeOpened.parse(body);
  if (event.tab !== undefined && event.tab !== "home") return null;
  return {
    intent: { kind: "home", before: null },
    place: { ...placeOf(team_id, event.user), home: true },
    receipts: [`home:${event_id}`],
    click: null,
    addressed: true,
    retry: null,
  };
}

const Revoked = z.object({
  team_id: Id,
  enterprise_id: Id.nullish(),
  is_enterprise_install: z.boolean().default(false),
  event: z.object({ type: z.string(), tokens: z.object({ bot: z.array(z.string()).default([]) }).optional() }),
});

/**
 * The key of the installation that ended, and the ids that its workspaces go by here; null while the bot's own token stands.
 * https://docs.slack.dev/reference/events/app_uninstalled, https://docs.slack.dev/reference/events/tokens_revoked
 */
export function endedInstallation(body: unknown): { key: string; workspaces: string[] } | null {
  const { event, ...from } = Revoked.parse(body);
  if (event.type === "tokens_revoked" && event.tokens?.bot.length === 0) return null;
  const key = from.is_enterprise_install ? (from.enterprise_id ?? from.team_id) : from.team_id;
  return { key, workspaces: [...new Set([key, from.team_id])] };
}
