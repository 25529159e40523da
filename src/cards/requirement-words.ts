import { money, plainNumber } from "../core/cost/money.ts";
import { FEATURE_NAMES } from "../core/decision/rules/feature-names.ts";
import type { Cloud, Commitment, Experience, Geography, Purpose } from "../core/question/choices.ts";
import type { Requirement, RequirementKey } from "../core/question/requirement.ts";
import type { PoolRequest, Workload } from "../core/question/workload-request.ts";
import { HOURS_PER_MONTH } from "../core/units.ts";
import { counted, listed } from "./clip.ts";
import type { Names } from "./names.ts";

/** Purposes as people read them. */
export const PURPOSE_NAMES: Record<Purpose, string> = {
  learning: "learning Kubernetes",
  demo: "a demo",
  "side-project": "a side project",
  mvp: "a first product (MVP)",
  production: "production",
  "internal-tool": "an internal tool",
  enterprise: "an enterprise",
};
/** Clouds as people read them. */
export const CLOUD_NAMES: Record<Cloud, string> = {
  none: "none",
  aws: "AWS",
  azure: "Microsoft Azure",
  gcp: "Google Cloud",
  digitalocean: "DigitalOcean",
  hetzner: "Hetzner",
  other: "another one",
  several: "several",
};
/** Degrees of experience as people read them. */
export const EXPERIENCE_NAMES: Record<Experience, string> = {
  none: "none",
  beginner: "beginner",
  intermediate: "some years",
  expert: "expert",
};
/** Geographies as people read them. */
export const GEOGRAPHY_NAMES: Record<Geography, string> = {
  "us-east": "US East",
  "us-west": "US West",
  canada: "Canada",
  brazil: "Brazil",
  uk: "United Kingdom",
  "eu-west": "Western Europe",
  "eu-central": "Central Europe",
  "eu-north": "Northern Europe",
  india: "India",
  singapore: "Singapore",
  japan: "Japan",
  korea: "Korea",
  australia: "Australia",
  taiwan: "Taiwan",
  "hong-kong": "Hong Kong",
  mexico: "Mexico",
  chile: "Chile",
  "middle-east": "Middle East",
  israel: "Israel",
  "south-africa": "South Africa",
};
/** Commitments as people read them. */
export const COMMITMENT_NAMES: Record<Commitment, string> = { none: "none", "1y": "1 year", "3y": "3 years" };

/** "Central Europe"; a provider's own region id as it is. */
export const regionText = (region: string) =>
  Object.hasOwn(GEOGRAPHY_NAMES, region) ? GEOGRAPHY_NAMES[region as Geography] : region;

const cores = (millicores: number) => `${plainNumber(millicores / 1000, 3)} CPU`;
const memory = (mib: number) => (mib % 1024 === 0 ? `${mib / 1024} GiB` : `${mib} MiB`);

/** "3 services × 2 copies, each 0.25 CPU and 512 MiB"; machines that were named beside it behind "on". */
export function workloadText(workload: Workload): string {
  if ("instanceType" in workload) return `${workload.nodes} × ${workload.instanceType}`;
  if ("nodes" in workload)
    return `${counted(workload.nodes, "machine")} of ${workload.vcpu} vCPU and ${workload.memoryGiB} GiB`;
  const running = runningText(workload);
  return [
    ...(running === null ? [] : [running]),
    ...(workload.pools === undefined ? [] : [poolsText(workload.pools)]),
  ].join(" on ");
}

/** Null where only machines were named. */
function runningText(workload: Exclude<Workload, { nodes: number }>): string | null {
  if ("pods" in workload) {
    const copies = workload.pods.reduce((sum, pod) => sum + (pod.replicas ?? 1), 0);
    return `${counted(copies, "pod")} of ${counted(workload.pods.length, "kind")}`;
  }
  if (!("services" in workload)) return null;
  const { services, replicas, cpuMillicores, memoryMiB } = workload;
  return `${counted(services, "service")} × ${replicas === 1 ? "1 copy" : `${replicas} copies`}, each ${cores(cpuMillicores)} and ${memory(memoryMiB)}`;
}

const poolsText = (pools: readonly PoolRequest[]) =>
  pools.map((pool) => `${pool.count} × ${machineText(pool)}${pool.spot ? ", spot" : ""}`).join(" + ");

