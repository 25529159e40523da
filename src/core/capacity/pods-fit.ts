import type { Platform } from "../catalog/platform.ts";
import type { Knowledge } from "../decision/consider.ts";
import { PLANNING_REQUEST } from "../question/workload.ts";
import { HOURS_PER_MONTH } from "../units.ts";
import type { Capacity } from "./allocatable.ts";

/** What one pod asks for. */
export interface PodSize {
  cpuMillicores: number;
  memoryMiB: number;
}

/** How many pods one machine holds as a node of some platforms. */
export interface PodsFit {
  platforms: string[]; // ids; several where they cut their nodes alike
  machine: string;
  pods: number;
  limit: "memory" | "cpu" | "pods"; // what runs out first
  size: PodSize;
  usable: Capacity; // what daemons leave of the node
}

/**
 * How many pods of `size` one machine holds on each platform that takes it as a node: by memory, by CPU, or by the platform's
 * ceiling of pods, what its system and daemons keep taken off. Empty for a name that is no machine's.
 */
export function podsThatFit(name: string, size: Partial<PodSize>, { book, options }: Knowledge): PodsFit[] {
  const machines = book.findInstanceTypes(name);
  const asked = { ...PLANNING_REQUEST, ...size };
  const fits = book.platforms.flatMap((platform) =>
    machines
      .filter(({ provider }) => provider === platform.provider)
      .flatMap(({ id }) => {
        const usable = usableOn(platform, id, { book, options });
        return usable === null ? [] : [fitOf(platform, id, asked, usable)];
      }),
  );
  return alike(fits);
}

function usableOn(platform: Platform, machine: string, { book, options }: Knowledge): Capacity | null {
  const { compute, provider } = platform;
  if (compute.kind !== "nodes" || platform.kind === "machine") return null;
  for (const region of book.regions.filter((each) => each.provider === provider)) {
    const query = {
      platform,
      compute,
      regionId: region.id,
      commitment: "none",
      existing: true,
      hoursPerMonth: HOURS_PER_MONTH,
    } as const;
    const found = options({ ...query, publicNodes: true, sustained: false }).find(
      (option) => option.machine.id === machine,
    );
    if (found !== undefined) return found.usable;
  }
  return null;
}

function fitOf({ id }: Platform, machine: string, size: PodSize, usable: Capacity): PodsFit {
  const [first] = [
    { limit: "memory" as const, pods: Math.floor(usable.memoryMiB / size.memoryMiB) },
    { limit: "cpu" as const, pods: Math.floor(usable.cpuMillicores / size.cpuMillicores) },
    { limit: "pods" as const, pods: usable.pods },
  ].sort((a, b) => a.pods - b.pods);
  if (first === undefined) throw new RangeError("A node has three limits");
  return { platforms: [id], machine, ...first, size, usable };
}

/** Those that hold the same of the same as one. */
function alike(fits: readonly PodsFit[]): PodsFit[] {
  const known = new Map<string, PodsFit>();
  for (const fit of fits) {
    const key = JSON.stringify({ ...fit, platforms: [] });
    const same = known.get(key);
    if (same === undefined) known.set(key, { ...fit, platforms: [...fit.platforms] });
    else same.platforms.push(...fit.platforms);
  }
  return [...known.values()];
}
