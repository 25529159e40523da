import type { AdvicePolicy } from "../catalog/advice-policy.ts";
import type { Priority } from "./choices.ts";
import type { Requirement } from "./requirement.ts";

/** The priorities, and why they were taken where nobody gave them. */
export interface Weighing {
  priorities: Priority[]; // the first weighs most
  given: boolean; // named by the asker
  reason: string; // why these, where derived
}

interface Derivation {
  when: (requirement: Requirement) => boolean;
  priorities: Priority[];
  reason: string;
}

/** The first that applies decides. Each says why, since the asker did not choose. */
const DERIVATIONS: readonly Derivation[] = [
  {
    when: ({ purpose }) => purpose === "enterprise",
    priorities: ["control", "operations"],
    reason: "an enterprise pays more for what it cannot change, and for people's time, than for machines",
  },
  {
    when: ({ purpose, engineers, kubernetesExperience }) =>
      purpose === "production" &&
      engineers >= 5 &&
      (kubernetesExperience === "intermediate" || kubernetesExperience === "expert"),
    priorities: ["control", "operations"],
    reason:
      "a team of five or more that knows Kubernetes is held back by what it cannot change sooner than by the bill",
  },
  {
    when: ({ kubernetesExperience, budgetUsd }) => kubernetesExperience === "expert" && budgetUsd !== null,
    priorities: ["cost", "control"],
    reason: "experts with a budget can trade their own work for money",
  },
  { when: () => true, priorities: ["cost", "operations"], reason: "a small team has neither money nor hours to spare" },
];

/** The corners of the triangle that weigh: the asker's own, or derived from the rest of the requirement. */
export function weighing(requirement: Requirement): Weighing {
  if (requirement.priorities.length > 0)
    return { priorities: requirement.priorities, given: true, reason: "as you asked" };
  const derived = DERIVATIONS.find(({ when }) => when(requirement));
  return { priorities: derived?.priorities ?? [], given: false, reason: derived?.reason ?? "" };
}

/** The weight of a corner's money. Control that nobody asked for weighs nothing: nobody misses it. */
export function weightOf(
  corner: Priority,
  priorities: readonly Priority[],
  { first, second, givenUp }: AdvicePolicy["weights"],
): number {
  const place = priorities.indexOf(corner);
  return [first, second][place] ?? (corner === "control" ? 0 : givenUp);
}
