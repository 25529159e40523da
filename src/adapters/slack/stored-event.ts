import { z } from "zod";
import type { Receipted } from "../../app/delivery/receipts.ts";
import type { Incoming } from "../../app/delivery/transport.ts";
import { parseCommand, parsePress, parseShortcut } from "./parse.ts";
import { parseHome, parseMessage } from "./parse-event.ts";
import { parseSubmission } from "./parse-submission.ts";
import { type SlackRequest, tenantOf } from "./request.ts";

/** What Slack sent, as it came, and by whose installation: all that another process needs to answer it. */
export const StoredEvent = z.strictObject({
  kind: z.enum(["command", "press", "shortcut", "submission", "message", "home"]),
  body: z.unknown(),
  from: z.strictObject({
    teamId: z.string().optional(),
    enterpriseId: z.string().optional(),
    isEnterpriseInstall: z.boolean(),
    botUserId: z.string(),
  }),
});
export type StoredEvent = z.infer<typeof StoredEvent>;

/** What Bolt tells of every event beside its body. */
interface Context {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall?: boolean | undefined;
  botUserId?: string | undefined;
}

export function storedEvent(kind: StoredEvent["kind"], body: unknown, context: Context): StoredEvent {
  const { teamId, enterpriseId, isEnterpriseInstall = false, botUserId = "" } = context;
  const team = teamId === undefined ? {} : { teamId };
  const enterprise = enterpriseId === undefined ? {} : { enterpriseId };
  return { kind, body, from: { ...team, ...enterprise, isEnterpriseInstall, botUserId } };
}

/** The request as it was parsed first; null for what is not ours any more. */
export function parseStored(
  { kind, body, from }: StoredEvent,
  openReply: (sealed: string) => string | null,
): SlackRequest | null {
  switch (kind) {
    case "command":
      return parseCommand(body);
    case "press":
      return parsePress(body);
    case "shortcut":
      return parseShortcut(body);
    case "submission":
      return parseSubmission(body, openReply);
    case "message":
      return parseMessage(body, from.botUserId, 0);
    case "home":
      return parseHome(body);
  }
}

/** A request as the life cycle of its answer takes it. */
export const incomingOf = (request: SlackRequest, event: StoredEvent): Incoming => ({
  ...receiptedOf(request),
  personId: request.place.userId,
  click: request.click,
  body: JSON.stringify(event),
});

/** A vote counted again is still one vote. */
export const receiptedOf = ({ intent, place, receipts, retry }: SlackRequest): Receipted => ({
  tenant: tenantOf(place),
  receipts,
  retry,
  mayRepeat: intent.kind === "press" && (intent.action === "vote" || intent.action === "withdraw-vote"),
});
