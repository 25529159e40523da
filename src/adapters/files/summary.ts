import type { FileReading, HandedFile } from "../../app/ports/files.ts";
import { UserError } from "../../core/errors.ts";
import { groupBy } from "../../core/group-by.ts";
import type { PodRequest, Workload } from "../../core/question/workload-request.ts";
import type { AnyObject } from "./objects.ts";
import { type Found, gib, type Machine, plural, short } from "./reading.ts";

const MOST_WORKLOADS = 2_000;

/**
 * What was found as part of a requirement. Machines are planned only where no pods are known: those say more.
 * @throws {UserError} where nothing was found, or more than can be planned.
 */
export function summed(found: Found, objects: readonly AnyObject[], files: readonly HandedFile[]): FileReading {
  const { pods, volumes, loadBalancers, nodes, notes } = found;
  if (pods.length > MOST_WORKLOADS)
    throw new UserError(`The file holds ${pods.length} workloads, more than ${MOST_WORKLOADS}.`, "Send a part of it.");
  if (pods.length + volumes.length + nodes.length === 0 && loadBalancers === null) throw nothingRuns(objects);
  const storageGiB = volumes.reduce((sum, { count, GiB }) => sum + count * GiB, 0);
  if (volumes.length > 0) found.features.add("stateful");
  const machines = machinesOf(nodes);
  const [gpuModel, ...otherModels] = found.gpuModels;
  const workload = pods.length > 0 ? { pods } : machines?.workload;
  return {
    input: {
      ...(workload === undefined ? {} : { workload }),
      ...(volumes.length === 0 ? {} : { storageGiB: Math.round(storageGiB * 1000) / 1000 }),
      ...(loadBalancers === null ? {} : { loadBalancers }),
      ...(found.features.size === 0 ? {} : { features: [...found.features] }),
      ...(gpuModel === undefined ? {} : { gpuModel }),
      ...machines?.input,
    },
    machine: machines?.machine ?? null,
    notes: [
      `${titleOf(files)}${counted(found)}.`,
      ...(machines?.notes ?? []),
      ...(machines !== null && pods.length > 0 ? ["The pods are planned, not the machines they run on today."] : []),
      ...(otherModels.length === 0 ? [] : [`Of several models of GPU one is planned for all: ${gpuModel}.`]),
      ...notes.sentences(),
    ],
  };
}

const titleOf = (files: readonly HandedFile[]) => {
  const names = files.map(({ name }) => name).filter((name) => name !== "");
  const shown = names.slice(0, 3).join(", ");
  return names.length === 0 ? "" : `${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ""}: `;
};

/** "2 workloads, 4 pods, 1 vCPU, 2 GiB, 1 volume of 2 TiB, 3 load balancers". */
function counted({ pods, volumes, loadBalancers, nodes }: Found): string {
  const sum = (of: (pod: PodRequest) => number) => pods.reduce((total, pod) => total + pod.replicas * of(pod), 0);
  const gpus = sum((pod) => pod.gpus);
  const claims = volumes.reduce((total, { count }) => total + count, 0);
  const GiB = volumes.reduce((total, volume) => total + volume.count * volume.GiB, 0);
  return [
    ...(pods.length === 0
      ? []
      : [
          plural(pods.length, "workload"),
          plural(
            sum(() => 1),
            "pod",
          ),
          `${short(sum((pod) => pod.cpuMillicores ?? 0) / 1000)} vCPU`,
          `${short(sum((pod) => pod.memoryMiB ?? 0) / 1024)} GiB of memory asked for`,
        ]),
    ...(gpus === 0 ? [] : [plural(gpus, "GPU")]),
    ...(claims === 0 ? [] : [`${plural(claims, "volume")} of ${gib(GiB)} in all`]),
    ...(loadBalancers === null ? [] : [plural(loadBalancers, "load balancer")]),
    ...(nodes.length === 0 ? [] : [plural(nodes.length, "node")]),
  ].join(", ");
}

