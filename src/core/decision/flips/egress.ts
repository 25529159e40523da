import { plainNumber } from "../../cost/money.ts";
import { type FlipFinder, firstAbove, nameOf } from "./flip-finder.ts";

const LEAST_GIB = 100;
const MOST_GIB = 102_400; // 100 TB a month

/** From how much traffic to the internet on somebody else wins: it is where price lists differ most. */
export const egressFlips: FlipFinder = (question) => {
  const from = Math.max(LEAST_GIB, Math.ceil(question.requirement.egressGiB));
  const found = firstAbove(question, from, MOST_GIB, 8, (value) => ({ egressGiB: value }));
  if (found === null) return [];
  const text = `From ${plainNumber(found.value)} GiB a month to the internet on, ${nameOf(question, found.platform)} wins.`;
  return [
    { change: "egressGiB", from: question.requirement.egressGiB, to: found.value, platform: found.platform, text },
  ];
};
