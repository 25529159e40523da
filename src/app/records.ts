import { z } from "zod";
import { Bill, type Estimate } from "../core/decision/estimate.ts";

/** A person as they are remembered beside what they did. */
export const Who = z.strictObject({ id: z.string(), name: z.string() });
export type Who = z.infer<typeof Who>;

/** Where a card was posted for all to see: that message owns the thread. */
export const ThreadRef = z.strictObject({ channelId: z.string(), threadId: z.string() });
export type ThreadRef = z.infer<typeof ThreadRef>;

/** The channel of lines that no card in a chat has: those of drafts, each under the answer it came to. */
export const DRAFTS = "estimates";

/** The channel of lines that no chat has: what each person asked last, for nobody else to see. */
export const PRIVATE = "private";

/** A step in a thread's line of estimates: `changed` by a question, or `undone` back to an earlier one. */
export interface ThreadChange {
  kind: "changed" | "undone";
  estimateId: string;
  basedOn: string; // the estimate it started from
  text: string; // what was asked, in the person's words
  by: Who;
  at: string; // ISO 8601, UTC
}

/** A step as it is kept. The first is `opened`, at position 1, based on nothing. */
export interface ThreadEntry extends Omit<ThreadChange, "kind" | "basedOn" | "text"> {
  position: number; // 1, 2, 3…: the order in which steps were kept
  kind: "opened" | ThreadChange["kind"];
  basedOn: string | null;
  text: string | null;
}

/** One platform's votes; `people` in the order of their ids, never empty. */
export const VotesFor = z.strictObject({ platform: z.string(), people: z.array(Who) });
export type VotesFor = z.infer<typeof VotesFor>;

/** What a team chose, as it stood when it was recorded. */
export const Decision = z.strictObject({
  id: z.string(),
  platform: z.string(),
  tier: z.string(),
  why: z.string(),
  by: Who,
  at: z.string(), // ISO 8601, UTC
  thread: ThreadRef.nullable(), // null where there is none, as in the CLI
  votes: z.array(VotesFor), // most votes first
  estimateId: z.string(),
  bill: Bill.nullable(), // the price snapshot of what was chosen; null where it had no price
  supersedes: z.string().nullable(),
  supersededBy: z.string().nullable(),
  restores: z.string().nullable().default(null), // the decision that stands again in this one, where one was taken back
});
export type Decision = z.infer<typeof Decision>;

/** What a decision settles: the thread's question, or without a thread its estimate's. The newest on it stands. */
export interface DecisionSubject {
  thread: ThreadRef | null;
  estimateId: string;
}

/** A decision to record; the votes and what superseded it are the store's to say. */
export type NewDecision = Omit<Decision, "votes" | "supersededBy" | "restores" | "estimateId"> & { estimate: Estimate };

/** A decision taken back. `undoes` names the one that stood when they looked. */
export interface DecisionUndo {
  id: string; // of what stands then
  undoes: string;
  by: Who;
  at: string; // ISO 8601, UTC
}

/** A version of the settings of a workspace or a channel. `value` is checked by whoever reads it. */
export interface SettingsVersion {
  version: number; // 1, 2, 3…
  value: Record<string, unknown>;
  by: Who;
  at: string; // ISO 8601, UTC
}

/** One page of a list; `next` is the cursor of the page after, null on the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Who does something with what is kept, and when. */
export interface Doing {
  by: Who;
  at: string; // ISO 8601, UTC
}

export const AUDIT_ACTIONS = ["shared", "decided", "took-back", "changed-settings", "exported", "erased"] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Something done with what a team keeps. */
export const AuditEntry = z.strictObject({
  workspace: z.string(), // "slack:T0123"
  at: z.string(), // ISO 8601, UTC
  action: z.enum(AUDIT_ACTIONS),
  about: z.string(), // "decision 3f2a…", "the workspace"
  by: Who,
  personId: z.string().nullable(), // the person whose data it was about
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Something kept about a workspace or a person, as plain JSON. */
export interface KeptRecord {
  kind:
    | "estimate"
    | "thread"
    | "thread-entry"
    | "vote"
    | "decision"
    | "setting"
    | "audit"
    | "receipt"
    | "inbox"
    | "installation"
    | "session"
    | "departure";
  record: Record<string, unknown>;
}
