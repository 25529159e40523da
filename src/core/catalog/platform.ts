import { z } from "zod";
import { FEATURES } from "../question/choices.ts";

/** A sentence for people, with the page that backs it. */
const Sourced = z.strictObject({ says: z.string().min(1), source: z.url() });

/** A promise of availability, as the provider writes it. */
export const Sla = z.strictObject({
  percent: z.number().min(0).lt(100),
  withZonesPercent: z.number().min(0).lt(100).nullable(), // where nodes in three zones raise the promise
  covers: z.string().min(1), // "the Kubernetes API"
  source: z.url(),
});
export type Sla = z.infer<typeof Sla>;

/** A control plane that can be ordered: its fee, its promise, its servers. */
export const Tier = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  feeSku: z.string().min(1), // the control plane's own price; 0 where it is free
  surchargeSku: z.string().min(1).nullable(),
  sla: Sla.nullable(),
  servers: z.union([z.literal(1), z.literal(3)]).nullable(), // machines that carry a self-run control plane
  extendedSupport: z.boolean(), // the tier of Kubernetes versions past standard support
  production: z.boolean(), // false: the provider advises against it for production
});
export type Tier = z.infer<typeof Tier>;

/** CPU a node keeps for itself: a share of each successive core, a step table, or a flat amount. */
export const CpuReserve = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("per-core"),
    percentOfCore: z
      .array(z.strictObject({ upToCore: z.number().positive().nullable(), percent: z.number().min(0) }))
      .min(1),
    sharedCoreMillicores: z.number().min(0).nullable(), // flat amount on machines that share a core
    sharedCoreTypes: z.array(z.string()),
    source: z.url(),
  }),
  z.strictObject({
    kind: z.literal("table"),
    rows: z.array(z.strictObject({ vcpu: z.number().positive(), millicores: z.number().min(0) })).min(1), // linear between rows
    source: z.url(),
  }),
  z.strictObject({ kind: z.literal("flat"), millicores: z.number().min(0), source: z.url() }),
]);
export type CpuReserve = z.infer<typeof CpuReserve>;

/** Memory a node keeps for itself, eviction threshold apart. */
export const MemoryReserve = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("tiers"),
    below1GiBMiB: z.number().min(0),
    percentOfGiB: z
      .array(z.strictObject({ upToGiB: z.number().positive().nullable(), percent: z.number().min(0) }))
      .min(1),
    evictionMiB: z.number().min(0),
    source: z.url(),
  }),
  z.strictObject({
    kind: z.literal("per-pod"),
    mibPerPod: z.number().min(0),
    baseMiB: z.number().min(0),
    mostPercent: z.number().min(0).max(100).nullable(), // never more than this share of the memory
    evictionMiB: z.number().min(0),
    source: z.url(),
  }),
  z.strictObject({
    kind: z.literal("table"),
    rows: z.array(z.strictObject({ memoryGiB: z.number().positive(), allocatableGiB: z.number().positive() })).min(1),
    source: z.url(),
  }),
  z.strictObject({ kind: z.literal("flat"), mib: z.number().min(0), evictionMiB: z.number().min(0), source: z.url() }),
]);
export type MemoryReserve = z.infer<typeof MemoryReserve>;

const Overhead = z.strictObject({
  cpuMillicores: z.number().min(0),
  memoryMiB: z.number().min(0),
  pods: z.int().min(0),
});

