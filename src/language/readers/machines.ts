import { amountAt } from "../text/numbers.ts";
import { type Shape, shapeAt } from "../text/quantities.ts";
import { learnForAllClusters } from "./per-cluster.ts";
import { endsClause, isFree, learn, quote, type Reading, take, wordAt } from "./reading.ts";

/** Words that mean machines: what stands before them is counted as nodes. */
export const MACHINE_NOUNS: ReadonlySet<string> = new Set(
  "node nodes machine machines server servers vm vms instance instances worker workers droplet droplets box boxes".split(
    " ",
  ),
);
const BEFORE_NOUN = new Set(
  "x × of worker small big large cheap identical dedicated cloud virtual more kubernetes k8s cluster beefy tiny".split(
    " ",
  ),
);
const BEFORE_SHAPE = new Set([
  "with",
  "of",
  "each",
  "having",
  "at",
  "@",
  ",",
  "(",
  ":",
  "x",
  "per",
  "is",
  "are",
  "has",
  "have",
]);
const ONE = new Set(["a", "an", "one", "single"]);
/** "Windows server 2022 nodes" counts none: the number before the noun is a version. */
const VERSIONED = new Set(["windows", "server", "ubuntu", "version"]);
/** What is counted here asks for a machine's capacity and is none. */
const PODS = new Set(["pod", "pods", "container", "containers", "replica", "replicas", "copies"]);

/** What a machine is taken for where only half of it, or nothing, was said; the answer says so. */
export const ASSUMED_MACHINE = { vcpu: 2, memoryGiB: 4 };
const GIB_PER_VCPU = 2; // of the general-purpose machines that small clusters run on

interface Machines {
  count: number | null;
  instanceType: string | null;
  shape: Shape | null;
  to: number;
}

/** Machines by name or shape, with their number: "3x t3.medium", "two 4 GB nodes", "3 nodes with 2 vcpu and 8gb". */
export function readMachines(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const machines = r.taken[at] === true ? null : machinesAt(r, at);
    if (machines === null || !isFree(r, at, machines.to)) continue;
    learnMachines(r, at, machines);
    at = machines.to - 1;
  }
}

/** The machines named from token `at` on; null for none. */
export function machinesAt(r: Reading, at: number): Machines | null {
  return labelledCount(r, at) ?? countedMachines(r, at) ?? namedMachine(r, at) ?? shapedMachines(r, at);
}

/** "nodes: 3", "node count 3". */
function labelledCount(r: Reading, at: number): Machines | null {
  if (!MACHINE_NOUNS.has(wordAt(r, at))) return null;
  let next = at + 1;
  if (wordAt(r, next) === "count") next += 1;
  if (wordAt(r, next) === ":" || wordAt(r, next) === "=") next += 1;
  if (next === at + 1) return null;
  const count = amountAt(r.tokens, next);
  return count === null ? null : { count: count.value, instanceType: null, shape: null, to: count.next };
}

/** A number, then a name, or a shape and a noun in either order. */
function countedMachines(r: Reading, at: number): Machines | null {
  const amount = amountAt(r.tokens, at) ?? (ONE.has(wordAt(r, at)) ? { value: 1, next: at + 1 } : null);
  if (amount === null || VERSIONED.has(wordAt(r, at - 1))) return null;
  const times = wordAt(r, amount.next) === "x" || wordAt(r, amount.next) === "of";
  let next = times ? amount.next + 1 : amount.next;
  let shape: Shape | null = null;
  let instanceType: string | null = null;
  for (let steps = 0; steps < 4 && !MACHINE_NOUNS.has(wordAt(r, next)); steps += 1) {
    const mention = r.mentionAt[next];
    const found: Shape | null = shape === null && instanceType === null ? shapeAt(r.tokens, next) : null;
    if (mention?.named.instanceType && instanceType === null) {
      instanceType = mention.named.instanceType;
      next = mention.to;
    } else if (found !== null) {
      shape = found;
      next = found.next;
    } else if (mention && (mention.named.platforms.length > 0 || mention.named.cloud !== null)) next = mention.to;
    else if (BEFORE_NOUN.has(wordAt(r, next))) next += 1;
    else break;
  }
  const noun = MACHINE_NOUNS.has(wordAt(r, next));
  if (!noun && instanceType === null && !(times && shape?.vcpu && shape.memoryGiB)) return null;
  if (
    ONE.has(wordAt(r, at)) &&
    shape === null &&
    instanceType === null &&
    wordAt(r, at) !== "single" &&
    wordAt(r, at) !== "one"
  )
    return null;
  if (noun) next += 1;
  return withTail(r, { count: amount.value, instanceType, shape, to: next });
}

