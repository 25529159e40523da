import { ServicesWorkload, type Workload } from "../../core/question/workload-request.ts";
import { MIB_PER_GIB } from "../../core/units.ts";
import type { Span } from "../parse.ts";
import type { Counted } from "../slots.ts";
import { wordAt, wordSet } from "../text/text.ts";
import { contradiction, corrected, type Draft, deciding, type Fact, keep, ofKey, quoted, setAside } from "./facts.ts";
import { type Kind, type Pool, podKindsOf, poolsOf } from "./kinds.ts";

/** What a machine is taken for where nothing was said of its size; the answer says so. */
const ASSUMED_MACHINE = { vcpu: 2, memoryGiB: 4 };

type Part =
  | "services"
  | "replicas"
  | "cpuMillicores"
  | "memoryMiB"
  | "gpus"
  | "nodes"
  | "vcpu"
  | "memoryGiB"
  | "instanceType";

/** A part of a workload with its value for all clusters together. */
interface Said {
  part: Part;
  value: number | string;
  /** A total over every copy of every service. */
  isTotal: boolean;
  fact: Fact;
}

const MACHINE_PARTS: readonly Part[] = ["nodes", "vcpu", "memoryGiB", "instanceType"];
const isMachine = ({ part }: Said) => MACHINE_PARTS.includes(part);

/**
 * The workload that was described: machines where any were named, since those are priced exactly; services otherwise. Parts
 * not named are those of `earlier`, where it is of the same kind. Two different values of one part are asked about.
 */
export function resolveWorkload(draft: Draft, earlier: Workload | null): void {
  const kinds = podKindsOf(draft);
  const named = poolsOf(draft, (fact) => inAllClusters(draft, fact));
  const taken = new Set([...kinds, ...named].map(({ span }) => span));
  const { parts, used } = partsOf({ ...draft, facts: draft.facts.filter(({ span }) => !taken.has(span)) }, earlier);
  if (parts.size === 0 && taken.size === 0) return;
  const pools = named.length > 0 ? named : poolBeside(draft, parts, used);
  const machines = pools.length === 0 && used.some(isMachine);
  const own = used.filter((each) => isMachine(each) === machines);
  const beside = used.filter((each) => !own.includes(each));
  if (machines)
    for (const text of new Set(beside.map(({ fact }) => quoted(draft, fact))))
      draft.notes.push(`The machines you named are priced; "${text}" does not change their number.`);
  const value = machines
    ? machineWorkload(draft, parts, earlier)
    : withPools(podsOrServices(draft, parts, kinds, earlier, pools.length > 0), pools);
  // One phrase may say two parts: each is reported by itself.
  keep(draft, "workload", value, [], undefined);
  if (draft.input.workload === undefined) {
    for (const fact of new Set(own.map((each) => each.fact))) setAside(draft, fact);
    for (const { span } of [...kinds, ...named]) setAside(draft, { span });
    return;
  }
  const say = (span: Span, of: object) =>
    draft.said.push({ at: span.from, entry: { text: quoted(draft, { span }), key: "workload", value: of } });
  for (const { part, value: of, fact } of pools.length > 0 ? used : own) say(fact.span, { [part]: of });
  for (const { span, value: kind } of kinds) say(span, { pods: [kind] });
  for (const { span, value: pool } of named) say(span, { pools: [pool] });
}

/** What was said of each part, two different values apart, which are asked about. */
function partsOf(draft: Draft, earlier: Workload | null): { parts: Map<Part, Said>; used: Said[] } {
  const said = [
    ...countsOf(draft),
    ...sizesOf(draft, earlier),
    ...ofKey(draft.facts, "instanceType").map(
      (fact): Said => ({ part: "instanceType", value: fact.value, isTotal: false, fact }),
    ),
  ];
  const parts = new Map<Part, Said>();
  const used: Said[] = [];
  const disputed = new Set<string>();
  for (const part of new Set(said.map((each) => each.part))) {
    const all = said.filter((each) => each.part === part);
    const sure = new Set(corrected(draft, deciding(all.map(({ fact }) => fact))));
    const found = all.filter(({ fact }) => sure.has(fact));
    const [first] = found;
    if (first === undefined) continue;
    if (found.some(({ value }) => value !== first.value)) {
      const facts = found.map(({ fact }) => fact);
      const words = facts.map((fact) => quoted(draft, fact)).join("|");
      if (!disputed.has(words)) contradiction(draft, "workload", facts); // one question of one phrase, whatever its parts
      disputed.add(words);
      continue;
    }
    if (isOutOfBounds(part, first.value)) {
      for (const { fact } of found) setAside(draft, fact); // what was said of it is refused, and the rest holds
      continue;
    }
    parts.set(part, first);
    used.push(...found);
  }
  return { parts, used };
}

