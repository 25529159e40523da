import { money } from "../money.ts";
import type { Weighed } from "../weigh.ts";
import { type FlipFinder, nameOf } from "./flip-finder.ts";

/** Work is hours times a rate, so each rival is a straight line over the rate: where two cross, the answer changes. */
export const labourRateFlips: FlipFinder = (question) => {
  const { requirement, considered } = question;
  const [first, ...others] = considered.ranked;
  if (first === undefined || requirement.labourRateUsd === 0) return [];
  const crossings = others.flatMap((other) => {
    const factor = crossing(line(first), line(other));
    return factor === null
      ? []
      : [{ rate: factor * requirement.labourRateUsd, platform: other.priced.candidate.platform.id }];
  });
  const now = requirement.labourRateUsd;
  const below = crossings.filter(({ rate }) => rate < now).sort((a, b) => b.rate - a.rate)[0];
  const above = crossings.filter(({ rate }) => rate > now).sort((a, b) => a.rate - b.rate)[0];
  return [
    ...(below === undefined ? [] : [{ ...below, rate: Math.floor(below.rate), word: "below" }]),
    ...(above === undefined ? [] : [{ ...above, rate: Math.ceil(above.rate), word: "above" }]),
  ]
    .filter(({ rate }) => rate > 0 && rate < 10_000)
    .map(({ rate, platform, word }) => ({
      change: "labourRateUsd",
      from: now,
      to: rate,
      platform,
      text: `If an hour of your people costs ${word} ${money(rate, "USD")}, ${nameOf(question, platform)} wins.`,
    }));
};

interface Line {
  fixed: number;
  perRate: number; // at today's rate
}

/** A candidate's weight as money that stays and money that moves with the rate. */
function line({ priced, parts }: Weighed): Line {
  let [fixed, perRate] = [0, 0];
  for (const part of parts) {
    const risk = part.corner === "operations" ? priced.risk : 0;
    if (part.corner === "cost") fixed += part.money * part.weight;
    else perRate += (part.money - risk) * part.weight;
    fixed += risk * part.weight;
  }
  return { fixed, perRate };
}

/** The factor on today's rate at which both weigh the same; null where they never do. */
function crossing(a: Line, b: Line): number | null {
  const slope = a.perRate - b.perRate;
  const factor = slope === 0 ? null : (b.fixed - a.fixed) / slope;
  return factor !== null && factor > 0 ? factor : null;
}
