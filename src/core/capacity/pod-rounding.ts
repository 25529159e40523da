import type { PodsCompute } from "../catalog/platform.ts";
import type { SizedPodKind } from "../question/workload.ts";
import { MIB_PER_GIB } from "../units.ts";

/** What a pod is billed as, after the provider's own rounding. */
export interface BilledPod {
  name: string;
  count: number;
  vcpu: number;
  memoryGiB: number;
}

/** The billed size of one pod; null when it is larger than the platform allows. */
export function roundPod(
  pod: Pick<SizedPodKind, "cpuMillicores" | "memoryMiB">,
  rule: PodsCompute["rounding"],
): { vcpu: number; memoryGiB: number } | null {
  if (rule.kind === "pairs") return nextPair(pod, rule);
  const cpu = Math.max(pod.cpuMillicores, rule.minimumCpuMillicores) / 1000;
  const memory = Math.max(pod.memoryMiB, rule.minimumMemoryMiB) / MIB_PER_GIB;
  const vcpu = Math.max(cpu, memory / rule.mostGiBPerVcpu);
  const memoryGiB = Math.max(memory, cpu * rule.leastGiBPerVcpu);
  return vcpu > rule.mostVcpu ? null : { vcpu, memoryGiB };
}

function nextPair(
  pod: Pick<SizedPodKind, "cpuMillicores" | "memoryMiB">,
  rule: Extract<PodsCompute["rounding"], { kind: "pairs" }>,
): { vcpu: number; memoryGiB: number } | null {
  const needGiB = (pod.memoryMiB + rule.addMiB) / MIB_PER_GIB;
  for (const { vcpu, memoryGiB } of rule.pairs) {
    if (vcpu * 1000 < pod.cpuMillicores) continue;
    const enough = memoryGiB.find((size) => size >= needGiB);
    if (enough !== undefined) return { vcpu, memoryGiB: enough };
  }
  return null;
}
