import { z } from "zod";
import { HOURS_PER_MONTH } from "../units.ts";

/** A whole number from 1 to `most`. */
export const count = (most: number) => z.int().min(1).max(most);

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
