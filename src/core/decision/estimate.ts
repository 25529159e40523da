import { z } from "zod";
import { CONFIDENCES } from "../catalog/catalog.ts";
import { CURRENCIES } from "../question/choices.ts";
import { Requirement } from "../question/requirement.ts";

/** What a line of a bill is for. */
export const COST_CATEGORIES = [
  "control-plane",
  "nodes",
  "os-disks",
  "storage",
  "backups",
  "load-balancers",
  "nat",
  "public-ipv4",
  "egress",
  "cross-zone",
  "logs",
  "credits",
  "discounts",
] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** One line of a bill. `quantity × unitPrice`, rounded to the cent, is `cost`; credits are negative. */
export const CostLine = z.strictObject({
  category: z.enum(COST_CATEGORIES),
  description: z.string(), // names the list price too, where it is published in another currency
  skuId: z.string(),
  region: z.string(),
  quantity: z.number(),
  unit: z.string(),
  unitPrice: z.number(), // in `currency`, ten figures
  cost: z.number(), // in `currency`, whole cents
  currency: z.enum(CURRENCIES),
  source: z.url(),
  asOf: z.iso.date(),
  confidence: z.enum(CONFIDENCES),
});
export type CostLine = z.infer<typeof CostLine>;

/** A month's bill. `total` is the sum of the lines, to the cent. */
export const Bill = z.strictObject({ currency: z.enum(CURRENCIES), total: z.number(), lines: z.array(CostLine) });
export type Bill = z.infer<typeof Bill>;

const Amounts = z.strictObject({ cpuMillicores: z.int(), memoryMiB: z.int(), pods: z.int() });

/** Nodes of a pool that hold the same: what one of them is asked for, and what that and its daemons leave. */
export const NodeFill = z.strictObject({
  count: z.int().min(1),
  requested: Amounts,
  free: Amounts, // below 0 on a node that also carries a self-run control plane and is full
  isSpare: z.boolean(), // kept empty, so that the pods of a lost node have a place
});
export type NodeFill = z.infer<typeof NodeFill>;

/** Like nodes of a cluster. */
export const NodePool = z.strictObject({
  instanceType: z.string(),
  count: z.int().min(1), // all zones together
  zones: z.int().min(1),
  vcpu: z.number(), // of one node
  memoryGiB: z.number(), // of one node, nominal
  allocatable: Amounts, // of one node, daemons not yet taken off: what is missing to its size, the system keeps
  nodes: z.array(NodeFill), // the fullest first; empty where nobody knows what runs on them
});
export type NodePool = z.infer<typeof NodePool>;

/** What decides the size of a cluster. */
export const BINDINGS = ["memory", "cpu", "pods", "gpus", "n+1", "minimum", "asked", "requests"] as const;

/** One cluster; with several, each is like it. */
export const Cluster = z.strictObject({
  pools: z.array(NodePool), // empty where pods are billed
  pods: z.int().min(0), // of the workload
  binding: z.enum(BINDINGS),
});
export type Cluster = z.infer<typeof Cluster>;

/** People's hours beside the bill, as money. */
export const Labour = z.strictObject({
  hoursPerMonth: z.number(),
  rate: z.number(), // per hour, in the bill's currency
  cost: z.number(),
  parts: z.array(z.strictObject({ name: z.string(), hoursPerMonth: z.number(), cost: z.number(), says: z.string() })),
});
export type Labour = z.infer<typeof Labour>;

/** A platform that can be chosen, with its cluster and every cost. */
export const RankedPlatform = z.strictObject({
  platform: z.string(),
  tier: z.string(),
  region: z.string(),
  rank: z.int().min(1),
  status: z.enum(["fits", "fits-with-warnings"]),
  reason: z.string(), // why it stands where it stands, in one sentence with its figure
  cluster: Cluster,
  bill: Bill,
  labour: Labour,
  risk: z.number(), // expected outage cost a month; 0 where none was asked for
  trueCost: z.number(), // bill + labour + risk
  sla: z.strictObject({ percent: z.number(), downtimeMinutesPerMonth: z.number() }).nullable(),
  triangle: z.strictObject({ cost: z.number(), control: z.number(), operations: z.number() }), // 1 to 5, 5 best
  warnings: z.array(z.string()),
});
export type RankedPlatform = z.infer<typeof RankedPlatform>;

/** A platform that is ruled out, and the one rule that decides it. */
export const RejectedPlatform = z.strictObject({
  platform: z.string(),
  tier: z.string(),
  rule: z.string(),
  reason: z.string(),
});
export type RejectedPlatform = z.infer<typeof RejectedPlatform>;

/** A change of the question that would change the answer, found by solving. */
export const Flip = z.strictObject({
  change: z.string(), // the key that changes
  from: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  platform: z.string(), // what would win then
  text: z.string(),
});
export type Flip = z.infer<typeof Flip>;

/** A platform that would fit with one thing less asked for. */
export const Nearest = z.strictObject({
  platform: z.string(),
  tier: z.string(),
  lacks: z.string(), // what rules it out, in words
  label: z.string(), // what to accept, for a button: "Accept 99.95 %"
  changes: Requirement.partial(), // the same as keys of the requirement
  bill: z.number(), // a month, then
  currency: z.enum(CURRENCIES),
});
export type Nearest = z.infer<typeof Nearest>;

/** A phrase of free text and the key it set. */
export const Understood = z.strictObject({ text: z.string(), key: z.string(), value: z.unknown() });
export type Understood = z.infer<typeof Understood>;

/**
 * The whole answer: what `advise --json` prints. The same requirement, catalog and date give the same object, byte for byte.
 * `docker-desktop` is always among `rejected`, with what it lacks.
 */
export const Estimate = z.strictObject({
  id: z.string(), // short; the same question on the same catalog and day has the same
  catalog: z.strictObject({ version: z.string(), newestAsOf: z.iso.date() }),
  asOf: z.iso.date(),
  requirement: Requirement,
  assumed: z.array(z.string()),
  understood: z.array(Understood),
  unparsed: z.array(z.string()),
  /** How the files that were handed in were read, as sentences; left out where there were none. */
  fromFiles: z.array(z.string()).optional(),
  /** What has to be known before anything is recommended; then nothing is ranked. Left out where an answer stands. */
  questions: z.array(z.string()).optional(),
  verdict: z.strictObject({ platform: z.string(), tier: z.string(), reason: z.string() }),
  ranking: z.array(RankedPlatform),
  rejected: z.array(RejectedPlatform),
  flips: z.array(Flip),
  /** Where nothing fits, up to three that would with one concession each; left out where something fits. */
  nearest: z.array(Nearest).optional(),
});
export type Estimate = z.infer<typeof Estimate>;
