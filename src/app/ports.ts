import type { CatalogData } from "../core/catalog.ts";
import type { Estimate } from "../core/estimate.ts";

export const SHELLS = ["slack", "discord", "playground", "cli"] as const;
export type Shell = (typeof SHELLS)[number];

/** Whose data it is: a Slack workspace, a Discord server (or a person's own messages), this machine. Nothing crosses it. */
export interface Tenant {
  shell: Shell;
  id: string; // the platform's own id of the workspace or server
}

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
}

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
  askedAt: string; // ISO 8601
  channelId: string | null;
  sharedAt: string | null; // when its card was posted for all to see
}

/** Keeps estimates between a question and its follow-up, and for years after. */
export interface EstimateStore {
  /** Insert; the same id again in the same tenant keeps the first. Resolves once durable. */
  put(tenant: Tenant, asked: AskedEstimate): Promise<void>;
  /** The estimate, or null if that tenant never had it. */
  get(tenant: Tenant, id: string): Promise<AskedEstimate | null>;
  /** Remember that its card was posted. */
  markShared(tenant: Tenant, id: string, at: string): Promise<void>;
  /** Newest first: what `personId` asked, and with `shared` what anybody shared. `before` is the cursor of the page before. */
  history(
    tenant: Tenant,
    query: { personId: string; shared: boolean; limit: number; before: string | null },
  ): Promise<{ items: AskedEstimate[]; next: string | null }>;
}
