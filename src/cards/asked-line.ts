import { plainNumber, shortMoney } from "../core/cost/money.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import type { Requirement, RequirementKey } from "../core/question/requirement.ts";
import { byWeight } from "./assumptions.ts";
import type { Section } from "./card.ts";
import { button } from "./card-actions.ts";
import { clip, lowerFirst } from "./clip.ts";
import type { Names } from "./names.ts";
import { keyLabel, valueText } from "./requirement-words.ts";

const EXPERIENCE = { none: "no", beginner: "little", intermediate: "some years of", expert: "expert" } as const;
const MOST_GIVEN = 5;
const MOST_ASSUMED = 5;
const MOST_VALUE = 60;

/** In one line what the answer is for, and what of it was assumed, with a button to change it. */
export function askedLine(estimate: Estimate, names: Names): Section {
  const { assumed, requirement, id } = estimate;
  const keys = byWeight(Object.keys(requirement) as RequirementKey[]);
  const given = some(
    keys.filter((key) => !assumed.includes(key)),
    MOST_GIVEN,
    requirement,
    names,
  );
  const guessed = some(
    keys.filter((key) => assumed.includes(key)),
    MOST_ASSUMED,
    requirement,
    names,
  );
  return {
    kind: "context",
    text: [
      ...(given === "" ? [] : [`For ${given}. `]),
      ...(guessed === "" ? [] : [{ text: "Assumed: ", mark: "strong" as const }, `${guessed}.`]),
    ],
    action: button("change", "Change", id),
  };
}

/** "5 services × 2, 3 people, up to $300 and 2 more". */
function some(keys: readonly RequirementKey[], most: number, requirement: Requirement, names: Names): string {
  const values = keys.slice(0, most).map((key) => clip(inShort(key, requirement, names), MOST_VALUE));
  const more = keys.length - values.length;
  return `${values.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A value that says by itself what it is of. */
function inShort(key: RequirementKey, requirement: Requirement, names: Names): string {
  const value = valueText(key, requirement, names);
  switch (key) {
    case "workload":
      return value.replace(/, each .*/, "");
    case "region":
    case "purpose":
    case "engineers":
      return value;
    case "kubernetesExperience":
      return `${EXPERIENCE[requirement.kubernetesExperience]} Kubernetes experience`;
    case "budgetUsd":
      return requirement.budgetUsd === null ? "no budget named" : `up to ${budget(requirement, names)} a month`;
    case "uptimePercent":
      return requirement.uptimePercent === null ? "no uptime target" : `${value} uptime`;
    case "egressGiB":
      return `${plainNumber(requirement.egressGiB)} GiB of traffic a month`;
    case "features":
      return value;
    default:
      return `${lowerFirst(keyLabel(key))}: ${value}`;
  }
}

const budget = ({ budgetUsd, currency }: Requirement, names: Names) =>
  shortMoney(names.fromUsd(budgetUsd ?? 0, currency), currency);
