import { groupBy } from "../../core/group-by.ts";
import type { PodRequest } from "../../core/question/workload-request.ts";
import { mebibytes, millicores } from "./quantity.ts";

/** A pod's use at one moment, and so much more, is what is planned for it: a share often left above the 95th percentile. */
const HEADROOM = 1.3; // basis: judgement
const HASHES = /(-[bcdfghjklmnpqrstvwxz2456789]{6,10})?-[bcdfghjklmnpqrstvwxz2456789]{5}$/;
const ORDINAL = /-\d+$/;

/** The pods in what `kubectl top pods` prints, by what owns them, each with the most that one of them uses and a third more. */
export function usedPodsIn(rows: readonly ReadonlyMap<string, string>[]): PodRequest[] {
  const used = rows
    .filter((row) => row.get("NAMESPACE") !== "kube-system")
    .map((row) => {
      const name = row.get("NAME") ?? "";
      return {
        owner: name.replace(HASHES, "").replace(ORDINAL, ""),
        cpu: millicores(row.get("CPU(cores)") ?? "", `${name}, cpu`),
        memory: mebibytes(row.get("MEMORY(bytes)") ?? "", `${name}, memory`),
      };
    });
  return [...groupBy(used, ({ owner }) => owner)].map(([owner, pods]) => ({
    name: owner.slice(0, 63),
    replicas: pods.length,
    cpuMillicores: Math.max(1, Math.ceil(HEADROOM * Math.max(...pods.map(({ cpu }) => cpu)) - 1e-6)),
    memoryMiB: Math.max(1, Math.ceil(HEADROOM * Math.max(...pods.map(({ memory }) => memory)) - 1e-6)),
    gpus: 0,
  }));
}
