import { labourOf } from "../../cost/labour.ts";
import type { Priority } from "../../question/choices.ts";
import { behind } from "../consider.ts";
import { type ScoredCandidate, scoreCandidate } from "../score.ts";
import { type FlipFinder, nameOf, type Question, usdText } from "./flip-finder.ts";

const MOST_RATE = 10_000; // as much as a requirement may say

/** Work is hours times a rate, so each rival is a straight line over the rate: where two cross, the answer changes. */
export const labourRateFlips: FlipFinder = (question) => {
  const { requirement, considered } = question;
  const [first] = considered.ranked;
  if (first === undefined || requirement.labourRateUsd === 0) return [];
  // What stands behind for another reason does not come up by any rate.
  const peers = considered.ranked.filter((each) => behind(each.priced.candidate) === behind(first.priced.candidate));
  const others = peers.slice(1);
  const crossings = others.flatMap((other) => {
    const rate = crossing(first, other, considered.weighing.priorities);
    return rate === null ? [] : [{ rate, platform: other.priced.candidate.platform.id }];
  });
  const now = requirement.labourRateUsd;
  const below = crossings.filter(({ rate }) => rate < now).sort((a, b) => b.rate - a.rate)[0];
  const above = crossings.filter(({ rate }) => rate > now).sort((a, b) => a.rate - b.rate)[0];
  return [
    ...(below === undefined ? [] : [{ ...below, rate: Math.floor(below.rate), word: "below" }]),
    ...(above === undefined ? [] : [{ ...above, rate: Math.ceil(above.rate), word: "above" }]),
  ]
    .filter(({ rate }) => rate > 0 && rate < MOST_RATE)
    .map(({ rate, word }) => ({ rate, word, platform: winnerAt(peers, rate + (word === "below" ? -1 : 1), question) }))
    .map(({ rate, platform, word }) => ({
      change: "labourRateUsd",
      from: now,
      to: rate,
      platform,
      text: `If an hour of your people costs ${word} ${usdText(rate, question)}, ${nameOf(question, platform)} wins.`,
    }));
};

/** Who weighs least at a rate: of two that cross the winner within a dollar, the one that is past both. */
function winnerAt(peers: readonly ScoredCandidate[], rate: number, { considered }: Question): string {
  const [best] = peers
    .map((peer) => atRate(peer, Math.max(0, rate), considered.weighing.priorities))
    .toSorted((a, b) => a.weightedCost - b.weightedCost);
  if (best === undefined) throw new RangeError("There is no winner without a ranking");
  return best.priced.candidate.platform.id;
}

interface Line {
  fixed: number;
  perRate: number; // at its own rate
}

/** A candidate's weight as money that stays and money that moves with the rate. */
function line({ priced, parts }: ScoredCandidate): Line {
  let [fixed, perRate] = [0, 0];
  for (const part of parts) {
    const risk = part.corner === "operations" ? priced.risk : 0;
    if (part.corner === "cost") fixed += part.money * part.weight;
    else perRate += (part.money - risk) * part.weight;
    fixed += risk * part.weight;
  }
  return { fixed, perRate };
}

/** The rate in USD at which both weigh the same; null where they never do, or only where no hour costs as much. */
function crossing(a: ScoredCandidate, b: ScoredCandidate, priorities: readonly Priority[]): number | null {
  const rough = crossingFrom(a, b);
  if (rough === null || rough >= MOST_RATE) return null;
  // The cents that work is rounded to at today's rate do not carry to a rate far from it: there they are counted again.
  return crossingFrom(atRate(a, rough, priorities), atRate(b, rough, priorities)) ?? rough;
}

/** The same, by the lines through what both weigh at their own rate. */
function crossingFrom(a: ScoredCandidate, b: ScoredCandidate): number | null {
  const [one, other] = [line(a), line(b)];
  const slope = one.perRate - other.perRate;
  const factor = slope === 0 ? null : (other.fixed - one.fixed) / slope;
  return factor !== null && factor > 0 ? factor * a.priced.candidate.requirement.labourRateUsd : null;
}

/** What a candidate weighs where an hour costs `labourRateUsd`: its plan and its bill stay. */
function atRate({ priced }: ScoredCandidate, labourRateUsd: number, priorities: readonly Priority[]): ScoredCandidate {
  const { candidate } = priced;
  const changed = { ...candidate, requirement: { ...candidate.requirement, labourRateUsd } };
  return scoreCandidate({ ...priced, candidate: changed, labour: labourOf(changed) }, priorities);
}
