import type { Bill } from "../core/decision/estimate.ts";
import type { Currency } from "../core/question/choices.ts";
import type { Tally } from "./votes.ts";

/** What a team chose, as it stood when it was recorded. */
export interface RecordedDecision {
  id: string;
  platform: string;
  tier: string;
  why: string;
  by: { name: string };
  at: string; // ISO 8601, UTC
  votes: Tally["votes"];
  estimateId: string;
  bill: Bill | null; // null where what was chosen had no price
  supersedes: string | null;
  supersededBy: string | null;
  restores: string | null; // the earlier decision that stands again in this one
}

/** The same cluster at today's prices. */
export interface Repriced {
  asOf: string;
  total: number;
  currency: Currency;
  changes: readonly string[]; // "LB11: 5.39 → 5.99 EUR", the largest first
}
