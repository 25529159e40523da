import { GIB_PER_TB, MIB_PER_GIB } from "../../core/units.ts";
import { amountAt } from "./numbers.ts";
import type { Token } from "./tokens.ts";

/**
 * An amount of CPU in cores or of memory, disk or transfer in GiB, and the index after it. `gib` takes a GB for the GiB that
 * price lists and memory mean by it; `exactGib` takes it for 10^9 bytes, as disks and transfer are measured.
 */
export type Quantity =
  | { kind: "cpu"; cores: number; next: number }
  | { kind: "bytes"; gib: number; exactGib: number; next: number };

const CORES = new Set([
  "cpu",
  "cpus",
  "vcpu",
  "vcpus",
  "core",
  "cores",
  "vcore",
  "vcores",
  "thread",
  "threads",
  "vthreads",
]);
const MILLICORES = new Set(["millicores", "millicore", "millicpu", "mcpu"]);
/** GiB in one unit. People write GB for both; the price lists that sell by GB mean GiB, and 1,024 of them a TB. */
const GIB_IN: ReadonlyMap<string, number> = new Map(
  (
    [
      [1 / MIB_PER_GIB, ["mb", "mib", "mi", "meg", "megs", "megabyte", "megabytes"]],
      [1, ["gb", "gib", "gi", "gig", "gigs", "gbs", "gigabyte", "gigabytes"]],
      [GIB_PER_TB, ["tb", "tib", "ti", "tbs", "terabyte", "terabytes"]],
      [GIB_PER_TB * GIB_PER_TB, ["pb", "pib", "petabyte", "petabytes"]],
    ] as const
  ).flatMap(([gib, units]) => units.map((unit) => [unit, gib] as const)),
);

/** The quantity with its unit that starts at `at`: "0.5 cpu", "250m", "16gb", "2 TB"; null for none. */
export function quantityAt(tokens: readonly Token[], at: number): Quantity | null {
  const amount = amountAt(tokens, at);
  if (amount === null) return null;
  const unit = tokens[amount.next];
  const next = amount.next + 1;
  if (unit === undefined) return null;
  if (unit.word === "virtual" && CORES.has(tokens[next]?.word ?? "")) {
    return { kind: "cpu", cores: amount.value, next: next + 1 };
  }
  if (CORES.has(unit.word)) return { kind: "cpu", cores: amount.value, next };
  if (MILLICORES.has(unit.word)) return { kind: "cpu", cores: amount.value / 1000, next };
  if (unit.word === "m" && unit.glued && amount.value >= LEAST_BARE_MILLICORES) {
    return { kind: "cpu", cores: amount.value / 1000, next: CORES.has(tokens[next]?.word ?? "") ? next + 1 : next };
  }
  const bytes = unit.word === "g" && unit.glued ? "gb" : unit.word;
  const gib = GIB_IN.get(bytes);
  if (gib === undefined) return null;
  const exact = bytes.includes("i") && !bytes.startsWith("gig") ? gib : decimal(gib);
  return { kind: "bytes", gib: amount.value * gib, exactGib: amount.value * exact, next };
}

/** The GiB of a unit that counts by thousands, given those of the one that counts by 1,024: a TB has 931 of them. */
const decimal = (gib: number) => 10 ** (9 + 3 * Math.round(Math.log2(gib) / 10)) / 2 ** 30;

/** "250m" is CPU; "5m" may as well be minutes or millions. */
const LEAST_BARE_MILLICORES = 10;

/** A machine or pod as people describe one; null where that half was not given. */
export interface Shape {
  vcpu: number | null;
  memoryGiB: number | null;
  next: number;
}

const CONNECTORS = new Set(["and", ",", "/", "+", "x", "&", "with", "of", "w", "und", "plus"]);
const MEMORY_WORDS = new Set(["ram", "memory", "mem"]);
const FILLERS = new Set(["of", "a", "the", "each"]);

/** CPU and memory side by side, in either order: "2 vcpu and 8gb ram", "4 GB"; null for neither. */
export function shapeAt(tokens: readonly Token[], at: number): Shape | null {
  const shape: Shape = { vcpu: null, memoryGiB: null, next: at };
  let i = at;
  while (shape.vcpu === null || shape.memoryGiB === null) {
    const part = quantityAt(tokens, i) ?? labelledAt(tokens, i);
    if (part === null || (part.kind === "cpu" ? shape.vcpu : shape.memoryGiB) !== null) break;
    if (part.kind === "cpu") shape.vcpu = part.cores;
    else shape.memoryGiB = part.gib;
    shape.next = afterMemoryWord(tokens, part.next);
    i = CONNECTORS.has(tokens[shape.next]?.word ?? "") ? shape.next + 1 : shape.next;
  }
  return shape.next > at ? shape : null;
}

/** "cpu 0.5", "memory: 512 mb". */
function labelledAt(tokens: readonly Token[], at: number): Quantity | null {
  const label = tokens[at]?.word ?? "";
  const isCpu = CORES.has(label);
  if (!isCpu && !MEMORY_WORDS.has(label)) return null;
  const sign = tokens[at + 1]?.word;
  const from =
    sign === ":" || sign === "=" || sign === "of" || sign === "to" || sign === "is" || sign === "at" ? at + 2 : at + 1;
  const quantity = quantityAt(tokens, from);
  if (quantity !== null) return (quantity.kind === "cpu") === isCpu ? quantity : null;
  const amount = isCpu ? amountAt(tokens, from) : null;
  return amount === null ? null : { kind: "cpu", cores: amount.value, next: amount.next };
}

function afterMemoryWord(tokens: readonly Token[], at: number): number {
  const skip = FILLERS.has(tokens[at]?.word ?? "") ? at + 1 : at;
  return MEMORY_WORDS.has(tokens[skip]?.word ?? "") ? skip + 1 : at;
}
