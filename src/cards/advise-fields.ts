import { FEATURE_NAMES } from "../core/decision/rules/feature-names.ts";
import {
  CLOUDS,
  COMMITMENTS,
  EXPERIENCES,
  FEATURES,
  type Feature,
  GEOGRAPHIES,
  PRIORITIES,
  PURPOSES,
} from "../core/question/choices.ts";
import type { RequirementInput } from "../core/question/requirement.ts";
import type { Workload } from "../core/question/workload-request.ts";
import { clip, upperFirst } from "./clip.ts";
import type { Field, Option } from "./form.ts";
import { option, optionsOf, withChosen } from "./form-options.ts";
import { numberField } from "./number-questions.ts";
import {
  CLOUD_NAMES,
  COMMITMENT_NAMES,
  EXPERIENCE_NAMES,
  GEOGRAPHY_NAMES,
  PURPOSE_NAMES,
  regionText,
  workloadText,
} from "./requirement-words.ts";

/** Chosen for "no target" among availabilities. */
export const NO_UPTIME = "none";

/** What people ask for most; ten, as many as can be ticked at once. */
const COMMON_FEATURES: readonly Feature[] = [
  "autoscaling",
  "serverless",
  "gpu",
  "stateful",
  "managed-database",
  "multi-zone",
  "spot",
  "arm",
  "soc2",
  "eu-sovereignty",
];

/** The features of each of the two questions that share them. */
export const FEATURE_QUESTIONS: Readonly<Record<"features" | "moreFeatures", readonly Feature[]>> = {
  features: COMMON_FEATURES,
  moreFeatures: FEATURES.filter((feature) => !COMMON_FEATURES.includes(feature)),
};

/** Minutes of a 730-hour month that each share leaves. */
const UPTIMES: Option[] = [
  option(NO_UPTIME, "No target", "Short outages now and then are fine"),
  option("99", "99 %: 7 hours down a month is fine"),
  option("99.5", "99.5 %: three and a half hours down a month is fine"),
  option("99.9", "99.9 %: 44 minutes down a month, no more"),
  option("99.95", "99.95 %: 22 minutes down a month, no more"),
  option("99.99", "99.99 %: 4 minutes down a month, no more"),
];

const CORNERS = { cost: "a small bill", control: "freedom to change things", operations: "little work to run it" };
const PRIORITY_OPTIONS: Option[] = PRIORITIES.flatMap((first) => [
  ...PRIORITIES.filter((second) => second !== first).map((second) =>
    option(`${first},${second}`, `${upperFirst(CORNERS[first])}, then ${CORNERS[second]}`),
  ),
  option(first, `${upperFirst(CORNERS[first])} above all`),
]);

type Choice = Extract<Field, { kind: "choice" }>;

const choice = (key: string, label: string, help: string | null, options: Option[], value: string | null): Choice => ({
  kind: "choice",
  key,
  label,
  help,
  options,
  value,
  required: false,
});

/** Step 1: the five questions that decide most. */
export const basics = (given: RequirementInput): Field[] => [
  choice(
    "existingCloud",
    "Which cloud do you use already?",
    "Leaving it costs work, and staying saves some.",
    optionsOf(CLOUDS, CLOUD_NAMES),
    given.existingCloud ?? null,
  ),
  choice(
    "kubernetesExperience",
    "How well does the team know Kubernetes?",
    null,
    optionsOf(EXPERIENCES, EXPERIENCE_NAMES),
    given.kubernetesExperience ?? null,
  ),
  numberField("budgetUsd", given.budgetUsd),
  choice(
    "uptimePercent",
    "How long may it be down?",
    "More uptime needs more machines and a dearer control plane.",
    withChosen(UPTIMES, uptimeValue(given) ?? NO_UPTIME, `${given.uptimePercent} %`),
    uptimeValue(given),
  ),
  featuresField("features", "What do you need?", given),
];

const uptimeValue = ({ uptimePercent }: RequirementInput) =>
  uptimePercent === undefined ? null : uptimePercent === null ? NO_UPTIME : String(uptimePercent);

/** Step 2: what runs, for whom and where. */
export const project = (given: RequirementInput): Field[] => [
  choice("purpose", "What is it for?", null, optionsOf(PURPOSES, PURPOSE_NAMES), given.purpose ?? null),
  numberField("services", servicesOf(given.workload).services, keptWorkload(given.workload)),
  choice(
    "region",
    "Where should it run?",
    "Near the people who use it, or where the data has to stay.",
    withChosen(optionsOf(GEOGRAPHIES, GEOGRAPHY_NAMES), given.region ?? "us-east", regionText(given.region ?? "")),
    given.region ?? null,
  ),
  numberField("engineers", given.engineers),
  choice(
    "priorities",
    "What matters most?",
    "Left open, it is derived from the rest and said.",
    PRIORITY_OPTIONS,
    given.priorities?.join(",") || null,
  ),
];

/** Step 3: what is on the bill beside machines. */
export const extras = (given: RequirementInput): Field[] => [
  numberField("storageGiB", given.storageGiB),
  numberField("egressGiB", given.egressGiB),
  numberField("loadBalancers", given.loadBalancers),
  choice(
    "commitment",
    "Would you commit to a term?",
    "Providers discount machines that are promised for longer.",
    optionsOf(COMMITMENTS, COMMITMENT_NAMES),
    given.commitment ?? null,
  ),
  numberField("labourRateUsd", given.labourRateUsd),
];

/** Step 4: the size of what runs, and needs that few people have. */
export const details = (given: RequirementInput): Field[] => {
  const { replicas, cpuMillicores, memoryMiB } = servicesOf(given.workload);
  return [
    numberField("replicas", replicas),
    numberField("cpuMillicores", cpuMillicores),
    numberField("memoryMiB", memoryMiB),
    {
      kind: "file",
      key: "manifest",
      label: "Or a file of what runs",
      help: "Manifests, a Compose file, or what kubectl get pods or nodes -o json prints.",
      extensions: ["yaml", "yml", "json", "txt"],
    },
    featuresField("moreFeatures", "Anything else you need?", given),
  ];
};

function featuresField(key: "features" | "moreFeatures", label: string, given: RequirementInput): Field {
  const offered = FEATURE_QUESTIONS[key];
  return {
    kind: "choices",
    key,
    label,
    help: "What a platform does not offer rules it out.",
    options: offered.map((feature) => option(feature, upperFirst(FEATURE_NAMES[feature]))),
    value: (given.features ?? []).filter((feature) => offered.includes(feature)),
    most: null,
  };
}

type ServicesGiven = { services?: number; replicas?: number; cpuMillicores?: number; memoryMiB?: number };

/** The parts of a workload of equal services; none of any other kind. */
export function servicesOf(workload: RequirementInput["workload"]): ServicesGiven {
  return workload === undefined || isOther(workload) ? {} : (workload as ServicesGiven);
}

/** Whether a workload is given otherwise than as services. */
export const isOther = (workload: NonNullable<RequirementInput["workload"]>): boolean =>
  "pods" in workload || "nodes" in workload || (Object.keys(workload).length === 1 && "pools" in workload);

function keptWorkload(workload: RequirementInput["workload"]): string | null {
  if (workload === undefined || !isOther(workload)) return null;
  return clip(`Left empty, it stays ${workloadText(workload as Workload)}.`, 100);
}
