import { z } from "zod";
import { Attempt, type Attempting } from "../../app/delivery/attempt.ts";
import type { Job, Work } from "../../app/ports.ts";
import type { Desk } from "./desk.ts";
import { slackErrors } from "./errors.ts";
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

/** Resolves once it would outlive this process: the attempt of who comes first with it, and null for all others. */
export async function enqueue(desk: Desk, heard: Heard, kept: Kept): Promise<Attempt | null> {
  const { place, receipts } = heard;
  const lease = await desk.queue.enqueue(tenantOf(place), { key: receipts[0], ...workOf(heard, kept) }, receipts);
  return lease && new Attempt(attempting(desk), lease, true);
}

/** An attempt at what is not kept yet. */
export const beginning = (desk: Desk, { place, receipts: [key] }: Heard): Attempt =>
  new Attempt(attempting(desk), desk.queue.begin(tenantOf(place), key), false);

/** An attempt at what another process kept. */
export const repeated = (desk: Desk, job: Job): Attempt => new Attempt(attempting(desk), job, true);

export const workOf = ({ place }: Heard, kept: Kept): Omit<Work, "key"> => ({
  personId: place.userId,
  body: JSON.stringify(kept),
});

const attempting = ({ queue, log }: Desk): Attempting => ({ queue, log, errors: slackErrors });