/** The machines beside what was counted to run on them: both are kept. */
function poolBeside(draft: Draft, parts: Parts, used: readonly Said[]): { value: Pool }[] {
  const nodes = numberOf(parts, "nodes");
  if (nodes === undefined || !(parts.has("services") || used.some(({ part }) => part === "gpus"))) return [];
  const type = parts.get("instanceType")?.value;
  if (typeof type === "string") return [{ value: { count: nodes, instanceType: type } }];
  const [vcpu, memoryGiB] = [numberOf(parts, "vcpu"), numberOf(parts, "memoryGiB")];
  if (vcpu !== undefined && memoryGiB !== undefined) return [{ value: { count: nodes, vcpu, memoryGiB } }];
  const { vcpu: cores, memoryGiB: gib } = ASSUMED_MACHINE;
  const wordsOf = (isOf: (said: Said) => boolean) =>
    [...new Set(used.filter(isOf).map(({ fact }) => `"${quoted(draft, fact)}"`))].join(" and ");
  draft.notes.push(
    `${wordsOf(isMachine)} beside ${wordsOf((said) => !isMachine(said))}: no size was named, read as ${cores} vCPU and ${gib} GiB each.`,
  );
  return [{ value: { count: nodes, ...ASSUMED_MACHINE } }];
}

const SERVICE_PARTS: readonly Part[] = ["services", "replicas", "cpuMillicores", "memoryMiB", "gpus"];

/** What runs; null where only machines were named. */
function podsOrServices(
  draft: Draft,
  parts: Parts,
  kinds: readonly Kind<object>[],
  earlier: Workload | null,
  hasPools: boolean,
): object | null {
  if (kinds.length > 0) return { pods: kinds.map(({ value }) => value) };
  const isSaid = SERVICE_PARTS.some((part) => parts.has(part));
  return hasPools && !isSaid ? null : serviceWorkload(draft, parts, earlier);
}

const withPools = (running: object | null, pools: readonly { value: Pool }[]): Workload =>
  ({ ...running, ...(pools.length === 0 ? {} : { pools: pools.map(({ value }) => value) }) }) as Workload;

const isOutOfBounds = (part: Part, value: number | string) =>
  (part === "services" || part === "replicas") && !ServicesWorkload.shape[part].safeParse(value).success;

const COUNTED: readonly Counted[] = ["services", "pods", "replicas", "gpus", "nodes"];

/** What was counted, over all clusters; pods are services of one copy each. */
function countsOf(draft: Draft): Said[] {
  return COUNTED.flatMap((key) =>
    ofKey(draft.facts, key).flatMap((fact): Said[] => {
      const value = key === "replicas" ? fact.value : inAllClusters(draft, fact);
      if (key !== "pods") return [{ part: key, value, isTotal: false, fact }];
      return [
        { part: "services", value, isTotal: false, fact },
        { part: "replicas", value: 1, isTotal: false, fact: { ...fact, strength: "implied" } },
      ];
    }),
  );
}

const HAVING = wordSet("of with having");

/** "3 clusters of 5 nodes" and "5 nodes per cluster" are 15 nodes: a requirement holds those of all clusters. */
function inAllClusters(draft: Draft, fact: { value: number; perCluster?: true; span: Span }): number {
  const { text } = draft.parse;
  const clusters = ofKey(draft.facts, "clusters")[0];
  if (clusters === undefined) return fact.value;
  const isOf = clusters.span.to === fact.span.from - 1 && HAVING.has(wordAt(text, clusters.span.to));
  if (!isOf && fact.perCluster !== true) return fact.value;
  const all = fact.value * clusters.value;
  if (clusters.value > 1) draft.notes.push(`${fact.value} in each of ${clusters.value} clusters are ${all} in all.`);
  return all;
}

/** What sizes were said of: machines, copies, all copies; a loose one is of what was counted nearest before it. */
function sizesOf(draft: Draft, earlier: Workload | null): Said[] {
  return ofKey(draft.facts, "size").flatMap((fact): Said[] => {
    const said = fact.of === "each" && isOfMachines(draft, fact) ? "node" : fact.of;
    const of = said === "loose" ? (ownerOf(draft, fact) ?? ownerIn(earlier)) : said;
    const isTotal = of === "total";
    if (of === null || (isTotal && !isCounted(draft))) {
      setAside(draft, fact);
      return [];
    }
    const saying = (part: Part, value: number | null): Said[] =>
      value === null ? [] : [{ part, value, isTotal, fact }];
    if (of === "node")
      return [
        ...saying("vcpu", fact.cpuMillicores === null ? null : fact.cpuMillicores / 1000),
        ...saying("memoryGiB", fact.memoryMiB === null ? null : fact.memoryMiB / MIB_PER_GIB),
      ];
    return [...saying("cpuMillicores", fact.cpuMillicores), ...saying("memoryMiB", fact.memoryMiB)];
  });
}

