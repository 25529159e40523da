import { HOURS_PER_MONTH } from "../units.ts";
import { FEATURES, type Purpose } from "./choices.ts";
import { REQUIREMENT_KEYS, type Requirement, RequirementInput, type RequirementKey } from "./requirement.ts";
import { requirementError } from "./requirement-error.ts";

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
