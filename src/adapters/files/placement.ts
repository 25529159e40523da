import { z } from "zod";
import type { Feature } from "../../core/question/choices.ts";
import type { PodSpec } from "./objects.ts";

const HOSTNAME = "kubernetes.io/hostname";
const AntiAffinity = z.object({
  podAntiAffinity: z.object({
    requiredDuringSchedulingIgnoredDuringExecution: z.array(z.object({ topologyKey: z.string() })),
  }),
});
const Spread = z.object({ topologyKey: z.string(), whenUnsatisfiable: z.string().nullish() });
const Toleration = z.object({ key: z.string().nullish(), value: z.string().nullish() });
/** Labels by which nodes say what GPU they have. */
const GPU_LABELS = [
  "cloud.google.com/gke-accelerator",
  "nvidia.com/gpu.product",
  "karpenter.k8s.aws/instance-gpu-name",
  "k8s.amazonaws.com/accelerator",
];
const MOST_MODEL = 40;
const SPOT = /spot|preemptible/i;

/** What the placement rules of a pod ask of the machines it runs on. */
export interface Placement {
  features: Feature[];
  gpuModel: string | null; // "A100 80GB"
  apart: boolean; // each copy on a machine of its own
  zones: boolean; // copies in several zones
}

/** What node selectors, tolerations, anti-affinity and spread of a pod mean for the cluster it needs. */
export function placementOf(pod: PodSpec): Placement {
  const selected = Object.entries(pod.nodeSelector ?? {});
  const tolerated = (pod.tolerations ?? []).flatMap((each) => {
    const { key, value } = Toleration.safeParse(each).data ?? {};
    return key == null ? [] : [[key, value ?? ""] as const];
  });
  const hints = [...selected, ...tolerated].filter(([key, value]) => SPOT.test(`${key}=${value}`) && value !== "false");
  const has = (ending: string, wanted: string) =>
    selected.some(([key, value]) => key.endsWith(ending) && value === wanted);
  const features: Feature[] = [
    ...(has("kubernetes.io/arch", "arm64") ? (["arm"] as const) : []),
    ...(has("kubernetes.io/os", "windows") ? (["windows"] as const) : []),
    ...(hints.length > 0 ? (["spot"] as const) : []),
  ];
  const apart = AntiAffinity.safeParse(pod.affinity).data?.podAntiAffinity;
  const spreads = (pod.topologySpreadConstraints ?? []).flatMap((each) => Spread.safeParse(each).data ?? []);
  const hard = spreads.filter(({ whenUnsatisfiable }) => whenUnsatisfiable !== "ScheduleAnyway");
  return {
    features,
    gpuModel: modelOf(selected.find(([key]) => GPU_LABELS.includes(key))?.[1] ?? ""),
    apart: apart?.requiredDuringSchedulingIgnoredDuringExecution.some((term) => term.topologyKey === HOSTNAME) ?? false,
    zones: hard.some(({ topologyKey }) => topologyKey.endsWith("/zone")),
  };
}

/** "A100 80GB" of "NVIDIA-A100-SXM4-80GB", "T4" of "nvidia-tesla-t4"; null for nothing. */
function modelOf(label: string): string | null {
  const words = label.toUpperCase().split(/[-_ ]+/);
  const own = words.filter((word) => !/^(NVIDIA|TESLA|SXM\d?|PCIE|NVL|SHARED)?$/.test(word));
  return own.length === 0 ? null : own.join(" ").slice(0, MOST_MODEL);
}