function machineText({ instanceType, vcpu, memoryGiB, gpus = 1, gpuModel = "GPU" }: PoolRequest): string {
  if (instanceType !== undefined) return instanceType;
  return vcpu === undefined ? `a machine with ${gpus} × ${gpuModel}` : `${vcpu} vCPU and ${memoryGiB} GiB`;
}

const yesNo = (value: boolean) => (value ? "yes" : "no");
const gib = (value: number) => `${plainNumber(value)} GiB`;

/** What a value is said with: the requirement it stands in, whose currency money is said in, and the catalog's names. */
interface Telling {
  requirement: Requirement;
  names: Names;
}
const inMoney = (usd: number, { requirement: { currency }, names }: Telling) =>
  money(names.fromUsd(usd, currency), currency);

/** What each key of a requirement is called, and its value in words. */
const WORDS: {
  [Key in RequirementKey]: { label: string; says: (value: Requirement[Key], telling: Telling) => string };
} = {
  purpose: { label: "Purpose", says: (value) => PURPOSE_NAMES[value] },
  existingCloud: { label: "Cloud in use", says: (value) => CLOUD_NAMES[value] },
  kubernetesExperience: { label: "Kubernetes experience", says: (value) => EXPERIENCE_NAMES[value] },
  engineers: { label: "Team", says: (value) => (value === 1 ? "1 person" : `${value} people`) },
  budgetUsd: {
    label: "Budget",
    says: (value, telling) => (value === null ? "none named" : `${inMoney(value, telling)} a month`),
  },
  spendTodayUsd: {
    label: "Paid today",
    says: (value, telling) => (value === null ? "not said" : `${inMoney(value, telling)} a month`),
  },
  uptimePercent: { label: "Uptime wanted", says: (value) => (value === null ? "none named" : `${value} %`) },
  features: { label: "Needs", says: (value) => listed(value.map((each) => FEATURE_NAMES[each])) || "nothing special" },
  gpuModel: { label: "GPU", says: (value) => value ?? "any" },
  hoursPerMonth: {
    label: "Machines run",
    says: (value) => (value === HOURS_PER_MONTH ? "all the time" : `${plainNumber(value, 2)} hours a month`),
  },
  region: { label: "Region", says: regionText },
  priorities: { label: "Priorities", says: (value) => value.join(", then ") || "derived from the rest" },
  clusters: { label: "Clusters", says: String },
  workload: { label: "Workload", says: workloadText },
  storageGiB: { label: "Volumes", says: gib },
  volumes: {
    label: "Volumes by name",
    says: (value) =>
      value.length === 0
        ? "none"
        : `${counted(value.length, "volume")}, ${gib(value.reduce((sum, volume) => sum + volume.GiB, 0))}`,
  },
  egressGiB: { label: "Traffic to the internet", says: (value) => `${gib(value)} a month` },
  loadBalancers: { label: "Load balancers", says: String },
  crossZoneGiB: { label: "Traffic between zones", says: (value) => `${gib(value)} a month` },
  logsGiB: { label: "Logs", says: (value) => `${gib(value)} a month` },
  backups: { label: "Backups", says: yesNo },
  commitment: { label: "Commitment", says: (value) => COMMITMENT_NAMES[value] },
  spotPercent: { label: "Spot capacity", says: (value) => `${value} %` },
  labourRateUsd: { label: "An hour of work", says: inMoney },
  outageCostUsdPerHour: {
    label: "An hour of outage",
    says: (value, telling) => (value === null ? "not counted" : inMoney(value, telling)),
  },
  currency: { label: "Currency", says: String },
  running: {
    label: "Runs today on",
    says: (value, { names }) => (value === null ? "nothing yet" : names.platform(value).name),
  },
  excluded: { label: "Left out", says: (value, { names }) => listed(value.map(names.offer)) || "nothing" },
  only: { label: "Only these", says: (value, { names }) => listed(value.map(names.offer)) || "any" },
  existingServers: { label: "Hetzner servers ordered before June 2026", says: yesNo },
  extendedSupport: { label: "Kubernetes version past support", says: yesNo },
  gkeCreditUsed: { label: "Google's monthly credit already used", says: yesNo },
};

/** "Uptime wanted" for `uptimePercent`. */
export const keyLabel = (key: RequirementKey): string => WORDS[key].label;

/** The value of one key in words; money in the currency of the requirement. */
export function valueText<Key extends RequirementKey>(key: Key, requirement: Requirement, names: Names): string {
  return WORDS[key].says(requirement[key], { requirement, names });
}
