import { UserError } from "../../core/errors.ts";
import { machineFrom } from "./nodes.ts";
import { quantity } from "./quantity.ts";
import type { Machine } from "./reading.ts";

const SEND_NODES = "Send `kubectl get nodes -o json`: it names each machine.";

/** Rows of a table as kubectl prints it, each value under its column's name; null for any other text. */
export function tableIn(text: string): Map<string, string>[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const [header = ""] = lines;
  if (!/^(NAMESPACE\s+)?NAME\s+\S/.test(header)) return null;
  const columns = [...header.matchAll(/\S+(?: \S+)*/g)].map(({ 0: name, index }) => ({ name, index }));
  return lines.slice(1).map((line) => {
    const cells = columns.map(({ name, index }, i) => [name, line.slice(index, columns[i + 1]?.index).trim()] as const);
    return new Map(cells);
  });
}

/**
 * The machines in what `kubectl get nodes` prints, with `-L node.kubernetes.io/instance-type` or `--show-labels`.
 * @throws {UserError} where the table does not say what machines they are.
 */
export function machinesIn(rows: readonly ReadonlyMap<string, string>[]): Machine[] {
  return rows.map((row) => {
    const labels = new Map((row.get("LABELS") ?? "").split(",").map((each) => each.split("=") as [string, string]));
    const type = row.get("INSTANCE-TYPE");
    if (type) labels.set("node.kubernetes.io/instance-type", type);
    const region = row.get("REGION");
    if (region) labels.set("topology.kubernetes.io/region", region);
    const version = row.get("VERSION") ?? null;
    const machine = machineFrom({
      name: row.get("NAME") ?? "",
      labels,
      providerId: "",
      cpu: null,
      memory: null,
      version,
    });
    if (machine.instanceType === null)
      throw new UserError(
        `These are ${rows.length} nodes of Kubernetes ${version ?? ""}, but the table does not say which machines they are.`,
        SEND_NODES,
      );
    return machine;
  });
}

const SECTION = /^(\w[\w .()-]*):(.*)$/;

/** The machines in what `kubectl describe nodes` prints. */
export function describedIn(text: string): Machine[] {
  return text.split(/^(?=Name:\s)/m).flatMap((block) => {
    if (!/^Roles:/m.test(block)) return [];
    const values = new Map<string, string[]>();
    let section = "";
    for (const line of block.split(/\r?\n/)) {
      const [, title, rest = ""] = SECTION.exec(line) ?? [];
      if (title !== undefined) section = title;
      const value = (title === undefined ? line : rest).trim();
      if (value !== "") values.set(section, [...(values.get(section) ?? []), value]);
    }
    const capacity = new Map((values.get("Capacity") ?? []).map((each) => pair(each, /:\s*/)));
    const info = new Map((values.get("System Info") ?? []).map((each) => pair(each, /:\s*/)));
    const machine = machineFrom({
      name: values.get("Name")?.[0] ?? "",
      labels: new Map((values.get("Labels") ?? []).map((each) => pair(each, /=/))),
      providerId: values.get("ProviderID")?.[0] ?? "",
      cpu: capacity.get("cpu") ?? null,
      memory: capacity.get("memory") ?? null,
      version: info.get("Kubelet Version") ?? null,
    });
    return [machine];
  });
}

function pair(text: string, by: RegExp): [string, string] {
  const [key = "", ...rest] = text.split(by);
  return [key, rest.join(by.source === "=" ? "=" : ": ")];
}

/** Sizes that machines are sold in: what a node can give to pods is a little less. */
const SIZES = [1, 2, 4, 8, 16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];
const LEAST_PERCENT = 5; // below it, a whole percent says too little
const sizeOf = (amount: number) => SIZES.find((size) => size >= amount * 0.98) ?? Math.ceil(amount);

/**
 * The machines in what `kubectl top nodes` prints: their size follows from use and its share.
 * @throws {UserError} where they do so little that the shares say nothing.
 */
export function usedMachinesIn(rows: readonly ReadonlyMap<string, string>[]): Machine[] {
  const machines = rows.map((row) => {
    const name = row.get("NAME") ?? "";
    const whole = (used: string, percent: string) => {
      const share = Number.parseFloat(row.get(percent) ?? "");
      return share >= LEAST_PERCENT ? quantity(row.get(used) ?? "", `${name}, ${used}`) / (share / 100) : null;
    };
    const cpu = whole("CPU(cores)", "CPU%");
    const bytes = whole("MEMORY(bytes)", "MEMORY%");
    const plain = machineFrom({ name, labels: new Map(), providerId: "", cpu: null, memory: null, version: null });
    return {
      ...plain,
      vcpu: cpu === null ? null : sizeOf(cpu),
      memoryGiB: bytes === null ? null : sizeOf(bytes / 2 ** 30),
    };
  });
  const vcpu = Math.max(...machines.map((each) => each.vcpu ?? 0));
  const memoryGiB = Math.max(...machines.map((each) => each.memoryGiB ?? 0));
  if (machines.length === 0 || vcpu === 0 || memoryGiB === 0)
    throw new UserError(
      `These ${rows.length} nodes use too little for their size to be worked out from it.`,
      SEND_NODES,
    );
  return machines.map((each) => ({ ...each, vcpu: each.vcpu ?? vcpu, memoryGiB: each.memoryGiB ?? memoryGiB }));
}
