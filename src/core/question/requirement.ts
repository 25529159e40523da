import { z } from "zod";
import { UserError } from "../errors.ts";
import { HOURS_PER_MONTH } from "../units.ts";

/** What the cluster is for. */
export const PURPOSES = [
  "learning",
  "demo",
  "side-project",
  "mvp",
  "production",
  "internal-tool",
  "enterprise",
] as const;
/** The cloud in use already. */
export const CLOUDS = ["none", "aws", "azure", "gcp", "digitalocean", "hetzner", "other", "several"] as const;
/** How well the team knows Kubernetes. */
export const EXPERIENCES = ["none", "beginner", "intermediate", "expert"] as const;
/** The corners of the triangle. */
export const PRIORITIES = ["cost", "control", "operations"] as const;
/** How long machines are promised to be kept, for a lower price. */
export const COMMITMENTS = ["none", "1y", "3y"] as const;
/** What may be needed beside running pods. */
export const FEATURES = [
  "gpu",
  "tpu",
  "serverless",
  "autoscaling",
  "spot",
  "custom-networking",
  "vpc-integration",
  "identity-integration",
  "windows",
  "arm",
  "multi-zone",
  "multi-region",
  "hybrid",
  "stateful",
  "managed-database",
  "batch",
  "egress-heavy",
  "soc2",
  "hipaa",
  "pci",
  "fedramp",
  "data-residency",
  "eu-sovereignty",
] as const;
/** Parts of the world in which providers have regions. */
export const GEOGRAPHIES = [
  "us-east",
  "us-west",
  "canada",
  "brazil",
  "uk",
  "eu-west",
  "eu-central",
  "eu-north",
  "india",
  "singapore",
  "japan",
  "korea",
  "australia",
  "taiwan",
  "hong-kong",
  "mexico",
  "chile",
  "middle-east",
  "israel",
  "south-africa",
] as const;
/** Currencies an answer can be given in. */
export const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "AUD",
  "BRL",
  "CAD",
  "CHF",
  "DKK",
  "INR",
  "JPY",
  "KRW",
  "NOK",
  "SEK",
  "SGD",
] as const;

export type Purpose = (typeof PURPOSES)[number];
export type Cloud = (typeof CLOUDS)[number];
export type Experience = (typeof EXPERIENCES)[number];
export type Priority = (typeof PRIORITIES)[number];
export type Commitment = (typeof COMMITMENTS)[number];
export type Feature = (typeof FEATURES)[number];
export type Geography = (typeof GEOGRAPHIES)[number];
export type Currency = (typeof CURRENCIES)[number];

const count = (most: number) => z.int().min(1).max(most);
const amount = (most: number) => z.number().min(0).max(most);

/** One kind of pod. Requests left out mean "what the platform gives a pod that asks for nothing". */
export const PodRequest = z.strictObject({
  name: z.string().min(1).max(63),
  replicas: count(10_000).default(1),
  cpuMillicores: z.int().min(1).max(384_000).optional(),
  memoryMiB: z.int().min(1).max(25_165_824).optional(),
  gpus: z.int().min(0).max(16).default(0),
});
export type PodRequest = z.infer<typeof PodRequest>;

/** Equal machines that somebody has or wants, in all clusters together: by name, by size or by GPU. */
export const PoolRequest = z
  .strictObject({
    name: z.string().min(1).max(63).optional(),
    count: count(5_000),
    instanceType: z.string().min(1).max(80).optional(),
    vcpu: z.number().min(0.25).max(384).optional(),
    memoryGiB: z.number().min(0.5).max(24_576).optional(),
    gpus: z.int().min(0).max(16).optional(), // of each machine
    gpuModel: z.string().min(1).max(40).optional(),
    spot: z.boolean().default(false),
    zones: z.int().min(1).max(3).optional(), // left out: as many as the rest asks for
    hoursPerMonth: z.number().min(0).max(HOURS_PER_MONTH).optional(), // that each runs; left out: as the requirement says
  })
  .refine(
    ({ instanceType, vcpu, memoryGiB, gpus = 0, gpuModel }) =>
      instanceType !== undefined ||
      (vcpu !== undefined && memoryGiB !== undefined) ||
      gpus > 0 ||
      gpuModel !== undefined,
    { message: "a pool needs instanceType, vcpu and memoryGiB, or gpus" },
  );
export type PoolRequest = z.infer<typeof PoolRequest>;
const pools = z.array(PoolRequest).min(1).max(50);

