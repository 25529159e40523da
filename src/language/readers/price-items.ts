import type { PriceItem, ServiceKind } from "../../core/price/query.ts";
import { MIB_PER_GIB } from "../../core/units.ts";
import { OWN_WORDS, SERVICE_WORDS } from "../lexicon/service-words.ts";
import { amountAt } from "../text/numbers.ts";
import { quantityAt, type Shape, shapeAt } from "../text/quantities.ts";
import { machinesAt } from "./machines.ts";
import { freePhraseAt, isFree, quote, type Reading, take, wordAt } from "./reading.ts";

/** The items of a price question, in the order named. */
export function readItems(r: Reading): PriceItem[] {
  const items: PriceItem[] = [];
  let nodes: number | null = null;
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    const bare = bareNodes(r, at);
    if (bare !== null) nodes = bare;
    const item = bare === null ? (serviceAt(r, at) ?? gpuAt(r, at) ?? podOrShapeAt(r, at) ?? instanceAt(r, at)) : null;
    if (item !== null) items.push(...withData(item));
  }
  return items.length > 0 ? items : platformItems(r, nodes);
}

/** What passes through a gateway or a balancer has a price of its own beside its hours. */
const DATA_OF: Partial<Record<ServiceKind, ServiceKind>> = { nat: "nat-data", "load-balancer": "load-balancer-data" };

function withData(item: PriceItem): PriceItem[] {
  const data = item.kind === "service" && item.unit === "GiB" ? DATA_OF[item.service] : undefined;
  if (item.kind !== "service" || data === undefined) return [item];
  return [
    { ...item, amount: null, unit: "each", count: 1 },
    { ...item, service: data, words: `${item.words} data` },
  ];
}

/** "3 nodes" without a size: how many nodes each platform named should have. */
function bareNodes(r: Reading, at: number): number | null {
  const machines = machinesAt(r, at);
  if (machines === null || machines.instanceType !== null || machines.shape !== null || machines.count === null)
    return null;
  if (!Number.isInteger(machines.count) || machines.count < 1 || machines.count > MOST_NODES) return null;
  take(r, at, machines.to);
  return machines.count;
}
/** As many as a requirement holds. */
const MOST_NODES = 5000;

function platformItems(r: Reading, nodes: number | null): PriceItem[] {
  const ids = new Set(r.mentions.flatMap(({ named }) => named.platforms));
  return [...ids].map((id) => ({ kind: "platform", id, nodes }));
}

function instanceAt(r: Reading, at: number): PriceItem | null {
  const machines = machinesAt(r, at);
  if (machines === null || !isFree(r, at, machines.to) || (machines.count ?? 1) <= 0) return null;
  const { instanceType, shape, count } = machines;
  take(r, at, machines.to);
  if (instanceType !== null) {
    const mention = r.mentions.find(({ named }) => named.instanceType === instanceType);
    return { kind: "instance", id: instanceType, providers: mention?.named.providers ?? [], count: count ?? 1 };
  }
  return shape === null ? null : shapeItem(shape, gpusAt(r, machines.to), count ?? 1);
}

const shapeItem = (shape: Pick<Shape, "vcpu" | "memoryGiB">, gpus: number, count: number): PriceItem => ({
  kind: "shape",
  vcpu: shape.vcpu,
  memoryGiB: shape.memoryGiB,
  gpus,
  count,
});

const PODS = new Set(["pod", "pods", "container", "containers", "replica", "replicas", "task", "tasks"]);

/** "4 vcpu 16 gb", and on a platform that bills pods, or with the word, a pod. */
function podOrShapeAt(r: Reading, at: number): PriceItem | null {
  const before = countBefore(r, at);
  let start = before?.next ?? at;
  const podFirst = PODS.has(wordAt(r, start));
  if (podFirst) start += 1;
  const shape = shapeAt(r.tokens, start);
  if (shape === null && before !== null && PODS.has(wordAt(r, start - 1))) return barePods(r, at, start, before.value);
  const platform = podPlatform(r);
  const isMachine = !podFirst && platform === null && machinesAt(r, at) !== null;
  if (shape === null || isMachine || !isFree(r, at, shape.next)) return null;
  if (shape.vcpu === null && isAmountOfService(r, at)) return null;
  const gpus = gpusAt(r, shape.next);
  const podAfter = PODS.has(wordAt(r, shape.next));
  const after = countAfter(r, podAfter ? shape.next + 1 : shape.next);
  take(r, at, after?.next ?? (podAfter ? shape.next + 1 : shape.next));
  const count = before?.value ?? after?.value ?? 1;
  if (platform === null && !podFirst && !podAfter) return shapeItem(shape, gpus, count);
  const cpuMillicores = shape.vcpu === null ? null : Math.round(shape.vcpu * 1000);
  const memoryMiB = shape.memoryGiB === null ? null : Math.round(shape.memoryGiB * MIB_PER_GIB);
  return { kind: "pod", platform, cpuMillicores, memoryMiB, count };
}