/** What machines of today say of a requirement; null for none. */
function machinesOf(
  nodes: readonly Machine[],
): (Pick<FileReading, "input" | "machine" | "notes"> & { workload: Workload | undefined }) | null {
  const [any] = nodes;
  if (any === undefined) return null;
  const kinds = [...groupBy(nodes, kindOf).values()].toSorted((a, b) => b.length - a.length);
  const listed = kinds.map((alike) => `${alike.length} × ${kindOf(alike[0] ?? any)}`).join(", ");
  const versions = [...new Set(nodes.flatMap(({ version }) => version ?? []))];
  const spot = nodes.filter((node) => node.spot).length;
  const regions = [...new Set(nodes.flatMap(({ region }) => region ?? []))];
  const [region] = regions;
  const zones = new Set(nodes.flatMap(({ zone }) => zone ?? [])).size;
  const { cloud } = nodes.find((node) => node.cloud !== null) ?? any;
  const said = planned(kinds, nodes);
  const [most] = kinds[0] ?? [];
  return {
    workload: said.workload,
    machine: most?.vcpu && most.memoryGiB ? { vcpu: most.vcpu, memoryGiB: most.memoryGiB } : null,
    input: {
      ...(cloud == null ? {} : { existingCloud: cloud }),
      ...(region === undefined ? {} : { region }),
    },
    notes: [
      `Runs today: ${listed}${region === undefined ? "" : ` in ${regions.join(", ")}`}${zones > 1 ? `, ${zones} zones` : ""}${versions.length === 0 ? "" : `, Kubernetes ${versions.join(", ")}`}.`,
      ...(said.note === null ? [] : [said.note]),
      ...(spot === 0
        ? []
        : [`${spot} of them ${spot === 1 ? "is a spot machine" : "are spot machines"}; planned at the full price.`]),
      ...(regions.length > 1 ? [`They are in ${regions.length} regions; all are planned in ${region}.`] : []),
    ],
  };
}

const kindOf = ({ instanceType, vcpu, memoryGiB }: Machine) =>
  instanceType ??
  (vcpu === null || memoryGiB === null ? "a machine of unknown size" : `${short(vcpu)} vCPU, ${short(memoryGiB)} GiB`);

/**
 * Machines as a workload. A requirement names one size: of several, as many of the most frequent type as have the vCPU and
 * memory of all, which is said.
 */
function planned(
  kinds: Machine[][],
  nodes: readonly Machine[],
): { workload: Workload | undefined; note: string | null } {
  const [first] = kinds[0] ?? [];
  if (first === undefined) return { workload: undefined, note: null };
  const count = kinds.length === 1 ? nodes.length : alikeCount(first, nodes);
  const note =
    kinds.length === 1
      ? null
      : `Machines of one type are planned: ${count} × ${kindOf(first)} have the vCPU and memory of all of them.`;
  if (first.instanceType !== null) return { workload: { nodes: count, instanceType: first.instanceType }, note };
  if (first.vcpu === null || first.memoryGiB === null)
    return { workload: undefined, note: "Their size is not said, so they are not planned." };
  return { workload: { nodes: count, vcpu: first.vcpu, memoryGiB: first.memoryGiB }, note };
}

function alikeCount(like: Machine, nodes: readonly Machine[]): number {
  const ratio = (of: (node: Machine) => number | null) => {
    const own = of(like);
    return own ? nodes.reduce((sum, node) => sum + (of(node) ?? own), 0) / own : nodes.length;
  };
  return Math.ceil(
    Math.max(
      ratio(({ vcpu }) => vcpu),
      ratio(({ memoryGiB }) => memoryGiB),
    ) - 0.05,
  );
}

function nothingRuns(objects: readonly AnyObject[]): UserError {
  const kinds = [...new Set(objects.map(({ kind }) => kind))].slice(0, 8).join(", ");
  const isSystem = objects.length > 0 && objects.every(({ metadata }) => metadata?.namespace === "kube-system");
  const message =
    kinds === ""
      ? "The file is empty."
      : isSystem
        ? "Everything in the file belongs to kube-system, which each platform brings itself."
        : `Nothing in the file runs pods that have to be placed; it holds: ${kinds}.`;
  return new UserError(
    message,
    "Send Deployments, StatefulSets or pods, or what `kubectl get pods -A -o yaml` prints.",
  );
}