/** A total is shared out over what is counted, and over nothing else. */
const isCounted = ({ facts }: Draft) =>
  facts.some(({ key }) => key === "services" || key === "pods" || key === "replicas" || key === "nodes");

function ownerOf(draft: Draft, fact: Fact): "each" | "node" | null {
  const counted = draft.facts.filter(
    ({ key }) => key === "services" || key === "pods" || key === "replicas" || key === "nodes",
  );
  const before = counted.filter(({ span }) => span.from < fact.span.from).at(-1) ?? counted[0];
  if (before === undefined) return null;
  return before.key === "nodes" ? "node" : "each";
}

/** "5 VMs on proxmox, 8GB each": of the machines, where nothing else was counted. */
function isOfMachines(draft: Draft, fact: Fact): boolean {
  const counted = draft.facts.filter(({ key }) => COUNTED_THINGS.has(key));
  return counted.length > 0 && counted.every(({ key, span }) => key === "nodes" && span.from < fact.span.from);
}
const COUNTED_THINGS: ReadonlySet<string> = new Set(["services", "pods", "replicas", "nodes"]);

/** "memory 1Gi" changes what was there before. */
const ownerIn = (earlier: Workload | null): "each" | "node" | null =>
  earlier === null || "pods" in earlier ? null : "services" in earlier ? "each" : "nodes" in earlier ? "node" : null;

type Parts = ReadonlyMap<Part, Said>;

const numberOf = (parts: Parts, part: Part): number | undefined => {
  const value = parts.get(part)?.value;
  return typeof value === "number" ? value : undefined;
};

function machineWorkload(draft: Draft, parts: Parts, earlier: Workload | null): Workload {
  const known = earlier !== null && "nodes" in earlier ? earlier : null;
  const nodes = numberOf(parts, "nodes") ?? known?.nodes ?? 1;
  const [vcpu, memoryGiB] = [numberOf(parts, "vcpu"), numberOf(parts, "memoryGiB")];
  const isSized = vcpu !== undefined || memoryGiB !== undefined;
  const named =
    parts.get("instanceType")?.value ?? (!isSized && known && "instanceType" in known ? known.instanceType : null);
  if (!parts.has("nodes") && known === null) draft.notes.push("No number of machines was named: read as one.");
  if (typeof named === "string") return { nodes, instanceType: named };
  const usual = known && "vcpu" in known ? known : ASSUMED_MACHINE;
  if (!isSized && usual === ASSUMED_MACHINE)
    draft.notes.push(`No size of the machines was named: read as ${usual.vcpu} vCPU and ${usual.memoryGiB} GiB each.`);
  return { nodes, vcpu: vcpu ?? usual.vcpu, memoryGiB: memoryGiB ?? usual.memoryGiB };
}

function serviceWorkload(draft: Draft, parts: Parts, earlier: Workload | null): Workload {
  const given: Partial<ServicesWorkload> = earlier !== null && "services" in earlier ? { ...earlier } : {};
  for (const part of ["services", "replicas", "cpuMillicores", "memoryMiB"] as const) {
    const value = numberOf(parts, part);
    if (value !== undefined) given[part] = value;
  }
  for (const part of ["cpuMillicores", "memoryMiB"] as const)
    if (parts.get(part)?.isTotal === true) given[part] = shareOf(draft, given, given[part] ?? 0);
  const gpus = numberOf(parts, "gpus");
  return (gpus === undefined ? given : { pods: gpuPods(given, gpus) }) as Workload;
}

/** One pod for each GPU, beside the services where any were named. */
function gpuPods(given: Partial<ServicesWorkload>, gpus: number): Record<string, unknown>[] {
  const pods: Record<string, unknown>[] = [{ name: "gpu", replicas: gpus, gpus: 1 }];
  if (Object.keys(given).length === 0) return pods;
  const { services, replicas, cpuMillicores, memoryMiB } = ServicesWorkload.parse(given);
  return [{ name: "service", replicas: services * replicas, cpuMillicores, memoryMiB }, ...pods];
}

/** A total over every copy of every service; what was not said of them is the default, and the note says so. */
function shareOf(draft: Draft, given: Partial<ServicesWorkload>, total: number): number {
  const { services, replicas } = ServicesWorkload.parse({ services: given.services, replicas: given.replicas });
  draft.notes.push(`The total is shared out over ${services} services with ${replicas} copies each.`);
  return Math.max(1, Math.round(total / services / replicas));
}