/** Services of one size: what most people can say about what they run; `pools` are the machines it has to fit on. */
export const ServicesWorkload = z.strictObject({
  services: count(10_000).default(3),
  replicas: count(1_000).default(2),
  cpuMillicores: z.int().min(1).max(384_000).default(250),
  memoryMiB: z.int().min(1).max(25_165_824).default(512),
  pools: pools.optional(),
});
export type ServicesWorkload = z.infer<typeof ServicesWorkload>;
/** A workload as kinds of pods; `pools` are the machines they have to fit on. */
export const PodsWorkload = z.strictObject({ pods: z.array(PodRequest).min(1).max(2_000), pools: pools.optional() });
/** A workload as machines of several kinds, whatever runs on them. */
export const PoolsWorkload = z.strictObject({ pools });
export type PoolsWorkload = z.infer<typeof PoolsWorkload>;
/** A workload as machines of a size. */
export const ShapedNodesWorkload = z.strictObject({
  nodes: count(5_000),
  vcpu: z.number().min(0.25).max(384),
  memoryGiB: z.number().min(0.5).max(24_576),
});
/** A workload as machines of a named type. */
export const NamedNodesWorkload = z.strictObject({ nodes: count(5_000), instanceType: z.string().min(1).max(80) });
/** What runs, in one of five ways of saying it. */
export const Workload = z.union([
  PodsWorkload,
  NamedNodesWorkload,
  ShapedNodesWorkload,
  PoolsWorkload,
  ServicesWorkload,
]);
export type Workload = z.infer<typeof Workload>;

/** A persistent volume. */
export const VolumeRequest = z.strictObject({
  name: z.string().min(1).max(253),
  GiB: z.number().min(0).max(1e6),
  /** A kind of disk by the provider's name for it, "gp3" or "pd-ssd"; left out, and where it has no price: the platform's usual one. */
  class: z.string().min(1).max(80).optional(),
});
export type VolumeRequest = z.infer<typeof VolumeRequest>;

/** What somebody asks, complete. The same keys in YAML, JSON, forms and the CLI. */
export const Requirement = z.strictObject({
  purpose: z.enum(PURPOSES),
  existingCloud: z.enum(CLOUDS),
  kubernetesExperience: z.enum(EXPERIENCES),
  /** People who would run it. */
  engineers: count(100_000),
  /** USD a month for infrastructure, labour apart; null means none was named. */
  budgetUsd: amount(1e9).nullable(),
  /** USD a month that is paid today, as far as anybody said: shown beside the answer, weighed nowhere; null means not said. */
  spendTodayUsd: amount(1e9).nullable(),
  /** The least availability asked for, as in 99.9; null means none was named. */
  uptimePercent: z.number().min(0).lt(100).nullable(),
  features: z.array(z.enum(FEATURES)),
  /** The only model of GPU that will do, such as "A100 80GB" or "L4"; null means any. */
  gpuModel: z.string().min(1).max(40).nullable(),
  /** Hours a month that the machines run; 730 means all of them. */
  hoursPerMonth: z.number().min(1).max(HOURS_PER_MONTH),
  /** A geography, or a provider's own region id. */
  region: z.string().min(1).max(60),
  /** Up to two corners of the triangle, the first weighing most; empty means derived from the rest. */
  priorities: z.array(z.enum(PRIORITIES)).max(2),
  clusters: count(1_000),
  /** The total over all clusters; it is spread evenly over them. */
  workload: Workload,
  /** Persistent volumes that nobody named, GiB in total; those of `volumes` come on top. */
  storageGiB: amount(1e8),
  /** Persistent volumes one by one, of all clusters. */
  volumes: z.array(VolumeRequest).max(5_000),
  /** To the internet, GiB a month in total. */
  egressGiB: amount(1e9),
  /** Load balancers of each cluster. */
  loadBalancers: z.int().min(0).max(1_000),
  /** Traffic between zones, GiB a month in total. */
  crossZoneGiB: amount(1e9),
  /** Logs kept, GiB a month in total. */
  logsGiB: amount(1e8),
  backups: z.boolean(),
  commitment: z.enum(COMMITMENTS),
  /** Share of stateless capacity on spot machines, 0 to 100. */
  spotPercent: z.number().min(0).max(100),
  /** USD for an hour of the people who run it. */
  labourRateUsd: amount(10_000),
  /** USD lost in an hour of outage; null leaves the risk out of the sum. */
  outageCostUsdPerHour: amount(1e9).nullable(),
  currency: z.enum(CURRENCIES),
  /** The platform in use today, or null. */
  running: z.string().min(1).max(60).nullable(),
  /** Platforms, or providers with all of theirs, that are not wanted. */
  excluded: z.array(z.string().min(1).max(60)),
  /** The only platforms, or providers with all of theirs, that are wanted; empty means any. */
  only: z.array(z.string().min(1).max(60)),
  existingServers: z.boolean(),
  extendedSupport: z.boolean(),
  gkeCreditUsed: z.boolean(),
});
export type Requirement = z.infer<typeof Requirement>;
/** A key of a requirement. */
export type RequirementKey = keyof Requirement;

/** What a person gave: any of the keys, none of them necessary. */
export const RequirementInput = Requirement.partial();
export type RequirementInput = z.input<typeof RequirementInput>;

