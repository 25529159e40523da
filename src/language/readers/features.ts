import type { Feature } from "../../core/requirement.ts";
import { FEATURE_WORDS, IS_GPU_MODEL, RULED_OUT } from "../lexicon/feature-words.ts";
import { amountAt } from "../text/numbers.ts";
import { quantityAt } from "../text/quantities.ts";
import {
  freePhraseAt,
  isFree,
  learn,
  negationBefore,
  quote,
  type Reading,
  take,
  wordAfter,
  wordAt,
  wordBefore,
} from "./reading.ts";

const EXTRA = new Set([
  "compliance",
  "compliant",
  "support",
  "integration",
  "required",
  "needed",
  "certified",
  "certification",
  "instances",
  "nodes",
  "workloads",
  "capacity",
]);
/** Words around "windows" that are no operating system. */
const WINDOWS_OF_TIME = new Set(["maintenance", "time", "upgrade", "release"]);

/** Features asked for, and under `without` those ruled out: "no GPU", "without Windows", "spot is not needed". */
export function readFeatures(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const out = freePhraseAt(r, RULED_OUT, at);
    if (out !== null && negationBefore(r, at) < 0) learn(r, at, out.next, "without", out.meaning);
    const found = freePhraseAt(r, FEATURE_WORDS, at);
    if (
      found === null ||
      isLayer(r, at, found.next) ||
      (wordAt(r, at) === "windows" && WINDOWS_OF_TIME.has(wordAt(r, at - 1)))
    )
      continue;
    const to = EXTRA.has(wordAt(r, found.next)) && r.taken[found.next] !== true ? found.next + 1 : found.next;
    if (!isOpen(r, at, to)) learnFeature(r, at, to, found.meaning);
    at = to - 1;
  }
}

function learnFeature(r: Reading, at: number, to: number, feature: Feature): void {
  const no = wordAt(r, at) === "no" || wordAt(r, at) === "not" ? -1 : negationBefore(r, at);
  const after = unneededAfter(r, to);
  const out = no >= 0 || after !== null;
  const counted = feature === "gpu" && !out ? countBefore(r, at) : null;
  const model = feature === "gpu" && !out && IS_GPU_MODEL.has(wordAt(r, to - 1));
  const end = model ? memoryEnd(r, to) : to;
  learn(r, no >= 0 ? no : (counted?.from ?? at), after ?? end, out ? "without" : "features", feature);
  if (model) {
    r.notes.push(`"${quote(r, at, end)}" is read as any GPU: the cheapest is planned, unless you name a machine.`);
  }
  if (counted !== null) {
    r.facts.push({ from: counted.from, to, key: "gpus", value: counted.value, strength: "said" });
  }
}

/** "L4 load balancer": a layer of the network. */
const isLayer = (r: Reading, at: number, next: number) =>
  wordAt(r, at) === "l4" && ["load", "lb", "proxy", "balancer", "and"].includes(wordAt(r, next));

/** The index after a GPU's own memory: "H100 80GB"; `to` where none follows. */
function memoryEnd(r: Reading, to: number): number {
  if (wordAt(r, to - 1) === "rtx" && r.tokens[to]?.kind === "number") return to + 1;
  const memory = quantityAt(r.tokens, to);
  return memory?.kind === "bytes" && isFree(r, to, memory.next) ? memory.next : to;
}

/** "Do we need a GPU?" and "Arm or not does not matter" ask for nothing. */
function isOpen(r: Reading, at: number, to: number): boolean {
  const need = wordBefore(r, at, NEEDING, 3);
  const asks =
    need >= 2 && wordAt(r, need - 1) !== "not" && ["do", "does", "would", "should"].includes(wordAt(r, need - 2));
  return asks || wordAfter(r, to, MATTERING, 6) >= 0;
}
const NEEDING = new Set(["need", "want", "require"]);
const MATTERING = new Set(["matter", "matters", "irrelevant", "optional"]);

/** "2 GPUs", "4x A100": how many, and where the number begins. */
function countBefore(r: Reading, at: number): { value: number; from: number } | null {
  const from = wordAt(r, at - 1) === "x" ? at - 2 : at - 1;
  const amount = from >= 0 && r.taken[from] !== true ? amountAt(r.tokens, from) : null;
  return amount !== null && Number.isInteger(amount.value) && amount.value >= 1 ? { value: amount.value, from } : null;
}

/** "… is not needed", "… not required": the index after it, or null. */
function unneededAfter(r: Reading, at: number): number | null {
  const not = ["is", "are"].includes(wordAt(r, at)) ? at + 1 : at;
  const negated = ["not", "isnt", "arent"].includes(wordAt(r, not));
  if (!negated || !["needed", "required", "necessary", "important", "wanted"].includes(wordAt(r, not + 1))) return null;
  take(r, at, not + 2);
  return not + 2;
}
