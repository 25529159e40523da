import type { CatalogData, InstanceType } from "../core/catalog/catalog.ts";
import type { Listed, PublishedPrice } from "../core/catalog/refresh/published.ts";
import type { PriceReview } from "../core/catalog/refresh/review.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import type { RequirementInput } from "../core/question/requirement.ts";
import type {
  AuditEntry,
  Decision,
  DecisionSubject,
  DecisionUndo,
  Doing,
  KeptRecord,
  NewDecision,
  Page,
  SettingsVersion,
  ThreadChange,
  ThreadEntry,
  ThreadRef,
  VotesFor,
  Who,
} from "./records.ts";

/** Where people can ask. */
export const SHELLS = ["slack", "discord", "playground", "cli"] as const;
export type Shell = (typeof SHELLS)[number];

/** Whose data it is: a Slack workspace, a Discord server (or a person's own messages), this machine. Nothing crosses it. */
export interface Tenant {
  shell: Shell;
  id: string; // the platform's own id of the workspace or server
}

/** The chat page is a team of its own, whoever is signed in to it. */
export const PLAYGROUND: Tenant = { shell: "playground", id: "local" };

/** Whoever sits at the terminal, and the programs that ask through it. */
export const TERMINAL: Tenant = { shell: "cli", id: "local" };

/** Somebody in a workspace, as its shell knows them. */
export interface Person {
  id: string; // the platform's own id
  name: string;
  isAdmin: boolean; // of the workspace or server
  groups: string[]; // role or user-group ids, where the shell knows them
}

/** Who asks, and where. */
export interface Asker {
  tenant: Tenant;
  person: Person;
  channelId: string | null; // null in the CLI
  threadId: string | null; // the card's thread this came from, if any
  isPublic?: true; // said to the bot in a channel, for all to read
  isDirect?: true; // a direct message: all that is said there is said to the bot, and nobody else reads it
  deliveryId: string; // names what they did: the same where their shell delivers it once more, and never used again
}

/** Where in a workspace something was said. */
export type Spot = Pick<Asker, "tenant" | "channelId" | "threadId">;

/** Gives the catalog, and a new one after its files changed. */
export interface CatalogSource {
  /** The catalog as read and checked at start. */
  current(): CatalogData;
}

/** Today's date and time; tests fix it. */
export interface Clock {
  now(): Date;
}

/** An estimate as somebody asked for it. */
export interface AskedEstimate {
  estimate: Estimate;
  askedBy: { id: string; name: string };
  askedAt: string; // ISO 8601, UTC, as `Date.toISOString` writes it: lists are ordered by it
  channelId: string | null;
  sharedAt: string | null; // when its card was posted for all to see
}

/** Keeps estimates between a question and its follow-up, and for years after. */
export interface EstimateStore {
  /** Insert; the same id again by the same person keeps the first. Resolves once durable. */
  put(tenant: Tenant, asked: AskedEstimate): Promise<void>;
  /** The estimate, or null if that tenant never had it. Where several people asked the same, as the first of them did. */
  get(tenant: Tenant, id: string): Promise<AskedEstimate | null>;
  /** Remember that its card was posted; of several times the first counts, and each is in the audit trail. */
  markShared(tenant: Tenant, id: string, share: Doing & { thread: ThreadRef }): Promise<void>;
  /** Newest first: what `personId` asked, and with `shared` what anybody shared. `before` is the cursor of the page before. */
  history(
    tenant: Tenant,
    query: { personId: string; shared: boolean; limit: number; before: string | null },
  ): Promise<{ items: AskedEstimate[]; next: string | null }>;
}

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

/** Keeps what was decided. A decision is superseded by another, never changed. */
export interface DecisionStore {
  /**
   * Records the decision with the votes of its thread, and closes them, all or nothing. Not recorded when its subject, or
   * that of the decision to supersede, has a newer one: then `decision` is that one. The same id again is the first.
   */
  record(tenant: Tenant, decision: NewDecision): Promise<{ recorded: boolean; decision: Decision }>;
  /**
   * Takes back the decision that stands, with an event of its own: the one before it, less those taken back already, stands
   * again under the new id. Not recorded where it stands no longer, or where none came before: `decision` is what stands.
   * The same id again is the first. Null where there is no such decision.
   */
  undo(tenant: Tenant, undo: DecisionUndo): Promise<{ recorded: boolean; decision: Decision } | null>;
  /** The decision that stands on that subject, or null where nothing was decided yet. */
  current(tenant: Tenant, subject: DecisionSubject): Promise<Decision | null>;
  /** The decision and the whole estimate it was made on, or null. */
  get(tenant: Tenant, id: string): Promise<{ decision: Decision; estimate: Estimate } | null>;
  /** Newest first, superseded ones too. `before` is the cursor of the page before. */
  list(tenant: Tenant, query: { limit: number; before: string | null }): Promise<Page<Decision>>;
}

