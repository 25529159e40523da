import type { Considered, Knowledge } from "../consider.ts";
import type { Flip } from "../estimate.ts";
import type { Requirement } from "../requirement.ts";
import type { Terms } from "../terms.ts";
import { budgetFlips } from "./budget.ts";
import { commitmentFlips, experienceFlips, uptimeFlips } from "./choices.ts";
import { egressFlips } from "./egress.ts";
import type { FlipFinder } from "./flip-finder.ts";
import { labourRateFlips } from "./labour-rate.ts";
import { sizeFlips } from "./size.ts";
import { stockFlips } from "./stock.ts";

/** In this order: what is nearest to a team's own decision first. */
const FINDERS: readonly FlipFinder[] = [
  labourRateFlips,
  budgetFlips,
  sizeFlips,
  uptimeFlips,
  experienceFlips,
  egressFlips,
  commitmentFlips,
  stockFlips,
];

/** What would change the answer, each found by asking again with one thing changed; empty when nothing stands. */
export function flipsOf(
  requirement: Requirement,
  considered: Considered,
  knowledge: Knowledge,
  { terms, only }: { terms: Terms; only: readonly string[] | null },
): Flip[] {
  const winner = considered.ranked[0]?.priced.candidate.platform.id;
  if (winner === undefined) return [];
  return FINDERS.flatMap((find) => find({ requirement, considered, knowledge, terms, only, winner }));
}