/** An instance type, then perhaps its number: "t3.medium x3", "cx23 * 2", "t3.medium nodes". */
function namedMachine(r: Reading, at: number): Machines | null {
  const mention = r.mentionAt[at];
  if (!mention?.named.instanceType) return null;
  const { instanceType } = mention.named;
  let next = mention.to;
  if (MACHINE_NOUNS.has(wordAt(r, next))) next += 1;
  if (wordAt(r, next) === ":" || wordAt(r, next) === "x") {
    const count = amountAt(r.tokens, next + 1);
    if (count !== null) return { count: count.value, instanceType, shape: null, to: count.next };
  }
  const behind = amountAt(r.tokens, next);
  if (behind !== null && wordAt(r, behind.next) === "x" && endsClause(r, behind.next + 1)) {
    return { count: behind.value, instanceType, shape: null, to: behind.next + 1 };
  }
  return { count: null, instanceType, shape: null, to: next };
}

/** A shape, perhaps a noun, then a number: "2 CPU 4GB x 3", "32gb ram nodes x2". */
function shapedMachines(r: Reading, at: number): Machines | null {
  const shape = shapeAt(r.tokens, at);
  if (shape === null) return null;
  const noun = MACHINE_NOUNS.has(wordAt(r, shape.next));
  const next = noun ? shape.next + 1 : shape.next;
  const whole = shape.vcpu !== null && shape.memoryGiB !== null;
  const count = wordAt(r, next) === "x" && (noun || whole) ? amountAt(r.tokens, next + 1) : null;
  return count === null || PODS.has(wordAt(r, count.next))
    ? null
    : { count: count.value, instanceType: null, shape, to: count.next };
}

/** What may follow the noun: a shape ("nodes with 2 vcpu and 8gb") or a name ("nodes of type t3.medium"). */
function withTail(r: Reading, machines: Machines): Machines {
  if (machines.shape !== null || machines.instanceType !== null) return machines;
  let next = machines.to;
  if (wordAt(r, next) === "cluster") next += 1;
  const start = next;
  while (next < start + 3 && (BEFORE_SHAPE.has(wordAt(r, next)) || wordAt(r, next) === "type")) next += 1;
  const mention = r.mentionAt[next];
  if (mention?.named.instanceType) return { ...machines, instanceType: mention.named.instanceType, to: mention.to };
  const shape = shapeAt(r.tokens, next);
  if (shape === null || isDisk(r, shape.next)) return machines;
  const to = wordAt(r, shape.next) === "each" ? shape.next + 1 : shape.next;
  return { ...machines, shape, to };
}

const DISKS = new Set(["disk", "disks", "storage", "ssd", "egress", "traffic", "volume", "volumes", "of", "logs"]);
const isDisk = (r: Reading, at: number) => DISKS.has(wordAt(r, at)) && !endsClause(r, at);

function learnMachines(r: Reading, from: number, { count, instanceType, shape, to }: Machines): void {
  if (count !== null && (!Number.isInteger(count) || count < 1)) return;
  if (count !== null) learnForAllClusters(r, from, to, "nodes", count);
  if (instanceType !== null) learn(r, from, to, "instanceType", instanceType);
  take(r, from, to);
  if (shape === null) return;
  const vcpu = shape.vcpu ?? Math.max(1, (shape.memoryGiB ?? ASSUMED_MACHINE.memoryGiB) / GIB_PER_VCPU);
  const memoryGiB = shape.memoryGiB ?? vcpu * GIB_PER_VCPU;
  learn(r, from, to, "vcpu", vcpu);
  learn(r, from, to, "memoryGiB", memoryGiB);
  if (shape.vcpu === null) r.notes.push(`"${quote(r, from, to)}" names no CPU: read as ${vcpu} vCPU each.`);
  if (shape.memoryGiB === null) r.notes.push(`"${quote(r, from, to)}" names no memory: read as ${memoryGiB} GiB each.`);
}
