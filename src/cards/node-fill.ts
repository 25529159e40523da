import type { NodePool, RankedPlatform } from "../core/decision/estimate.ts";
import { counted } from "./clip.ts";

const WIDTH = 10;

/** "memory ███████░░░ 68 %, CPU ████░░░░░░ 41 %, 1 node spare": how full the nodes are by request; null where nobody knows. */
export function fillFact({ cluster: { pools } }: RankedPlatform): { label: string; value: string } | null {
  const known = pools.filter(({ nodes }) => nodes.length > 0);
  if (known.length === 0) return null;
  const spare = known.flatMap(({ nodes }) => nodes).reduce((sum, { isSpare, count }) => sum + (isSpare ? count : 0), 0);
  const parts = [
    `memory ${bar(share(known, "memoryMiB"))}`,
    `CPU ${bar(share(known, "cpuMillicores"))}`,
    ...(spare > 0 ? [`${counted(spare, "node")} spare`] : []),
  ];
  return { label: "How full", value: parts.join(", ") };
}

/** Of what Kubernetes can give out on all nodes, the share that pods ask for. */
function share(pools: readonly NodePool[], of: "memoryMiB" | "cpuMillicores"): number {
  const asked = pools
    .flatMap(({ nodes }) => nodes)
    .reduce((sum, { count, requested }) => sum + count * requested[of], 0);
  return asked / pools.reduce((sum, { count, allocatable }) => sum + count * allocatable[of], 0);
}

function bar(part: number): string {
  const full = Math.min(WIDTH, Math.round(part * WIDTH));
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${Math.round(part * 100)} %`;
}
