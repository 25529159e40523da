import { ServicesWorkload, type Workload } from "../../core/requirement.ts";
import { ASSUMED_MACHINE } from "./machines.ts";
import { type Fact, quote, type Reading } from "./reading.ts";

const MACHINE_KEYS = ["nodes", "instanceType", "vcpu", "memoryGiB"];
const POD_KEYS = [
  "services",
  "replicas",
  "requestCpuMillicores",
  "requestMemoryMiB",
  "totalCpuMillicores",
  "totalMemoryMiB",
  "gpus",
];

/**
 * The workload that facts by key (`of`) describe, given to `keep` with the facts behind it: machines where any were named, since those are
 * priced exactly; services otherwise. Parts not named are those of `earlier`, where it is of the same kind. Two different
 * values of one part are asked about.
 */
export function settleWorkload(
  r: Reading,
  of: (key: string) => readonly Fact[],
  earlier: Workload | null,
  keep: (value: unknown, used: readonly Fact[]) => void,
): void {
  const parts = new Map<string, number | string>();
  const used: Fact[] = [];
  for (const key of [...MACHINE_KEYS, ...POD_KEYS]) {
    const all = of(key);
    const sure = all.filter((fact) => fact.strength === "said");
    const found = sure.length > 0 ? sure : all;
    const values = [...new Set(found.map((fact) => fact.value as number | string))];
    if (values.length > 1) {
      ask(r, found);
      return;
    }
    if (values[0] === undefined) continue;
    if (isOutOfBounds(key, values[0])) {
      keep(null, found); // no workload: what was said of it is refused, and the rest holds
      continue;
    }
    parts.set(key, values[0]);
    used.push(...found);
  }
  const machines = MACHINE_KEYS.some((key) => parts.has(key));
  const own = used.filter((fact) => MACHINE_KEYS.includes(fact.key) === machines);
  if (parts.size === 0) return;
  if (machines)
    noteOthers(
      r,
      used.filter((fact) => !own.includes(fact)),
    );
  const value = machines ? machineWorkload(r, parts, earlier) : serviceWorkload(r, parts, earlier);
  keep(
    value,
    own.map((fact) => ({ ...fact, value: { [partName(fact.key)]: fact.value } })),
  );
}

const isOutOfBounds = (key: string, value: number | string) =>
  (key === "services" || key === "replicas") && !ServicesWorkload.shape[key].safeParse(value).success;

function ask(r: Reading, facts: readonly Fact[]): void {
  const phrases = [...new Set(facts.map((fact) => `"${quote(r, fact.from, fact.to)}"`))];
  r.questions.push(`You wrote ${phrases.join(" and ")}: what should be planned for?`);
}

function noteOthers(r: Reading, facts: readonly Fact[]): void {
  for (const text of new Set(facts.map((fact) => quote(r, fact.from, fact.to)))) {
    r.notes.push(`The machines you named are priced; "${text}" does not change their number.`);
  }
}

const partName = (key: string) => {
  const name = key.replace(/^(request|total)/, "");
  return name === key ? key : name.charAt(0).toLowerCase() + name.slice(1);
};

type Parts = ReadonlyMap<string, number | string>;

function machineWorkload(r: Reading, parts: Parts, earlier: Workload | null): Record<string, unknown> {
  const known = earlier !== null && "nodes" in earlier ? earlier : null;
  const nodes = parts.get("nodes") ?? known?.nodes ?? 1;
  const sized = parts.has("vcpu") || parts.has("memoryGiB");
  const instanceType =
    parts.get("instanceType") ?? (!sized && known && "instanceType" in known ? known.instanceType : null);
  if (!parts.has("nodes") && known === null) r.notes.push("No number of machines was named: read as one.");
  if (instanceType !== null) return { nodes, instanceType };
  const usual = known && "vcpu" in known ? known : ASSUMED_MACHINE;
  if (!sized && usual === ASSUMED_MACHINE) {
    r.notes.push(`No size of the machines was named: read as ${usual.vcpu} vCPU and ${usual.memoryGiB} GiB each.`);
  }
  return { nodes, vcpu: parts.get("vcpu") ?? usual.vcpu, memoryGiB: parts.get("memoryGiB") ?? usual.memoryGiB };
}

function serviceWorkload(r: Reading, parts: Parts, earlier: Workload | null): Record<string, unknown> {
  const given: Record<string, unknown> = earlier !== null && "services" in earlier ? { ...earlier } : {};
  for (const key of ["services", "replicas"]) if (parts.has(key)) given[key] = parts.get(key);
  for (const key of ["CpuMillicores", "MemoryMiB"]) {
    const value = parts.get(`request${key}`) ?? shareOf(r, given, parts.get(`total${key}`));
    if (value !== undefined) given[partName(`request${key}`)] = value;
  }
  const gpus = parts.get("gpus");
  return typeof gpus === "number" ? { pods: gpuPods(given, gpus) } : given;
}

/** One pod for each GPU, beside the services where any were named. */
function gpuPods(given: Record<string, unknown>, gpus: number): Record<string, unknown>[] {
  const pods: Record<string, unknown>[] = [{ name: "gpu", replicas: gpus, gpus: 1 }];
  if (Object.keys(given).length === 0) return pods;
  const { services, replicas, cpuMillicores, memoryMiB } = ServicesWorkload.parse(given);
  return [{ name: "service", replicas: services * replicas, cpuMillicores, memoryMiB }, ...pods];
}

/** A total over every copy of every service; what was not said of them is the default, and the note says so. */
function shareOf(r: Reading, given: Record<string, unknown>, total: number | string | undefined): number | undefined {
  if (typeof total !== "number") return undefined;
  const { services, replicas } = ServicesWorkload.parse({ services: given["services"], replicas: given["replicas"] });
  const note = `The total is shared out over ${services} services with ${replicas} copies each.`;
  if (!r.notes.includes(note)) r.notes.push(note);
  return Math.max(1, Math.round(total / services / replicas));
}
