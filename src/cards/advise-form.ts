import type { Feature } from "../core/question/choices.ts";
import { Requirement, RequirementInput } from "../core/question/requirement.ts";
import {
  basics,
  details,
  extras,
  FEATURE_QUESTIONS,
  isOther,
  NO_UPTIME,
  project,
  servicesOf,
} from "./advise-fields.ts";
import type { Answers, Faults, Form } from "./form.ts";
import { NUMBER_QUESTIONS, type NumberKey, readNumberAnswer } from "./number-questions.ts";

/** The questions behind an answer, step by step, prefilled with what is known. Only the first step matters much. */
export const adviseForm = (given: RequirementInput): Form => ({
  name: "advise",
  title: "Where should it run?",
  submitLabel: "Advise",
  steps: [
    { title: "The basics", fields: basics(given) },
    { title: "The project", fields: project(given) },
    { title: "Storage, traffic and time (optional)", fields: extras(given) },
    { title: "Size and special needs (optional)", fields: details(given) },
  ],
});

const SERVICE_KEYS = ["services", "replicas", "cpuMillicores", "memoryMiB"] as const;
const CHOICE_KEYS = ["existingCloud", "kubernetesExperience", "purpose", "region", "commitment"] as const;
const AMOUNT_KEYS = ["engineers", "storageGiB", "egressGiB", "loadBalancers", "labourRateUsd"] as const;

/**
 * `base` with the answers in place of what it said. A question that was not asked keeps `base`; one left empty goes back to
 * the default. `read`, from a file, wins over the questions
 * on size, and over what was left as it was. Every fault is said at its field.
 */
export function readAnswers(
  answers: Answers,
  base: RequirementInput,
  read: RequirementInput = {},
): { input: RequirementInput } | { faults: Faults } {
  const faults: Faults = {};
  const numbers = readNumbers(answers, faults);
  const changes: Record<string, unknown> = {
    ...readChoices(answers, faults),
    ...readFeatures(answers, base, faults),
    ...Object.fromEntries(AMOUNT_KEYS.filter((key) => key in numbers).map((key) => [key, numbers[key] ?? undefined])),
    ...("budgetUsd" in numbers ? { budgetUsd: numbers.budgetUsd } : {}),
    ...(read.workload === undefined ? readServices(numbers, base, faults) : {}),
    ...unchanged(read, numbers, answers, base),
  };
  if (Object.keys(faults).length > 0) return { faults };
  if (read.features !== undefined)
    changes["features"] = [
      ...new Set([...((changes["features"] as Feature[] | undefined) ?? base.features ?? []), ...read.features]),
    ];
  const merged = Object.entries({ ...base, ...changes }).filter(([, value]) => value !== undefined);
  return { input: RequirementInput.parse(Object.fromEntries(merged)) };
}

/** What a file says, but for what was typed beside it. */
function unchanged(
  { features: _, ...read }: RequirementInput,
  numbers: Numbers,
  answers: Answers,
  base: RequirementInput,
): Record<string, unknown> {
  const typed: Record<string, unknown> = { ...answers, ...numbers };
  const kept = Object.entries(read).filter(([key]) => {
    const answer = typed[key] ?? "";
    return answer === "" || answer === base[key as keyof RequirementInput];
  });
  return Object.fromEntries(kept);
}

type Numbers = Partial<Record<NumberKey, number | null>>;

function readNumbers(answers: Answers, faults: Faults): Numbers {
  const numbers: Numbers = {};
  for (const key of Object.keys(NUMBER_QUESTIONS) as NumberKey[]) {
    const typed = answers[key];
    if (typeof typed !== "string") continue;
    const read = readNumberAnswer(key, typed);
    if ("fault" in read) faults[key] = read.fault;
    else numbers[key] = read.value;
  }
  return numbers;
}

function readChoices(answers: Answers, faults: Faults): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const take = (key: keyof typeof Requirement.shape, value: unknown) => {
    const read = Requirement.shape[key].safeParse(value);
    if (read.success) changes[key] = read.data;
    else faults[key] = "Choose one of the answers offered.";
  };
  for (const key of CHOICE_KEYS) {
    const chosen = answers[key];
    if (chosen === "") changes[key] = undefined;
    else if (chosen !== undefined) take(key, chosen);
  }
  const { uptimePercent, priorities } = answers;
  if (uptimePercent === "") changes["uptimePercent"] = undefined;
  else if (uptimePercent !== undefined)
    take("uptimePercent", uptimePercent === NO_UPTIME ? null : Number(uptimePercent));
  if (priorities === "") changes["priorities"] = undefined;
  else if (typeof priorities === "string") take("priorities", priorities.split(","));
  return changes;
}

/** Features are asked for in two questions: one that was not asked keeps its share of what `base` has. */
function readFeatures(answers: Answers, base: RequirementInput, faults: Faults): { features?: Feature[] } {
  const asked = (["features", "moreFeatures"] as const).filter((key) => Array.isArray(answers[key]));
  if (asked.length === 0) return {};
  const kept = (base.features ?? []).filter(
    (feature) => !asked.some((key) => FEATURE_QUESTIONS[key].includes(feature)),
  );
  const chosen = asked.flatMap((key) => {
    const values = answers[key];
    const known = FEATURE_QUESTIONS[key].filter((feature) => Array.isArray(values) && values.includes(feature));
    if (Array.isArray(values) && known.length < new Set(values).size) faults[key] = "Choose among the answers offered.";
    return known;
  });
  return { features: [...chosen, ...kept] };
}

function readServices(numbers: Numbers, base: RequirementInput, faults: Faults): { workload?: unknown } {
  const asked = SERVICE_KEYS.filter((key) => key in numbers);
  const typed = asked.filter((key) => numbers[key] !== null);
  const other = base.workload !== undefined && isOther(base.workload);
  if (asked.length === 0 || (other && typed.length === 0)) return {};
  if (other && numbers.services == null) {
    for (const key of typed) faults[key] = "Say how many services there are too, or leave this empty.";
    return {};
  }
  const parts = {
    ...servicesOf(base.workload),
    ...Object.fromEntries(asked.map((key) => [key, numbers[key] ?? undefined])),
  };
  const said = Object.entries(parts).filter(([, value]) => value !== undefined);
  return { workload: said.length === 0 ? undefined : Object.fromEntries(said) };
}
