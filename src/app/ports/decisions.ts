import type { Estimate } from "../../core/decision/estimate.ts";
import type { Decision, DecisionSubject, DecisionUndo, NewDecision, Page } from "../records.ts";
import type { Tenant } from "./asker.ts";

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
