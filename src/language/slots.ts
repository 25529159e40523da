import type { PriceItem, PriceQuery } from "../core/price/query.ts";
import type { Cloud, Feature, Geography, Priority } from "../core/question/choices.ts";
import type { Claim } from "../core/question/claim-remarks.ts";
import type { Requirement } from "../core/question/requirement.ts";
import type { FollowUpIntent, Measure } from "./verbs.ts";

/** How surely something was said. A surer slot replaces a weaker of the same key; two as sure must agree. */
export type Strength = "hinted" | "implied" | "said";

/** Keys of a requirement that one number, name or flag settles. */
export const SCALARS = [
  "purpose",
  "kubernetesExperience",
  "budgetUsd",
  "spendTodayUsd",
  "uptimePercent",
  "clusters",
  "egressGiB",
  "loadBalancers",
  "crossZoneGiB",
  "logsGiB",
  "backups",
  "commitment",
  "spotPercent",
  "labourRateUsd",
  "outageCostUsdPerHour",
  "currency",
  "running",
  "existingServers",
  "extendedSupport",
  "gkeCreditUsed",
  "gpuModel",
  "hoursPerMonth",
] as const;
export type ScalarKey = (typeof SCALARS)[number];

/** What is counted of a workload. */
export type Counted = "services" | "pods" | "replicas" | "gpus" | "nodes";

/** Who is counted: those who would run it before those who write for it, and both before heads. */
export type People = "operators" | "engineers" | "people";

/** A slot under each of several keys. */
type Each<K extends string, T> = K extends string ? { key: K } & T : never;

/** One thing that was said. A row a key of a requirement, a part of one, or what is to be told about the words. */
export type Slot = (
  | { [K in ScalarKey]: { key: K; value: Requirement[K] } }[ScalarKey]
  /** Several of these add up. */
  | { key: "storageGiB"; value: number }
  /** `perCluster`: so many in each of the clusters. */
  | Each<Counted, { value: number; perCluster?: true }>
  /** What one copy asks for, or all of them; a machine's size; or of whichever of them is counted beside it. Null: not said. */
  | { key: "size"; of: "each" | "total" | "node" | "loose"; cpuMillicores: number | null; memoryMiB: number | null }
  | { key: "instanceType"; value: string }
  /** A program with copies of its own, of several. Null: not said. */
  | { key: "podKind"; name: string; replicas: number; cpuMillicores: number | null; memoryMiB: number | null }
  | Each<People, { value: number; alone?: true }>
  | { key: "budgetPerPerson"; value: number }
  | Each<"feature" | "without", { value: Feature }>
  /** A store of data; where it runs nobody said. */
  | { key: "database" }
  | { key: "priority"; value: Priority }
  | { key: "existingCloud"; value: Cloud }
  | { key: "place"; region: string; geography: Geography }
  /** Platforms asked about, refused, or the only ones wanted. */
  | Each<"asked" | "excluded" | "only", { platforms: readonly string[] }>
  | { key: "claim"; claim: Claim }
  /** Price questions only: a thing whose price is asked, and for what time, at what rate, on what. */
  | { key: "item"; value: PriceItem }
  /** How many of the item before: "3 of them". */
  | { key: "ofLast"; value: number }
  | { key: "period"; value: PriceQuery["period"] }
  | ({ key: "span" } & NonNullable<PriceQuery["span"]>)
  | { key: "architecture"; value: NonNullable<PriceQuery["architecture"]> }
  | Each<"spotRate" | "comparison", unknown>
  /** Something to multiply or add to: follow-ups only. */
  | { key: "relative"; measure: Measure; times: number; plus: number }
  /** What a follow-up wants. */
  | { key: "intent"; value: FollowUpIntent }
  /** Heard and set aside: the words are quoted back as not read. */
  | { key: "unread" }
  /** Heard, and no news: "instead of 3". */
  | { key: "nothing" }
  /** Asks about the words, which set nothing. `{}` stands for them. */
  | { key: "question"; asks: string }
  /** Says how the words were read. `{}` stands for them. */
  | { key: "note"; says: string }
) & { strength?: Strength };
