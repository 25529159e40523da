import type { MeaningKey } from "./annotation.ts";
import type { AdviseUtterance, FollowUpUtterance } from "./corpus.ts";
import { type Mark, tellingOf } from "./outcome.ts";
import type { Heard } from "./reader.ts";

/** Keys in which a value that nobody said is wrong, and what is assumed of the workload of whoever says nothing. */
const NEVER_INVENTED: readonly MeaningKey[] = [
  "budgetUsd",
  "spendTodayUsd",
  "engineers",
  "clusters",
  "running",
  "existingCloud",
  "region",
  "uptimePercent",
  "storageGiB",
  "egressGiB",
  "crossZoneGiB",
  "logsGiB",
  "loadBalancers",
  "commitment",
  "spotPercent",
  "labourRateUsd",
  "outageCostUsdPerHour",
  "extendedSupport",
  "gpuModel",
  "hoursPerMonth",
];
const WORKLOAD_PARTS: readonly MeaningKey[] = [
  "services",
  "pods",
  "replicas",
  "cpuMillicores",
  "memoryMiB",
  "nodes",
  "instanceType",
  "vcpu",
  "memoryGiB",
];
/** What one part of a workload brings with it: eight pods are one figure, however a workload holds them. */
const BRINGS: Partial<Record<MeaningKey, readonly MeaningKey[]>> = {
  pods: ["services", "replicas"],
  services: ["pods"],
  replicas: ["pods"],
  nodes: ["vcpu", "memoryGiB"],
  instanceType: ["nodes", "vcpu", "memoryGiB"],
  vcpu: ["nodes", "memoryGiB"],
  memoryGiB: ["nodes", "vcpu"],
  gpuModel: ["pods", "replicas", "services", "nodes", "instanceType", "vcpu", "memoryGiB"],
  running: ["existingCloud", "extendedSupport"],
};

/** Values that nobody said. */
export function inventedMarks(utterance: AdviseUtterance | FollowUpUtterance, heard: Heard): Mark[] {
  if (heard.advice === null) return [];
  const meant = utterance.annotations.flatMap(({ key }) => (key === null ? [] : [key]));
  const named = [...meant, ...(utterance.free ?? [])];
  const excused = new Set<MeaningKey>([...named, ...named.flatMap((key) => BRINGS[key] ?? [])]);
  return [...NEVER_INVENTED, ...WORKLOAD_PARTS]
    .filter((key) => !excused.has(key) && isSaid(key, heard))
    .map((key) => {
      const words = heard.advice?.understood.find((each) => each.key === key || partOf(each, key))?.text ?? "";
      const note = `nobody said ${key}, set to ${JSON.stringify(readAs(key, heard))} by "${words}"`;
      return { key, outcome: words === "" ? "wrong" : tellingOf(words, heard), note };
    });
}

const partOf = ({ key, value }: { key: string; value: unknown }, part: MeaningKey): boolean =>
  key === "workload" && typeof value === "object" && value !== null && part in value;

export const readAs = (key: MeaningKey, { advice }: Heard): unknown => advice?.values[key] ?? null;

/** Whether the words gave a key a value, rather than the assumptions or the card before. */
export function isSaid(key: MeaningKey, { advice }: Heard): boolean {
  if (advice === null) return false;
  const { values, before, given, followup } = advice;
  if (key === "excluded" || key === "only" || key === "asked" || key === "without") return false;
  const differs = JSON.stringify(values[key] ?? null) !== JSON.stringify(before[key] ?? null);
  if (WORKLOAD_PARTS.includes(key)) return differs && values[key] !== undefined;
  return differs && (followup !== null || given.includes(key));
}