/** Nodes are billed: the workload is packed on them. */
export const NodesCompute = z.strictObject({
  kind: z.literal("nodes"),
  minimumNodes: z.int().min(1),
  minimumMemoryGiB: z.number().min(0), // smaller machines cannot join
  cpuReserve: CpuReserve,
  memoryReserve: MemoryReserve,
  vmMemoryOverheadPercent: z.number().min(0).max(50), // nominal memory the machine never shows
  maxPods: z.int().positive(), // the ceiling where the machine sets none
  /** What the provider caps pods at whatever the machine allows, by its size: the first row that fits; null has no upper end. */
  podCaps: z
    .strictObject({
      rows: z.array(z.strictObject({ belowVcpu: z.number().positive().nullable(), pods: z.int().positive() })).min(1),
      source: z.url(),
    })
    .optional(),
  overhead: Overhead.extend({ source: z.url(), confidence: z.enum(["high", "medium", "low"]) }), // daemons on every node
  serverOverhead: Overhead.extend({ source: z.url() }).nullable(), // more, on nodes that carry the control plane
  systemPool: z
    .strictObject({
      minimumNodes: z.int().min(1),
      minimumVcpu: z.number().positive(), // for production; halved where not
      minimumMemoryGiB: z.number().positive(),
      source: z.url(),
    })
    .nullable(),
  osDisk: z
    .strictObject({
      freeFromLocalGiB: z.number().positive().optional(), // on machines with a disk of their own this large it costs nothing; left out: it always costs
      sizes: z.array(
        z.strictObject({
          families: z.array(z.string()).optional(), // only for machines of these; left out: for all
          upToVcpu: z.number().positive().nullable(),
          skuId: z.string(),
          gib: z.number().positive(),
        }),
      ),
    })
    .nullable(), // null: included in the machine
});
export type NodesCompute = z.infer<typeof NodesCompute>;

/** Pods are billed: each request is rounded as the provider rounds it. */
export const PodsCompute = z.strictObject({
  kind: z.literal("pods"),
  vcpuSku: z.string(),
  memorySku: z.string(),
  defaultRequest: z.strictObject({ cpuMillicores: z.int().positive(), memoryMiB: z.int().positive(), source: z.url() }),
  rounding: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("ratio"), // memory within a range of GiB per vCPU; the smaller side is raised
      minimumCpuMillicores: z.number().positive(),
      minimumMemoryMiB: z.number().positive(),
      leastGiBPerVcpu: z.number().positive(),
      mostGiBPerVcpu: z.number().positive(),
      mostVcpu: z.number().positive(),
      source: z.url(),
    }),
    z.strictObject({
      kind: z.literal("pairs"), // the next listed pair up, after the provider's own agent is added
      addMiB: z.number().min(0),
      pairs: z
        .array(z.strictObject({ vcpu: z.number().positive(), memoryGiB: z.array(z.number().positive()).min(1) }))
        .min(1),
      source: z.url(),
    }),
  ]),
});
export type PodsCompute = z.infer<typeof PodsCompute>;

/** One machine without Kubernetes. */
export const MachineCompute = z.strictObject({
  kind: z.literal("machine"),
  overhead: Overhead, // the operating system and the container engine
  source: z.url(),
});
export type MachineCompute = z.infer<typeof MachineCompute>;

/** What is paid for: nodes, pods, one machine, or a laptop that nobody bills. */
export const Compute = z.discriminatedUnion("kind", [
  NodesCompute,
  PodsCompute,
  MachineCompute,
  z.strictObject({ kind: z.literal("laptop"), lacks: z.array(z.string().min(1)).min(1) }),
]);
export type Compute = z.infer<typeof Compute>;

