import type { Advice } from "../decision/advise.ts";
import type { RequirementInput, RequirementKey } from "./requirement.ts";

/**
 * Keys of which any one, given, makes an answer the asker's own. A place, a team's size or a price of labour moves figures
 * within it, and leaves open what is to run and for whom. basis: judgement
 */
const DECIDING: readonly RequirementKey[] = [
  "purpose",
  "existingCloud",
  "kubernetesExperience",
  "budgetUsd",
  "uptimePercent",
  "features",
  "gpuModel",
  "priorities",
  "clusters",
  "workload",
  "egressGiB",
  "running",
  "only",
  "extendedSupport",
];

/** The two questions whose answers move a recommendation most. */
export const FIRST_QUESTIONS = [
  "What is to run: how many services, containers or machines?",
  "What is it for, and which cloud are you on today, if any?",
] as const;

/**
 * The advice as given where something that decides was given; otherwise the same without a recommendation, with the
 * questions that have to be answered first.
 */
export function askedBack(advice: Advice, given: RequirementInput): Advice {
  if (DECIDING.some((key) => given[key] !== undefined)) return advice;
  const questions = [...FIRST_QUESTIONS];
  return {
    ...advice,
    questions,
    verdict: { platform: "none", tier: "none", reason: `Nothing decides yet. ${questions.join(" ")}` },
    ranking: [],
    rejected: advice.rejected.filter(({ rule }) => rule === "laptop"),
    flips: [],
  };
}
