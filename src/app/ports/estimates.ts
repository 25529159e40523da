import type { Estimate } from "../../core/decision/estimate.ts";
import type { Doing, ThreadRef } from "../records.ts";
import type { Tenant } from "./asker.ts";

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