/** Keeps settings, tenant-wide (`channelId` null) and for single channels, with who changed them and when. */
export interface SettingsStore {
  /** The newest version, or null where nothing was ever set. */
  get(tenant: Tenant, channelId: string | null): Promise<SettingsVersion | null>;
  /** Sets the version after `expected` (0 for the first); false where somebody else set it in the meantime. */
  put(
    tenant: Tenant,
    channelId: string | null,
    change: { expected: number; value: Record<string, unknown>; by: Who; at: string },
  ): Promise<boolean>;
  /** Newest first, the present one too. `before` is the cursor of the page before. */
  changes(
    tenant: Tenant,
    channelId: string | null,
    query: { limit: number; before: string | null },
  ): Promise<Page<SettingsVersion>>;
}

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

/** Keeps Slack's installations, encrypted. Every method throws where no encryption key is set. */
export interface InstallationStore {
  /** Insert or replace. `key` is the id of the workspace or organisation, `json` what Slack gave, tokens and all. */
  save(installation: { key: string; json: string }): Promise<void>;
  /** What was saved, or null. @throws when none of the keys set now encrypted it. */
  get(key: string): Promise<string | null>;
  delete(key: string): Promise<void>;
}

/** Somebody signed in; `via` names what let them in, such as the workspace they are in. */
export interface Session {
  person: Who;
  via: string;
}

export interface KeptSession extends Session {
  since: string; // ISO 8601, UTC
  lastUsedAt: string; // to some minutes
}

/** Keeps who is signed in. A session is found by a random secret that only its holder has, and ends after a day of disuse. */
export interface SessionStore {
  /** Gives the secret: it is kept as a hash, and cannot be had again. */
  start(tenant: Tenant, session: Session): Promise<string>;
  /** Who holds that secret, which counts as a use; null where nobody does, or not any more. */
  find(tenant: Tenant, secret: string): Promise<Session | null>;
  end(tenant: Tenant, secret: string): Promise<void>;
  /** Those that have not ended, last used first. */
  list(tenant: Tenant): Promise<KeptSession[]>;
  /** Ends all, or all of one person, and gives their number. */
  endAll(tenant: Tenant, personId: string | null): Promise<number>;
  /** Of every tenant: forgets those that are over, and gives their number. */
  purge(): Promise<number>;
}

/** How often something may be done. */
export interface Rate {
  most: number;
  seconds: number; // from the first time on
}

/** Counts what is done under a key; it keeps the key as a hash. */
export interface RateLimiter {
  /** Counts once more: null within the limit, otherwise the milliseconds until there is room again. */
  count(key: string): Promise<number | null>;
  /** The milliseconds until there is room again, counting nothing; null where there is room now. */
  wait(key: string): Promise<number | null>;
  /** As if it had never been done. */
  forget(key: string): Promise<void>;
}

/** Limits that hold over all processes. */
export interface RateLimits {
  /** Those of one `name` share their counts. */
  limiter(name: string, rate: Rate): RateLimiter;
  /** Forgets counts whose time is over, and gives their number. */
  purge(): Promise<number>;
}

/** Answers "what do you keep about us", forgets it, and forgets what is too old. */
export interface DataStore {
  /** All that is kept about the tenant, or with `personId` about one person in it. Tokens are named, never shown. */
  export(tenant: Tenant, personId: string | null, doing: Doing): AsyncIterable<KeptRecord>;
  /**
   * Erases it, and gives the number of records touched. Of one person: their estimates, votes and words in threads go;
   * in what the team keeps together (threads, decisions, settings, the audit trail) their name and id are struck out.
   */
  delete(tenant: Tenant, personId: string | null, doing: Doing): Promise<number>;
  /**
   * Of every tenant: forgets receipts from before the one moment, drafts that nobody shared from before the next, and what
   * was shared, where nothing was said since the last (null keeps it for ever). Decisions and settings stay. Gives the
   * number erased.
   */
  purge(before: { receipts: string; drafts: string; shared: string | null }): Promise<number>;
}

/** Where the app was removed, so that what is kept about that workspace is erased after a while. */
export interface Departures {
  /** The app was removed there; of several times the last counts. */
  left(tenant: Tenant, at: string): Promise<void>;
  /** It is there again. */
  returned(tenant: Tenant): Promise<void>;
  /** Erases all about those that left before a moment and did nothing since, one after the other, each as it is erased. */
  erase(before: string, doing: Doing): AsyncIterable<{ workspace: string; erased: number }>;
}

