import { z } from "zod";
import { HOURS_PER_MONTH } from "../units.ts";
import { CLOUDS, COMMITMENTS, CURRENCIES, EXPERIENCES, FEATURES, PRIORITIES, PURPOSES } from "./choices.ts";
import { count, VolumeRequest, Workload } from "./workload-request.ts";

const amount = (most: number) => z.number().min(0).max(most);

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

/** Every key of a requirement, in the order people are asked. */
export const REQUIREMENT_KEYS = Object.keys(Requirement.shape) as RequirementKey[];
