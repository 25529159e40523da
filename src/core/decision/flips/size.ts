import { plainNumber } from "../../cost/money.ts";
import type { Requirement } from "../../question/requirement.ts";
import { type FlipFinder, firstAbove, nameOf } from "./flip-finder.ts";

const MOST_TIMES = 64; // nobody plans for more than that today

/** From how many services, pods of each kind or nodes on somebody else wins. */
export const sizeFlips: FlipFinder = (question) => {
  const { workload } = question.requirement;
  if (!("nodes" in workload || ("services" in workload && workload.pools === undefined))) return [];
  const [key, from] =
    "services" in workload ? (["services", workload.services] as const) : (["nodes", workload.nodes] as const);
  const change = (value: number): Partial<Requirement> =>
    "services" in workload
      ? { workload: { ...workload, services: value } }
      : { workload: { ...workload, nodes: value } };
  const found = firstAbove(question, from, Math.min(5_000, from * MOST_TIMES), 4, change);
  if (found === null) return [];
  const text = `From ${plainNumber(found.value)} ${key} on, ${nameOf(question, found.platform)} wins.`;
  return [{ change: `workload.${key}`, from, to: found.value, platform: found.platform, text }];
};
