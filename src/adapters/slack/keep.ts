import { z } from "zod";
import type { Work } from "../../app/ports.ts";
import type { Desk } from "./desk.ts";
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

/**
 * Resolves once it would outlive this process: true for who comes first with it. Whoever keeps it says `done` when it is
 * answered.
 */
export const take = ({ inbox }: Desk, heard: Heard, kept: Kept): Promise<boolean> =>
  inbox.take(tenantOf(heard.place), workOf(heard, kept), heard.receipts);

/** The same for what was claimed already. */
export const keep = ({ inbox }: Desk, heard: Heard, kept: Kept): Promise<void> =>
  inbox.keep(tenantOf(heard.place), workOf(heard, kept));

const workOf = ({ place, receipts: [key] }: Heard, kept: Kept): Work => ({
  key,
  personId: place.userId,
  body: JSON.stringify(kept),
});

export const done = ({ inbox }: Desk, { place, receipts: [key] }: Heard): Promise<void> =>
  inbox.done(tenantOf(place), key);
