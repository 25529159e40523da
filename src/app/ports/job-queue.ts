import type { Shell, Tenant } from "./asker.ts";

/** Remembers which events were taken on, so that a redelivery or a double click is answered once. */
export interface Receipts {
  /** True for the first call with this key in this tenant, over all processes and restarts; false ever after. */
  claim(tenant: Tenant, key: string): Promise<boolean>;
  /** Whether somebody claimed it: for what is claimed only once it is done. */
  has(tenant: Tenant, key: string): Promise<boolean>;
}

/** Something to answer: `body` is all that another process needs for it. */
export interface Work {
  key: string;
  personId: string;
  body: string;
}

/** One attempt's hold on a job. Once another attempt has begun, this one's token changes nothing any more. */
export interface Lease {
  tenant: Tenant;
  key: string;
  token: string;
  attempt: number; // 1, 2, 3…
}

/** Something acknowledged whose earlier attempts came to no end. */
export interface Job extends Lease {
  body: string;
  at: string; // when it was kept, by the store's clock; ISO 8601, UTC
  ageMs: number; // since then, by the store's clock
  /** Not null: it was tried `MOST_ATTEMPTS` times, and what is left is to tell the asker, with this reference to the log. */
  reference: string | null;
}

/** How much a shell's queue holds. */
export interface QueueFigures {
  shell: Shell;
  waiting: number; // for an attempt
  running: number;
  dead: number; // dead letters
  oldestMs: number; // age of the oldest that is not answered yet, 0 where there is none
}

/**
 * Keeps what was acknowledged until it is answered: when the process that holds it dies, another takes it over. Time is the
 * store's own. What takes a lease resolves to false where another attempt holds the job by now, and then changes nothing.
 */
export interface JobQueue {
  /**
   * Keeps it for who comes first: a lease where the first of its receipts was not claimed before, and now all of them are.
   * Null, and nothing kept, otherwise. Resolves once durable.
   */
  enqueue(tenant: Tenant, work: Work, receipts: readonly [string, ...string[]]): Promise<Lease | null>;
  /** A lease for a first attempt at what is not kept yet. */
  begin(tenant: Tenant, key: string): Lease;
  /** Keeps it under a lease that was begun, in place of what is kept under the same key. Resolves once durable. */
  keep(lease: Lease, work: Work): Promise<void>;
  /** Whether the lease still holds; if so for `LEASE_MS` more. */
  renew(lease: Lease): Promise<boolean>;
  /** Renews what this process is at, unless it has been at it for `LONGEST_ATTEMPT_MS`: to be called within `LEASE_MS`. */
  renewAll(): Promise<void>;
  /** The oldest job of that shell which is due for another attempt, from now on this process's; null where none is. */
  claim(shell: Shell): Promise<Job | null>;
  /** It is answered, and erased. */
  complete(lease: Lease): Promise<boolean>;
  /** The attempt failed: another may begin after a while, longer each time. */
  retry(lease: Lease): Promise<boolean>;
  /** It is a dead letter: that it was, when and with which reference stays for a week; what it said is erased. */
  bury(lease: Lease): Promise<boolean>;
  /** Of every shell. */
  figures(): Promise<QueueFigures[]>;
}

/** How long a silent process is waited for. Longer than anything keeps a living one from speaking. */
export const LEASE_MS = 20_000;

/** Answering waits for databases and platforms, each with its own limit far below this: what takes longer hangs. */
export const LONGEST_ATTEMPT_MS = 5 * 60_000;

/** After so many attempts a job is given up: what it holds may be what kills the processes that try it. */
export const MOST_ATTEMPTS = 3;
