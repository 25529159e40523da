import { MIB_PER_GIB } from "../../core/units.ts";
import type { Slot } from "../slots.ts";
import { shapeAt } from "../text/quantities.ts";
import { endsClause, type Text, wordAfter, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { matcher, NUMBER, type Pattern } from "./pattern.ts";
import { type Place, type Reading, rule } from "./rule.ts";

/** CPU and memory, either of them perhaps not named. */
export interface Size {
  vcpu: number | null;
  memoryGiB: number | null;
}

/** "2 vcpu and 8gb ram", "0.5 cpu", "16gb", "cpu: 2". */
export const size: Pattern<Size> = matcher(
  [NUMBER, ..."cpu cpus vcpu vcpus core cores vcore vcores ram memory mem".split(" ")],
  (text, at) => {
    const shape = shapeAt(text.tokens, at) ?? shorthand(text, at);
    return shape === null ? null : { to: shape.next, value: { vcpu: shape.vcpu, memoryGiB: shape.memoryGiB } };
  },
);

/** "2c/8g": cores and gigabytes by one letter each. */
function shorthand(text: Text, at: number): { vcpu: number; memoryGiB: number; next: number } | null {
  const [cores, c, slash, gib, g] = [0, 1, 2, 3, 4].map((step) => text.tokens[at + step]);
  const isWritten = c?.word === "c" && c.glued && slash?.word === "/" && (g?.word === "g" || g?.word === "gb");
  if (!isWritten || cores?.kind !== "number" || gib?.kind !== "number") return null;
  return { vcpu: cores.value, memoryGiB: gib.value, next: at + 5 };
}

const EACH = wordSet("each per every apiece");
/** What each of them takes is no request of a pod. */
const VISITORS = wordSet("user visitor customer client request download day month hour week image images build");
const TOTAL = wordSet("total altogether overall combined totally together");
const ASKING = wordSet(
  "requests request need needs using uses use takes take requiring requires limit limits wants consumes",
);
const NODES = wordSet("node nodes machine machines server servers vm vms worker workers droplet droplets instance");
const MEMORY_OR_CPU = /^(ram|memory|mem|heap|v?cpus?|v?cores?|m|mi|mib|millicores?|mb|gi|limit)$/;

/**
 * What each copy asks for, or all of them together: "each needs 0.5 cpu and 1gb", "8 vcpu and 32 GB in total". A size that
 * does not say of what is loose: it is of the services, where any are named beside it.
 */
const requests = rule({
  id: "requests",
  examples: [
    "each needs 0.5 cpu and 1gb",
    "4 services, 8 vcpu and 32 GB in total",
    "requests: 250m/512Mi",
    "16 GB RAM per node, 4 nodes",
    "average pod: 100m, 200Mi",
  ],
  pattern: size,
  weight: -3, // a size with a noun of its own says more
  gives: (value, place): Reading | null => {
    const { text, from, to } = place;
    if (value.vcpu === null && isDisk(text, to)) return null; // "a 10 GB volume"
    const total = Math.max(wordAfter(text, to, TOTAL, 3), wordBefore(text, from, TOTAL, 3));
    const eachAt = Math.max(wordAfter(text, to, EACH, 2), wordBefore(text, from, EACH, 5));
    const each = eachAt >= 0 && !VISITORS.has(wordAt(text, eachAt + 1)) && !VISITORS.has(wordAt(text, eachAt + 2));
    if (eachAt >= 0 && !each) return null;
    const end = eachAt >= to ? eachEnd(text, eachAt) : Math.max(to, total + 1);
    const ofNodes = each && NODES.has(wordAt(text, eachAt + 1));
    // "requests 100m, limits 1 cpu": what a pod may take at most is not planned for.
    if (wordBefore(text, from, LIMITS, 2) >= 0 && hasRequests(text, from)) return { slots: [{ key: "unread" }] };
    const isOfPods = isLabelled(text, from) || isOfAnyCopy(text, from);
    const of = total >= 0 ? "total" : ofNodes ? "node" : each || isOfPods ? "each" : "loose";
    const isNamed = wordBefore(text, from, ASKING, 3) >= 0 || isMemoryOrCpu(place);
    const isWhole = value.vcpu !== null && value.memoryGiB !== null;
    // So much of what nobody calls memory is more likely a disk.
    if (value.vcpu === null && (value.memoryGiB ?? 0) > MOST_UNNAMED_GIB && !isMemoryOrCpu(place))
      return { slots: [{ key: "unread" }] };
    if (of === "loose" && !isNamed && !isWhole) return null;
    return { to: end, slots: sizeSlots(value, of) };
  },
});

export const isDisk = (text: Text, at: number) => DISKS.has(wordAt(text, at)) && !endsClause(text, at);
const DISKS = wordSet(
  "disk disks storage ssd hdd nvme egress traffic volume volumes logs pvc pvcs bandwidth outbound out persistent",
);
const LIMITS = wordSet("limit limits");
const hasRequests = (text: Text, from: number) => {
  for (let at = from - 1; at >= 0 && at > from - 14; at -= 1) if (/^requests?$/.test(wordAt(text, at))) return true;
  return false;
};
/** "Average pod: 100m, 200Mi", "a container uses 200 MB": of any of them; "one fat postgres pod" is one apart. */
function isOfAnyCopy(text: Text, from: number): boolean {
  const copy = wordBefore(text, from, COPIES, 5);
  if (copy >= 0 && (endsClause(text, copy - 1) || ANY.has(wordAt(text, copy - 1)))) return true;
  const copies = wordBefore(text, from, ALL_COPIES, 4);
  return copies >= 0 && ASKING.has(wordAt(text, copies + 1));
}
const ALL_COPIES = wordSet("pods containers services replicas jobs apps microservices deployments");
const COPIES = wordSet("pod container copy replica job");
const ANY = wordSet("average avg typical usual per each every a the normal single");
/** Few copies ask for more than this. */
const MOST_UNNAMED_GIB = 48;

export const sizeSlots = ({ vcpu, memoryGiB }: Size, of: "each" | "total" | "node" | "loose"): Slot[] => [
  {
    key: "size",
    of,
    cpuMillicores: vcpu === null ? null : Math.max(1, Math.round(vcpu * 1000)),
    memoryMiB: memoryGiB === null ? null : Math.max(1, Math.round(memoryGiB * MIB_PER_GIB)),
  },
];

/** "requests: 250m/512Mi": what a manifest says is of one copy. */
const isLabelled = (text: Text, at: number) =>
  [":", "are", "is", "of", "around", "about"].includes(wordAt(text, at - 1)) &&
  ["requests", "request"].includes(wordAt(text, at - 2));

/** A lone "4gb" may be anything; "4gb ram", "512Mi" and "0.5 cpu" are not. */
function isMemoryOrCpu({ text, from, to }: Place): boolean {
  for (let at = from; at <= to; at += 1) if (MEMORY_OR_CPU.test(wordAt(text, at))) return true;
  return false;
}

const eachEnd = (text: Text, each: number) =>
  wordAt(text, each) === "per" || wordAt(text, each) === "every" ? each + 2 : each + 1;

export const SIZE_RULES = [requests];
