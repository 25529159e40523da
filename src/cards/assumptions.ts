import type { Estimate } from "../core/estimate.ts";
import type { RequirementKey } from "../core/requirement.ts";
import type { RichText } from "./card.ts";
import { clip } from "./clip.ts";
import { keyLabel, valueText } from "./requirement-words.ts";

const MOST_NAMED = 9;
const MOST_QUOTES = 3;
const MOST_QUOTE = 40;

/** What moves an answer most comes first; the other keys follow in the order people are asked. */
const FOREMOST: readonly RequirementKey[] = [
  "workload",
  "region",
  "purpose",
  "kubernetesExperience",
  "engineers",
  "budgetUsd",
  "uptimePercent",
  "egressGiB",
  "storageGiB",
];

/** "Purpose: production" for every default that was used, the weightiest first. */
export function assumptionTexts({ assumed, requirement }: Pick<Estimate, "assumed" | "requirement">): string[] {
  const keys = assumed.filter((key): key is RequirementKey => key in requirement);
  const first = FOREMOST.filter((key) => keys.includes(key));
  const ordered = [...first, ...keys.filter((key) => !first.includes(key))];
  return ordered.map((key) => `${keyLabel(key)}: ${valueText(key, requirement)}`);
}

/** What was understood of free text, and the defaults that fill the rest; empty when everything was said. */
export function restsOn(estimate: Estimate): RichText[] {
  const understood = quotes(estimate.understood.map(({ text }) => text));
  const texts = assumptionTexts(estimate);
  const named = texts.slice(0, MOST_NAMED).join(" · ");
  const more = texts.length - MOST_NAMED;
  return [
    ...(understood === "" ? [] : [`Understood: ${understood}`]),
    ...(texts.length === 0
      ? []
      : [`Assumed, as you did not say: ${named}${more > 0 ? ` · and ${more} more behind “Change answers”` : ""}`]),
  ];
}

/** "“a”, “b” and 2 more": what somebody typed, quoted and cut; empty for nothing. */
export function quotes(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_QUOTES).map((text) => `“${clip(text, MOST_QUOTE)}”`);
  const more = texts.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
