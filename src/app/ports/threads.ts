import type { ThreadChange, ThreadEntry, ThreadRef, VotesFor, Who } from "../records.ts";
import type { Tenant } from "./asker.ts";

/** Keeps which card owns which thread, and the line of estimates the thread made of it. */
export interface ThreadStore {
  /** The card was posted: its estimate is the first of the line. A thread that is open already stays as it is. */
  open(tenant: Tenant, thread: ThreadRef, first: { estimateId: string; by: Who; at: string }): Promise<void>;
  /** The newest step of the line, or null where no card owns that thread. */
  current(tenant: Tenant, thread: ThreadRef): Promise<ThreadEntry | null>;
  /** Adds a step and gives its position; steps made at once each get their own. Null where no card owns that thread. */
  append(tenant: Tenant, thread: ThreadRef, change: ThreadChange): Promise<number | null>;
  /** Its steps, oldest first, the newest thousand of them; empty where no card owns that thread. */
  line(tenant: Tenant, thread: ThreadRef): Promise<ThreadEntry[]>;
}

/** What became of a vote. `closed`: a decision was recorded first. `no-thread`: no card owns that thread. */
export type VoteResult = "counted" | "closed" | "no-thread";

/** Counts a thread's votes, one a person, until a decision closes them. */
export interface VoteStore {
  /** The person's vote, in place of an earlier one. */
  cast(tenant: Tenant, thread: ThreadRef, vote: { platform: string; by: Who; at: string }): Promise<VoteResult>;
  /** Takes the person's vote back; `counted` also where there was none. */
  withdraw(tenant: Tenant, thread: ThreadRef, personId: string): Promise<VoteResult>;
  /** The votes as they stand, most first, then by platform; `closedBy` is the decision that closed them, or null. */
  tally(tenant: Tenant, thread: ThreadRef): Promise<{ votes: VotesFor[]; closedBy: string | null }>;
}
