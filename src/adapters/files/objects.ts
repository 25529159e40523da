import { z } from "zod";

/** The few keys of Kubernetes objects that say what runs and what it asks for; all others are passed over. */
const Quantities = z.record(z.string(), z.union([z.string(), z.number()])).nullish();
export const Resources = z.object({ requests: Quantities, limits: Quantities }).nullish();
export type Resources = z.infer<typeof Resources>;

const Container = z.object({ name: z.string(), resources: Resources, restartPolicy: z.string().nullish() });
export type Container = z.infer<typeof Container>;

export const PodSpec = z.object({
  containers: z.array(Container).min(1),
  initContainers: z.array(Container).nullish(),
  resources: Resources, // of the pod as a whole, in place of its containers'
  overhead: Quantities, // what the pod's runtime class adds
  nodeSelector: z.record(z.string(), z.string()).nullish(),
  tolerations: z.array(z.unknown()).nullish(),
  affinity: z.unknown().optional(),
  topologySpreadConstraints: z.array(z.unknown()).nullish(),
  volumes: z.array(z.unknown()).nullish(),
});
export type PodSpec = z.infer<typeof PodSpec>;

const Owner = z.object({ kind: z.string(), name: z.string(), controller: z.boolean().nullish() });
const Metadata = z.object({
  name: z.string().nullish(),
  generateName: z.string().nullish(),
  namespace: z.string().nullish(),
  labels: z.record(z.string(), z.unknown()).nullish(),
  annotations: z.record(z.string(), z.unknown()).nullish(),
  ownerReferences: z.array(Owner).nullish(),
  deletionTimestamp: z.string().nullish(),
});
/** What any object has; `spec` is checked when its kind is one that runs something. */
export const AnyObject = z.object({
  apiVersion: z.string().nullish(),
  kind: z.string().min(1),
  metadata: Metadata.nullish(),
  spec: z.unknown().optional(),
  status: z.unknown().optional(),
});
export type AnyObject = z.infer<typeof AnyObject>;

const Count = z.int().min(0).nullish();
const Template = z.object({ spec: PodSpec });
const Replicated = z
  .object({ replicas: Count, template: Template })
  .transform(({ replicas, template }) => ({ replicas: replicas ?? 1, pod: template.spec }));
const Job = z
  .object({ parallelism: Count, suspend: z.boolean().nullish(), template: Template })
  .transform(({ parallelism, suspend, template }) => ({
    replicas: suspend === true ? 0 : (parallelism ?? 1),
    pod: template.spec,
  }));
const CronJob = z
  .object({ suspend: z.boolean().nullish(), jobTemplate: z.object({ spec: Job }) })
  .transform(({ suspend, jobTemplate }) =>
    suspend === true ? { ...jobTemplate.spec, replicas: 0 } : jobTemplate.spec,
  );

/** What an object runs. */
export interface Run {
  replicas: number;
  pod: PodSpec;
}
type Runs = z.ZodType<Run>;
/** Kinds that run pods, and how the `spec` of each says which and how many. */
export const RUNNING_KINDS: ReadonlyMap<string, Runs> = new Map<string, Runs>([
  ["Deployment", Replicated],
  ["StatefulSet", Replicated],
  ["ReplicaSet", Replicated],
  ["ReplicationController", Replicated],
  ["Job", Job],
  ["CronJob", CronJob],
  ["Pod", PodSpec.transform((pod) => ({ replicas: 1, pod }))],
]);
/** What a pod is owned by that every node runs: such pods come out of a node before others are placed. */
export const NODE_KINDS: readonly string[] = ["DaemonSet", "Node"];
/** Kinds that come and go. */
export const PASSING_KINDS: readonly string[] = ["Job", "CronJob"];

const COUNTS = ["replicas", "instances", "numberOfInstances", "size"] as const;
const Operated = z.object({
  replicas: Count.catch(null),
  instances: Count.catch(null),
  numberOfInstances: Count.catch(null),
  size: Count.catch(null),
  resources: Resources,
});
const WithTemplate = z.object({
  replicas: Count.catch(null),
  template: z.object({ metadata: Metadata.nullish(), spec: PodSpec }),
});
/** https://knative.dev/docs/serving/autoscaling/scale-bounds/ */
const LEAST_COPIES = "autoscaling.knative.dev/min-scale";

/**
 * What an object of any other kind runs: by a pod template in it, or by how many copies of what size an operator is to make.
 * Null where neither stands there.
 */
export function runByOperator(spec: unknown): Run | null {
  const templated = WithTemplate.safeParse(spec).data;
  if (templated !== undefined) {
    const least = Number(templated.template.metadata?.annotations?.[LEAST_COPIES] ?? 1);
    return { replicas: templated.replicas ?? Math.max(1, least || 1), pod: templated.template.spec };
  }
  const { resources, ...counts } = Operated.safeParse(spec).data ?? {};
  const key = COUNTS.find((each) => typeof counts[each] === "number");
  if (key === undefined || resources == null) return null;
  return { replicas: counts[key] ?? 1, pod: { containers: [{ name: "main", resources }] } as PodSpec };
}