type DerivedKey = "backups" | "region" | "existingServers" | "storageGiB";
const DEFAULTS: Omit<Requirement, DerivedKey> = {
  purpose: "production",
  existingCloud: "none",
  kubernetesExperience: "beginner",
  engineers: 2,
  budgetUsd: null,
  spendTodayUsd: null,
  uptimePercent: null,
  features: [],
  gpuModel: null,
  hoursPerMonth: HOURS_PER_MONTH,
  priorities: [],
  clusters: 1,
  workload: { services: 3, replicas: 2, cpuMillicores: 250, memoryMiB: 512 },
  volumes: [],
  egressGiB: 100,
  loadBalancers: 1,
  crossZoneGiB: 0,
  logsGiB: 5,
  commitment: "none",
  spotPercent: 0,
  labourRateUsd: 100,
  outageCostUsdPerHour: null,
  currency: "USD",
  running: null,
  excluded: [],
  only: [],
  extendedSupport: false,
  gkeCreditUsed: false,
};

/** Every key of a requirement, in the order people are asked. */
export const REQUIREMENT_KEYS = Object.keys(Requirement.shape) as RequirementKey[];

/** A requirement in full, and the keys whose default was taken. */
export interface ParsedRequirement {
  requirement: Requirement;
  /** The keys nobody gave, in the order people are asked: each is an assumption the card names. */
  assumed: RequirementKey[];
}

/**
 * The complete requirement behind `input`, and which of its keys are defaults.
 * @throws {UserError} naming every key that is unknown or out of bounds, what came and what is allowed. Nothing is clamped.
 */
export function parseRequirement(input: unknown): ParsedRequirement {
  const parsed = RequirementInput.safeParse(input ?? {}, { reportInput: true });
  if (!parsed.success) throw requirementError(parsed.error);
  const given = withoutUndefined(parsed.data);
  const purpose = given.purpose ?? DEFAULTS.purpose;
  const requirement: Requirement = { ...DEFAULTS, ...derivedDefaults(purpose, given), ...given };
  requirement.features = [...new Set(requirement.features)].sort((a, b) => FEATURES.indexOf(a) - FEATURES.indexOf(b));
  requirement.priorities = [...new Set(requirement.priorities)];
  return { requirement, assumed: REQUIREMENT_KEYS.filter((key) => !(key in given)) };
}

/**
 * Defaults that follow from what was given. Whoever is on Hetzner is most likely in the EU, where all its lines are sold, on
 * servers it has; and who wants European law wants the machines there, too. Who lists volumes has listed them all.
 */
function derivedDefaults(
  purpose: Purpose,
  { existingCloud, features = [], only = [], volumes = [] }: RequirementInput,
): Pick<Requirement, DerivedKey> {
  const isEuropean =
    existingCloud === "hetzner" || features.includes("eu-sovereignty") || (only.length > 0 && only.every(isEuropes));
  return {
    backups: purpose === "production" || purpose === "enterprise",
    region: isEuropean ? "eu-central" : "us-east",
    existingServers: existingCloud === "hetzner",
    storageGiB: volumes.length > 0 ? 0 : 20,
  };
}

/** Whether a platform or provider has its regions in Europe, all or the most of them. */
const isEuropes = (id: string) => /^(hetzner|ovh|scaleway)/.test(id);

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never;
}

function requirementError(error: z.ZodError): UserError {
  const faults = error.issues.map(describeIssue);
  return new UserError(
    faults.length === 1
      ? `The requirement has a fault: ${faults[0]}.`
      : `The requirement has ${faults.length} faults: ${faults.join("; ")}.`,
    `Allowed keys: ${REQUIREMENT_KEYS.join(", ")}.`,
  );
}

const WORKLOADS =
  "{services, replicas, cpuMillicores, memoryMiB}, {pods: [{name, replicas, cpuMillicores, memoryMiB, gpus}]}, {nodes, vcpu, memoryGiB}, {nodes, instanceType} or {pools: [{count, instanceType}]}; pods and services may have pools beside them";

/** What a bound counts where it is not the value itself. */
const COUNTED: ReadonlyMap<string, string> = new Map<string, string>([
  ["string", " characters long"],
  ["array", " entries long"],
]);

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.join(".") || "the requirement";
  const came = "input" in issue ? `, got ${brief(issue.input)}` : "";
  switch (issue.code) {
    case "unrecognized_keys":
      return `${issue.path.length > 0 ? `${where}: ` : ""}unknown key ${issue.keys.map((key) => `"${key}"`).join(", ")}${issue.path[0] === "workload" ? `; a workload is one of ${WORKLOADS}` : ""}`;
    case "invalid_value":
      return `${where} must be one of ${issue.values.join(", ")}${came}`;
    case "too_small":
      return `${where} must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${COUNTED.get(issue.origin) ?? ""}${came}`;
    case "too_big":
      return `${where} must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${COUNTED.get(issue.origin) ?? ""}${came}`;
    case "invalid_union":
      return `${where} must be one of ${WORKLOADS}, with numbers above 0${came}`;
    case "invalid_type":
      return `${where} must be ${article(issue.expected)}${came}`;
    default:
      return `${where}: ${issue.message}${came}`;
  }
}

const article = (type: string) =>
  type === "int" ? "a whole number" : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
