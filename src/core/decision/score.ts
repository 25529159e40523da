import { leavingCost } from "../cost/labour.ts";
import { oldVersionSurcharge } from "../cost/leaving.ts";
import type { Priority } from "../question/choices.ts";
import { weightOf } from "../question/priorities.ts";
import type { CostedCandidate } from "./evaluate.ts";

/** A costed candidate, and what it costs by the corners that matter: less is better. */
export interface ScoredCandidate {
  priced: CostedCandidate;
  /** Money of the three corners times their weights; says nothing by itself, only against the others. */
  weightedCost: number;
  parts: { corner: Priority | "leaving"; money: number; weight: number }[];
}

/**
 * The candidate scored by the corners that matter: the bill for cost, labour and risk for operations, work-arounds for control.
 * Leaving a cloud is money spent at once, whichever corner comes first: it weighs as much as the heavier of cost and operations.
 */
export function scoreCandidate(priced: CostedCandidate, priorities: readonly Priority[]): ScoredCandidate {
  const { bill, labour, risk, candidate } = priced;
  const { doubt: shares, weights } = candidate.book.policy;
  const doubt = bill.lines.reduce((sum, line) => sum + Math.max(0, line.cost) * shares[line.confidence], 0);
  const leaving = leavingCost(candidate);
  const [cost, operations, control] = [
    weightOf("cost", priorities, weights),
    weightOf("operations", priorities, weights),
    weightOf("control", priorities, weights),
  ];
  const parts = [
    { corner: "cost" as const, money: bill.total - oldVersionSurcharge(candidate) + doubt, weight: cost },
    { corner: "operations" as const, money: labour.cost - leaving + risk, weight: operations },
    { corner: "control" as const, money: candidate.platform.controlGapHours * labour.rate, weight: control },
    { corner: "leaving" as const, money: leaving, weight: Math.max(cost, operations) },
  ];
  return { priced, parts, weightedCost: parts.reduce((sum, part) => sum + part.money * part.weight, 0) };
}
