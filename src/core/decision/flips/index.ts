import type { Requirement } from "../../question/requirement.ts";
import type { Considered, Knowledge, Scope } from "../consider.ts";
import type { Flip } from "../estimate.ts";
import { budgetFlips } from "./budget.ts";
import { commitmentFlips, experienceFlips, uptimeFlips } from "./choices.ts";
import { egressFlips } from "./egress.ts";
import type { FlipFinder } from "./flip-finder.ts";
import { labourRateFlips } from "./labour-rate.ts";
import { sizeFlips } from "./size.ts";
import { stockFlips } from "./stock.ts";

/** In this order: what is nearest to a team's own decision first. */
const FINDERS: readonly { find: FlipFinder; asksAgain: boolean }[] = [
  { find: labourRateFlips, asksAgain: false },
  { find: budgetFlips, asksAgain: true },
  { find: sizeFlips, asksAgain: true },
  { find: uptimeFlips, asksAgain: true },
  { find: experienceFlips, asksAgain: true },
  { find: egressFlips, asksAgain: true },
  { find: commitmentFlips, asksAgain: true },
  { find: stockFlips, asksAgain: true },
];

/** A question of more kinds of pods takes so long to ask that it is not asked again twenty times. */
const MOST_KINDS_ASKED_AGAIN = 40;

/**
 * What would change the answer, most by asking again with one thing changed; empty when nothing stands. Where a workload has
 * very many kinds of pods, only what can be worked out without asking again.
 */
export function flipsOf(requirement: Requirement, considered: Considered, knowledge: Knowledge, scope: Scope): Flip[] {
  const winner = considered.ranked[0]?.priced.candidate.platform.id;
  if (winner === undefined) return [];
  const { workload } = requirement;
  const isLarge = "pods" in workload && workload.pods.length > MOST_KINDS_ASKED_AGAIN;
  const question = { requirement, considered, knowledge, ...scope, winner };
  return FINDERS.filter(({ asksAgain }) => !(asksAgain && isLarge)).flatMap(({ find }) => find(question));
}
