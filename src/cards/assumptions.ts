import type { Estimate } from "../core/decision/estimate.ts";
import { groupBy } from "../core/group-by.ts";
import type { RequirementKey } from "../core/question/requirement.ts";
import type { RichText } from "./card.ts";
import { clip, counted, fitting } from "./clip.ts";
import type { Names } from "./names.ts";
import { keyLabel, valueText } from "./requirement-words.ts";

const MOST_QUOTE = 40;
const MOST_QUOTED = 160; // characters together
const MOST_UNDERSTOOD = 420; // characters, values and all

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

/** " (3 services assumed)" where nobody said what is to run: no figure means much without it. Empty where somebody did. */
export function assumedWorkload({ assumed, requirement: { workload }, ranking }: Estimate): string {
  if (ranking.length === 0 || !assumed.includes("workload") || !("services" in workload)) return "";
  return ` (${counted(workload.services, "service")} assumed)`;
}

/** The keys, those first that move an answer most. */
export function byWeight(keys: readonly RequirementKey[]): RequirementKey[] {
  const first = FOREMOST.filter((key) => keys.includes(key));
  return [...first, ...keys.filter((key) => !first.includes(key))];
}

/** "Purpose: production" for every default that was used, the weightiest first. */
export function assumptionTexts({ assumed, requirement }: Estimate, names: Names): string[] {
  const keys = assumed.filter((key): key is RequirementKey => key in requirement);
  return byWeight(keys).map((key) => `${keyLabel(key)}: ${valueText(key, requirement, names)}`);
}

/**
 * What was understood of free text, and the defaults that fill the rest, `mostNamed` of them by name; empty when everything
 * was said.
 */
export function restsOn(estimate: Estimate, names: Names, mostNamed: number): RichText[] {
  const understood = understoodTexts(estimate, names);
  const texts = assumptionTexts(estimate, names);
  const named = texts.slice(0, mostNamed).join(" · ");
  const more = texts.length - mostNamed;
  return [
    ...(understood === "" ? [] : [`Understood: ${understood}`]),
    ...(texts.length === 0
      ? []
      : [`Assumed, as you did not say: ${named}${more > 0 ? ` · and ${more} more behind “Change”` : ""}`]),
  ];
}

/**
 * What each phrase was read as, where the answer's key says it: "Team: 6 people (“team of six”) · Region: Central Europe (“in
 * Germany”)". Platforms asked about and what is not needed are quoted alone.
 */
function understoodTexts(estimate: Estimate, names: Names): string {
  const { understood, requirement } = estimate;
  const byKey = groupBy(understood, ({ key }) => key);
  const texts = [...byKey].map(([key, entries]) => {
    const phrases = quotes(widest(entries.map(({ text }) => text)));
    const isSet = isKeyOf(key, requirement) && entries.some(({ value }) => !isRefusal(value));
    return isSet ? `${keyLabel(key)}: ${valueText(key, requirement, names)} (${phrases})` : phrases;
  });
  const shown = fitting(texts, MOST_UNDERSTOOD);
  const more = texts.length - shown.length;
  return more > 0 ? `${shown.join(" · ")} · and ${more} more` : shown.join(" · ");
}

const isKeyOf = (key: string, requirement: Estimate["requirement"]): key is RequirementKey => key in requirement;
/** "no GPU": nothing that the key holds. */
const isRefusal = (value: unknown) => typeof value === "object" && value !== null && "without" in value;

/** The texts without those that are told within another: several keys can be read from the same words. */
const widest = (texts: readonly string[]) =>
  [...new Set(texts)].filter((text, _, all) => !all.some((other) => other !== text && other.includes(text)));

/** "“a”, “b” and 2 more": what somebody typed, quoted and cut; empty for nothing. */
export function quotes(texts: readonly string[]): string {
  const shown = fitting(
    texts.map((text) => `“${clip(text, MOST_QUOTE)}”`),
    MOST_QUOTED,
  );
  const more = texts.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
