import { z } from "zod";
import type { AnyObject } from "./objects.ts";

const Count = z.int().min(0).nullish();
const Target = z.object({ kind: z.string().nullish(), name: z.string() });
const Horizontal = z
  .object({ scaleTargetRef: Target, minReplicas: Count, maxReplicas: Count })
  .transform((spec) => ({ target: spec.scaleTargetRef, least: spec.minReplicas ?? 1, most: spec.maxReplicas ?? null }));
/** https://keda.sh/docs/latest/reference/scaledobject-spec/ */
const Scaled = z
  .object({ scaleTargetRef: Target, minReplicaCount: Count, maxReplicaCount: Count })
  .transform((spec) => ({
    target: spec.scaleTargetRef,
    least: spec.minReplicaCount ?? 0,
    most: spec.maxReplicaCount ?? 100,
  }));

type Scaler = z.ZodType<{ target: z.infer<typeof Target>; least: number; most: number | null }>;
const KINDS: ReadonlyMap<string, Scaler> = new Map<string, Scaler>([
  ["HorizontalPodAutoscaler", Horizontal],
  ["ScaledObject", Scaled],
]);

/** How few and how many copies an autoscaler keeps of a workload; `most` null where it does not say. */
export interface Scaling {
  least: number;
  most: number | null;
}

/** What autoscalers among the objects say, by "namespace/Kind/name" of what they scale. */
export function scalingsIn(objects: readonly AnyObject[]): Map<string, Scaling> {
  const found = new Map<string, Scaling>();
  for (const { kind, metadata, spec } of objects) {
    const read = KINDS.get(kind)?.safeParse(spec).data;
    if (read === undefined) continue;
    const { target, least, most } = read;
    found.set(`${metadata?.namespace ?? ""}/${target.kind ?? "Deployment"}/${target.name}`, { least, most });
  }
  return found;
}

/** Whether the object is an autoscaler, which runs nothing itself. */
export const isScaler = ({ kind }: AnyObject) => KINDS.has(kind);