/** Who shared, decided, changed settings, exported and erased. Each is noted with what was done, all or nothing. */
export interface AuditTrail {
  /** Newest first, of one tenant or (null) of all. `before` is the cursor of the page before. */
  list(tenant: Tenant | null, query: { limit: number; before: string | null }): Promise<Page<AuditEntry>>;
}

/** What became of the installations that an earlier key had encrypted. */
export interface Resealed {
  resealed: number;
  /** Those whose key is not set any more, by its short name. */
  unopened: { workspace: string; keyId: string }[];
}

/** What an operator does to the database itself, as it is found. */
export interface StoreMaintenance {
  /** Brings the tables up to date and gives the names of the migrations it ran. */
  migrate(): Promise<string[]>;
  /** What is wrong with the file, the tables, the rows and their order: a sentence each, none where all is well. */
  check(): AsyncIterable<string>;
  /** Copies an SQLite database to `file` while the bot runs, and gives its size in bytes. @throws {UserError} where it cannot. */
  backup(file: string): Promise<number>;
  /** Encrypts every installation with the first key. @throws {UserError} where no key is set. */
  reseal(): Promise<Resealed>;
  close(): Promise<void>;
}

/** Where the process tells its operator what happened: constant text with fields, never a token or what a person typed. */
export interface Log {
  info(fields: Record<string, unknown>, text: string): void;
  warn(fields: Record<string, unknown>, text: string): void;
  error(fields: Record<string, unknown>, text: string): void;
}

/** A file as somebody hands it in. */
export interface HandedFile {
  name: string; // empty where it has none: pasted, or from standard input
  text: string;
}

/** What files say of a requirement, and how that was read. */
export interface FileReading {
  input: Pick<
    RequirementInput,
    "workload" | "storageGiB" | "loadBalancers" | "features" | "gpuModel" | "existingCloud" | "region"
  >;
  /** The size of one of the machines that `workload` names, for where its name is not known; null where no file says. */
  machine: { vcpu: number; memoryGiB: number } | null;
  /** As sentences: first what was counted, then what was assumed and what was left out. */
  notes: string[];
}

/** Reads what a team already runs: Kubernetes manifests, Compose files, what kubectl prints of nodes and pods. */
export interface FileReader {
  /**
   * What the files say together. Rejects with a `UserError` that says what is wrong with them, what they are instead, or
   * that they take too long to read.
   */
  read(files: readonly HandedFile[]): Promise<FileReading>;
}

/** What a list of prices is asked for. */
export interface Wanted {
  regions: readonly string[]; // the provider's own ids
  machines: readonly InstanceType[]; // its machines that the catalog knows
  day: string; // yyyy-mm-dd
}

/** A provider's own list of prices. */
export interface PriceSource {
  provider: string;
  /** The page or API where a person can check a price of it. */
  source: string;
  via: string; // "Azure Retail Prices API"
  listed: Listed;
  /** The setting without which it cannot be asked; null where nothing is missing. */
  missing: string | null;
  /**
   * What it lists that day in those regions, and for all of them. `progress` is told how far it is.
   * @throws {UnavailableError} when it does not answer, or in another form than before.
   */
  fetch(wanted: Wanted, progress: (text: string) => void): Promise<PublishedPrice[]>;
}

/** The catalog's files, where they can be written. */
export interface CatalogFolder {
  /** Everything in them, read and checked. */
  read(): CatalogData;
  /**
   * Writes what the reviews of `data` took, and `summary` beside it: a whole copy to the folder `out`, or in place where that
   * is null. Either all of it is there afterwards, or nothing changed.
   * @throws {UserError} when the files are no longer those that `data` was read from.
   */
  write(data: CatalogData, reviews: readonly PriceReview[], summary: string, out: string | null): Promise<void>;
}

/** Where a newer catalog comes from. */
export interface CatalogUpdates {
  /**
   * The catalog that is there now, read and checked whole; null where it has the version `known`, or nothing changed since it
   * was last looked at. @throws for one that is faulty, once.
   */
  newer(known: string): Promise<CatalogData | null>;
}

/** Which catalog the processes on one store answer from. */
export interface CatalogVersions {
  /** The version that was announced last, and from when it is in use; null if none was. */
  announced(): Promise<{ version: string; from: string } | null>;
  /** Announces a version, unless it is the one that was announced last: then gives what was said of it. */
  announce(version: string, from: string): Promise<{ version: string; from: string }>;
}