/** Which prices the parts around the nodes take. `null` means the part costs nothing there, and why. */
export const Billing = z.strictObject({
  /** What the provider gives back against the fee, once per billing account. */
  feeCredit: z.strictObject({ skuId: z.string(), perAccountUsd: z.number().positive() }).nullable(),
  storageSku: z.string(),
  storageOf: z.array(z.strictObject({ families: z.array(z.string()).min(1), skuId: z.string() })).optional(), // on machines that take no other volumes
  backup: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("per-gib"), skuId: z.string() }), // a snapshot the size of the data
    z.strictObject({ kind: z.literal("flat"), skuId: z.string(), holdsGiB: z.number().positive() }), // as many buckets a cluster as hold its data, one at least
  ]),
  loadBalancer: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("each"),
      skuId: z.string(),
      dataSku: z.string().nullable(),
      ipv4Each: z.int().min(0), // the fewest addresses of one balancer
      ipv4EachZone: z.boolean().optional(), // true: one in each zone of the cluster
      always: z.int().min(0),
    }),
    z.strictObject({
      kind: z.literal("rules"), // the first few together at one price, then each
      firstSku: z.string(),
      firstCount: z.int().positive(),
      extraSku: z.string(),
      dataSku: z.string().nullable(),
      inboundShare: z.number().min(0).max(1).optional(), // only what comes in is billed: estimated as this share of what goes out
      ipv4Each: z.int().min(0),
      always: z.int().min(0), // balancers the cluster needs for its own way out
    }),
  ]),
  nat: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none"), why: z.string().min(1) }),
    z.strictObject({
      kind: z.literal("per-zone"),
      hourSku: z.string(),
      dataSku: z.string(),
      gibPerNode: z.number().min(0),
      always: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal("per-node"), // by node up to a number of nodes, then one flat price
      nodeHourSku: z.string(),
      upToNodes: z.int().positive(),
      flatHourSku: z.string(),
      dataSku: z.string(),
      gibPerNode: z.number().min(0),
      always: z.boolean(),
    }),
  ]),
  nodeIpv4: z.enum(["none", "public-nodes", "every-node"]), // which nodes hold an address of their own
  ipv4Sku: z.string().nullable(),
  egress: z.strictObject({ skuId: z.string(), pooled: z.boolean() }), // pooled: what comes with the machines is used first
  crossZone: z.strictObject({ skuId: z.string(), directions: z.union([z.literal(1), z.literal(2)]) }).nullable(),
  logs: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("service"), skuId: z.string() }),
    z.strictObject({ kind: z.literal("disk"), skuId: z.string() }), // kept on a volume of the cluster
  ]),
});
export type Billing = z.infer<typeof Billing>;

/** How a platform stands to something people ask for. A feature without a row is not offered. */
export const FeatureSupport = z.strictObject({
  status: z.enum(["yes", "conditional", "do-it-yourself", "no"]),
  says: z.string().min(1),
  source: z.url(),
  setUpHours: z.number().min(0).default(0),
  monthlyHours: z.number().min(0).default(0),
});
export type FeatureSupport = z.infer<typeof FeatureSupport>;

/**
 * What somebody should know who runs there. It goes with the plans it concerns: a condition that is left out always holds.
 * `about: price` also goes with a rejection for money: what makes older figures wrong there.
 */
export const Note = Sourced.extend({
  about: z.enum(["price", "use"]).default("use"),
  from: z.iso.date().optional(), // the first day it was true
  tiers: z.array(z.string().min(1)).optional(), // only with one of these
  features: z.array(z.enum(FEATURES)).optional(), // only where one of these is asked for
  belowNodeMemoryGiB: z.number().positive().optional(), // only where a planned node has less
});
export type Note = z.infer<typeof Note>;

/** A candidate: where a cluster could run, with everything needed to plan and price one there. All of it data. */
export const Platform = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  shortName: z.string().min(1).max(20).optional(), // where the name is long: for titles and charts; no two platforms share one
  aliases: z.array(z.string().min(1)).optional(), // what else people call it; a name of several platforms means the first by default
  provider: z.string().nullable(), // null for the laptop
  kind: z.enum(["managed", "pods", "self-managed", "machine", "laptop"]),
  summary: z.string().min(1), // what it is, for somebody who never heard of it
  zones: z.strictObject({
    most: z.union([z.literal(1), z.literal(3)]),
    always: z.boolean(), // true: nodes are always spread over three
    perZoneCounts: z.boolean(), // true: a number of nodes means that many in each zone
  }),
  tiers: z.array(Tier).min(1),
  compute: Compute,
  billing: Billing.nullable(), // null for the laptop
  labourProfile: z.string(),
  /** 1 (little can be changed) to 5 (everything can). */
  control: z.int().min(1).max(5),
  /** Hours a month lost to what cannot be changed there, when control is what people want. */
  controlGapHours: z.number().min(0),
  features: z.partialRecord(z.enum(FEATURES), FeatureSupport),
  strengths: z.strictObject({ cost: z.string(), control: z.string(), operations: z.string() }),
  notes: z.array(Note), // stock, withdrawn types, quotas
});
export type Platform = z.infer<typeof Platform>;
