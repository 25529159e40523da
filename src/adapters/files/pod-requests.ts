import type { Container, PodSpec, Resources } from "./objects.ts";
import { mebibytes, millicores, quantity } from "./quantity.ts";

/** What a pod asks for, unrounded; null where no container names any. */
export interface Requests {
  cpuMillicores: number | null;
  memoryMiB: number | null;
  gpus: number;
}

/** What a scheduler reserves for a pod, and what its containers ask for besides CPU, memory and GPUs. */
export interface PodRequests extends Requests {
  others: string[]; // "google.com/tpu"
  /** Some container names no CPU, or no memory, while another does: it counts as none. */
  partial: boolean;
}

const READ = ["cpu", "memory", "ephemeral-storage"];
const isGpu = (resource: string) => resource.endsWith("/gpu");

/**
 * The larger of what runs together (containers and sidecars) and what starting needs (each init container beside the
 * sidecars before it), with the runtime's own part. A request left out is the limit, as Kubernetes fills it in.
 * https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 * @throws {UserError} naming the container whose quantity cannot be read.
 */
export function podRequests(pod: PodSpec, where: string): PodRequests {
  const init = pod.initContainers ?? [];
  const all = [...init, ...pod.containers];
  const asked = new Map(all.map((each) => [each, requestsOf(each.resources, `${where}, container ${each.name}`)]));
  const whole = requestsOf(pod.resources, where);
  const overhead = requestsOf({ requests: pod.overhead }, `${where}, overhead`);
  const of = (pick: keyof Requests) => {
    const own = whole[pick] || reserved(init, pod.containers, (container) => asked.get(container)?.[pick] ?? null);
    return own === null ? null : own + (overhead[pick] ?? 0);
  };
  const running = pod.containers.map((container) => asked.get(container));
  const someLack = (pick: "cpuMillicores" | "memoryMiB") =>
    whole[pick] === null &&
    running.some((each) => each?.[pick] === null) &&
    running.some((each) => each?.[pick] !== null);
  return {
    cpuMillicores: of("cpuMillicores"),
    memoryMiB: of("memoryMiB"),
    gpus: of("gpus") ?? 0,
    others: [...new Set(all.flatMap(({ resources }) => otherResources(resources)))],
    partial: someLack("cpuMillicores") || someLack("memoryMiB"),
  };
}

/** The most that is reserved at one time; null where nobody asks. */
function reserved(
  init: readonly Container[],
  containers: readonly Container[],
  of: (container: Container) => number | null,
): number | null {
  if ([...init, ...containers].every((container) => of(container) === null)) return null;
  let sidecars = 0;
  let starting = 0;
  for (const container of init) {
    const own = of(container) ?? 0;
    starting = Math.max(starting, sidecars + own);
    if (container.restartPolicy === "Always") sidecars += own;
  }
  const running = containers.reduce((sum, container) => sum + (of(container) ?? 0), sidecars);
  return Math.max(starting, running);
}

function requestsOf(resources: Resources, where: string): Requests {
  const asked = { ...resources?.limits, ...resources?.requests };
  const { cpu, memory } = asked;
  const gpus = Object.entries(asked).filter(([resource]) => isGpu(resource));
  return {
    cpuMillicores: cpu === undefined ? null : millicores(cpu, `${where}, cpu`),
    memoryMiB: memory === undefined ? null : mebibytes(memory, `${where}, memory`),
    gpus: gpus.reduce((sum, [resource, value]) => sum + quantity(value, `${where}, ${resource}`), 0),
  };
}

const otherResources = (resources: Resources): string[] =>
  Object.keys({ ...resources?.limits, ...resources?.requests }).filter((key) => !READ.includes(key) && !isGpu(key));