/** "10 pods": each asks for nothing. */
function barePods(r: Reading, from: number, to: number, count: number): PriceItem {
  take(r, from, to);
  return { kind: "pod", platform: podPlatform(r), cpuMillicores: null, memoryMiB: null, count };
}

/** The first platform named that bills pods and does so under every meaning of its name; null for none. */
function podPlatform({ mentions, vocabulary }: Reading): string | null {
  const bills = new Set(vocabulary.names.platforms.filter(({ kind }) => kind === "pods").map(({ id }) => id));
  const mention = mentions.find(
    ({ named }) => named.platforms.length > 0 && named.platforms.every((id) => bills.has(id)),
  );
  return mention?.named.platforms[0] ?? null;
}

/** "3x" or "3 pods of" before a shape. */
function countBefore(r: Reading, at: number): { value: number; next: number } | null {
  const amount = amountAt(r.tokens, at);
  if (amount === null || !Number.isInteger(amount.value) || amount.value < 1) return null;
  if (wordAt(r, amount.next) === "x") return { value: amount.value, next: amount.next + 1 };
  if (!PODS.has(wordAt(r, amount.next))) return null;
  const next = amount.next + 1;
  return { value: amount.value, next: ["of", "with", "at", "@", ","].includes(wordAt(r, next)) ? next + 1 : next };
}

/** "x4", "x 4", "× 4 pods", ", 4 pods". */
function countAfter(r: Reading, at: number): { value: number; next: number } | null {
  const sign = wordAt(r, at) === "x" || wordAt(r, at) === "*" || wordAt(r, at) === "times";
  const amount = amountAt(r.tokens, sign ? at + 1 : at);
  if (amount === null || !Number.isInteger(amount.value) || amount.value < 1) return null;
  const named = PODS.has(wordAt(r, amount.next));
  if (!sign && !named) return null;
  return { value: amount.value, next: named ? amount.next + 1 : amount.next };
}

const GPUS = new Set(["gpu", "gpus"]);
const GPU_MAKERS = new Set(["nvidia", "tesla", "amd"]);

/** GPUs first: "8x h100", "2 gpus with 8 vcpu", "nvidia t4", "a100 80gb". */
function gpuAt(r: Reading, at: number): PriceItem | null {
  const amount = amountAt(r.tokens, at);
  let next = amount?.next ?? at;
  if (amount !== null && wordAt(r, next) === "x") next += 1;
  if (GPU_MAKERS.has(wordAt(r, next))) next += 1;
  const model = gpuModelAt(r, next);
  if (model === null && !GPUS.has(wordAt(r, next))) return null;
  next = model?.next ?? next + 1;
  if (model !== null && GPUS.has(wordAt(r, next))) next += 1;
  const count = amount ?? countAfterSign(r, next);
  if (count !== null && (!Number.isInteger(count.value) || count.value < 1)) return null;
  if (amount === null && count !== null) next = count.next;
  const from = ["with", "and", "+", ","].includes(wordAt(r, next)) ? next + 1 : next;
  const shape = shapeAt(r.tokens, from);
  take(r, at, shape?.next ?? next);
  const size = shape ?? { vcpu: null, memoryGiB: null };
  return { ...shapeItem(size, count?.value ?? 1, 1), ...(model === null ? {} : { gpuModel: model.name }) } as PriceItem;
}

/** "x2" and "2x" behind a name. */
function countAfterSign(r: Reading, at: number): { value: number; next: number } | null {
  if (wordAt(r, at) === "x") return amountAt(r.tokens, at + 1);
  const amount = amountAt(r.tokens, at);
  return amount !== null && wordAt(r, amount.next) === "x" ? { value: amount.value, next: amount.next + 1 } : null;
}

