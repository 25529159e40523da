import type { AuditEntry, Doing, KeptRecord, Page } from "../records.ts";
import type { Tenant } from "./asker.ts";

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
