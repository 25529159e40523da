import { z } from "zod";
import type { Receipted } from "../../app/delivery/receipts.ts";
import type { Incoming } from "../../app/delivery/transport.ts";
import { type Heard, tenantOf } from "./heard.ts";
import { hearCommand, hearPress, hearShortcut } from "./parse.ts";
import { hearHome, hearMessage } from "./parse-event.ts";
import { hearSubmission } from "./parse-submission.ts";

/** What Slack sent, as it came, and by whose installation: all that another process needs to answer it. */
export const Kept = z.strictObject({
  kind: z.enum(["command", "press", "shortcut", "submission", "message", "home"]),
  body: z.unknown(),
  from: z.strictObject({
    teamId: z.string().optional(),
    enterpriseId: z.string().optional(),
    isEnterpriseInstall: z.boolean(),
    botUserId: z.string(),
  }),
});
export type Kept = z.infer<typeof Kept>;

/** What Bolt tells of every event beside its body. */
interface Context {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall?: boolean | undefined;
  botUserId?: string | undefined;
}

export function keptOf(kind: Kept["kind"], body: unknown, context: Context): Kept {
  const { teamId, enterpriseId, isEnterpriseInstall = false, botUserId = "" } = context;
  const team = teamId === undefined ? {} : { teamId };
  const enterprise = enterpriseId === undefined ? {} : { enterpriseId };
  return { kind, body, from: { ...team, ...enterprise, isEnterpriseInstall, botUserId } };
}

/** What was heard, as it was heard first; null for what is not ours any more. */
export function hearAgain({ kind, body, from }: Kept, openReply: (sealed: string) => string | null): Heard | null {
  switch (kind) {
    case "command":
      return hearCommand(body);
    case "press":
      return hearPress(body);
    case "shortcut":
      return hearShortcut(body);
    case "submission":
      return hearSubmission(body, openReply);
    case "message":
      return hearMessage(body, from.botUserId, 0);
    case "home":
      return hearHome(body);
  }
}

/** What was heard, as the life cycle of its answer takes it. */
export const incomingOf = (heard: Heard, kept: Kept): Incoming => ({
  ...receiptedOf(heard),
  personId: heard.place.userId,
  click: heard.click,
  body: JSON.stringify(kept),
});

/** A vote counted again is still one vote. */
export const receiptedOf = ({ intent, place, receipts, retry }: Heard): Receipted => ({
  tenant: tenantOf(place),
  receipts,
  retry,
  mayRepeat: intent.kind === "press" && (intent.action === "vote" || intent.action === "withdraw-vote"),
});