/** "a100", "a100 80gb", "rtx 4000": the model and the index after it. */
function gpuModelAt(r: Reading, at: number): { name: string; next: number } | null {
  const word = wordAt(r, at);
  const single = word.endsWith("s") && !r.vocabulary.gpuModels.has(word) ? word.slice(0, -1) : word;
  if (!r.vocabulary.gpuModels.has(single)) return null;
  if (r.tokens[at + 1]?.kind !== "number") return { name: single, next: at + 1 };
  const memory = quantityAt(r.tokens, at + 1);
  if (memory?.kind === "bytes") return { name: `${single}${memory.gib}gb`, next: memory.next };
  return single === "rtx" ? { name: `${single}${wordAt(r, at + 1)}`, next: at + 2 } : { name: single, next: at + 1 };
}

/** "1 gpu", "with gpu" right after a shape: how many; they are taken. */
function gpusAt(r: Reading, at: number): number {
  const from = ["with", "and", "+", ","].includes(wordAt(r, at)) ? at + 1 : at;
  const amount = amountAt(r.tokens, from) ?? { value: 1, next: wordAt(r, from) === "a" ? from + 1 : from };
  if (!GPUS.has(wordAt(r, amount.next)) || !Number.isInteger(amount.value)) return 0;
  take(r, at, amount.next + 1);
  return amount.value;
}

const LINKS = new Set(["of", "for", "the", ":", "on", "in", "at", "a"]);

/** A service with its amount on either side: "egress 5 tb", "100 gb disk", "2 load balancers", "nat gateway". */
function serviceAt(r: Reading, at: number): PriceItem | null {
  const bytes = quantityAt(r.tokens, at);
  const amount = bytes === null ? amountAt(r.tokens, at) : null;
  let start = bytes?.next ?? amount?.next ?? at;
  if (wordAt(r, start) === "x" && amount !== null) start += 1;
  for (let steps = 0; start > at && steps < 2 && (LINKS.has(wordAt(r, start)) || isName(r, start)); steps += 1) {
    start = r.mentionAt[start]?.to ?? start + 1;
  }
  const found = freePhraseAt(r, SERVICE_WORDS, start);
  if (found === null || !isFree(r, at, found.next) || bytes?.kind === "cpu" || (amount?.value ?? 1) < 1) return null;
  const words = quote(r, start, found.next);
  const owner = freePhraseAt(r, OWN_WORDS, start)?.meaning;
  const owned = owner === undefined ? {} : { owner };
  if (bytes?.kind === "bytes") {
    take(r, at, found.next);
    return {
      kind: "service",
      service: found.meaning,
      words,
      ...owned,
      amount: bytes.gib,
      unit: "GiB",
      count: countOrOne(r, found.next),
    };
  }
  const after = amount === null ? bytesAfter(r, found.next) : null;
  take(r, at, after?.next ?? found.next);
  if (after !== null)
    return { kind: "service", service: found.meaning, words, ...owned, amount: after.gib, unit: "GiB", count: 1 };
  const count = amount?.value ?? countOrOne(r, found.next);
  return { kind: "service", service: found.meaning, words, ...owned, amount: null, unit: "each", count };
}

const isName = (r: Reading, at: number) => {
  const named = r.mentionAt[at]?.named;
  return (
    named !== undefined && named.instanceType === null && (named.platforms.length > 0 || named.providers.length > 0)
  );
};

/** The size after a service, past the name of a provider: "egress gcp 5 tb". */
function bytesAfter(r: Reading, at: number): { gib: number; next: number } | null {
  let next = at;
  for (let steps = 0; steps < 2 && (LINKS.has(wordAt(r, next)) || isName(r, next)); steps += 1) {
    next = r.mentionAt[next]?.to ?? next + 1;
  }
  const quantity = quantityAt(r.tokens, next);
  if (quantity?.kind !== "bytes" || freePhraseAt(r, SERVICE_WORDS, quantity.next) !== null) return null;
  return quantity;
}

function countOrOne(r: Reading, at: number): number {
  const after = wordAt(r, at) === "x" ? amountAt(r.tokens, at + 1) : null;
  if (after === null || after.value < 1) return 1;
  take(r, at, after.next);
  return after.value;
}

/** "100 gb disk": the size belongs to the service after it. */
function isAmountOfService(r: Reading, at: number): boolean {
  const quantity = quantityAt(r.tokens, at);
  return quantity !== null && serviceFollows(r, quantity.next);
}

function serviceFollows(r: Reading, at: number): boolean {
  let next = at;
  while (next < at + 3 && (LINKS.has(wordAt(r, next)) || isName(r, next))) next = r.mentionAt[next]?.to ?? next + 1;
  return freePhraseAt(r, SERVICE_WORDS, next) !== null;
}
