import type { Estimate } from "../core/decision/estimate.ts";
import { FEATURE_NAMES } from "../core/decision/rules/feature-names.ts";
import type { Feature } from "../core/question/choices.ts";
import {
  REQUIREMENT_KEYS,
  type Requirement,
  type RequirementInput,
  type RequirementKey,
} from "../core/question/requirement.ts";
import type { Workload } from "../core/question/workload-request.ts";
import type { Card } from "./card.ts";
import { button } from "./card-actions.ts";
import { clip, counted, listed } from "./clip.ts";
import type { Names } from "./names.ts";
import { keyLabel, regionText, valueText, workloadText } from "./requirement-words.ts";

const MOST_TITLE = 150;

/**
 * Asks whoever wrote `words` whether `changes` to the estimate's requirement, which were read in them, are to be planned. Its
 * first button carries the words.
 */
export function offerCard(estimate: Estimate, changes: RequirementInput, words: string, names: Names): Card {
  const question = offerQuestion(estimate.requirement, changes, names);
  return {
    title: clip(question, MOST_TITLE),
    tone: "neutral",
    fallback: question,
    sections: [
      ...(question.length > MOST_TITLE ? [{ kind: "text" as const, text: question }] : []),
      {
        kind: "footer",
        text: "Only you see this, and nothing has changed. Replan answers in this thread, for everybody.",
      },
    ],
    actions: [
      button("replan", "Replan", estimate.id, { value: offeredValue(words), style: "primary" }),
      button("dismiss", "No", estimate.id),
    ],
    files: [],
  };
}

/** What is left of an offer that was turned down. */
export const dismissedCard = (): Card => ({
  title: "Nothing changed.",
  tone: "neutral",
  fallback: "Nothing changed.",
  sections: [],
  actions: [],
  files: [],
});

/** What is to run comes first, whatever else changes. */
const ORDER: readonly RequirementKey[] = ["workload", ...REQUIREMENT_KEYS.filter((key) => key !== "workload")];

/** "Shall I plan for 40 services, with GPUs and in Central Europe?" */
export function offerQuestion(before: Requirement, changes: RequirementInput, names: Names): string {
  const after = { ...before, ...changes } as Requirement;
  return `Shall I plan ${listed(changeWords(before, after, Object.keys(changes) as RequirementKey[], names))}?`;
}

/** "for 40 services", "with GPUs": what changes in those keys, in words that follow "plan". */
export const changeWords = (
  before: Requirement,
  after: Requirement,
  keys: readonly RequirementKey[],
  names: Names,
): string[] => ORDER.filter((key) => keys.includes(key)).flatMap((key) => partsOf(key, before, after, names));

function partsOf(key: RequirementKey, before: Requirement, after: Requirement, names: Names): string[] {
  const value = valueText(key, after, names);
  switch (key) {
    case "workload":
      return [`for ${workloadChange(before.workload, after.workload)}`];
    case "budgetUsd":
      return [after.budgetUsd === null ? "without a budget" : `for a budget of ${value}`];
    case "uptimePercent":
      return [after.uptimePercent === null ? "without an uptime target" : `for ${value} uptime`];
    case "features":
      return featureChanges(before.features, after.features);
    case "region":
      return [`in ${regionText(after.region)}`];
    case "clusters":
      return [`for ${counted(after.clusters, "cluster")}`];
    case "engineers":
      return [`for a team of ${value}`];
    case "purpose":
      return [`for ${value}`];
    case "commitment":
      return [after.commitment === "none" ? "without a commitment" : `with a commitment of ${value}`];
    default:
      return [`with “${keyLabel(key)}: ${value}”`];
  }
}

/** "40 services" where all else about them stays; otherwise the whole workload. */
function workloadChange(before: Workload, after: Workload): string {
  if (!("services" in before && "services" in after)) return workloadText(after);
  const { services, ...each } = after;
  const { services: _, ...eachBefore } = before;
  return JSON.stringify(each) === JSON.stringify(eachBefore) ? counted(services, "service") : workloadText(after);
}

function featureChanges(before: readonly Feature[], after: readonly Feature[]): string[] {
  const named = (features: Feature[]) => listed(features.map((feature) => FEATURE_NAMES[feature]));
  const added = named(after.filter((feature) => !before.includes(feature)));
  const gone = named(before.filter((feature) => !after.includes(feature)));
  return [...(added === "" ? [] : [`with ${added}`]), ...(gone === "" ? [] : [`without ${gone}`])];
}

/** Words as the value of a button, in signs that no platform changes on the way. */
const offeredValue = (words: string): string => encodeURIComponent(words);

/** The words that a button of an offer carries, or null for a value that is none of ours. */
export function offeredWords(value: string): string | null {
  try {
    const words = decodeURIComponent(value);
    return offeredValue(words) === value && words !== "" ? words : null;
  } catch {
    return null;
  }
}
