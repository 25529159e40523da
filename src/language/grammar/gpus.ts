import { GPU_MODELS } from "../lexicon/feature-words.ts";
import type { Slot } from "../slots.ts";
import { negationBefore, unneededAfter } from "../text/negation.ts";
import { quantityAt } from "../text/quantities.ts";
import { type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { count, matcher, optional, type Pattern, sequence, words } from "./pattern.ts";
import { type Place, type Reading, rule } from "./rule.ts";

/** A GPU by its model, "A100 80GB", "RTX 4090"; in upper case. */
export const gpuModel: Pattern<string> = matcher(GPU_MODELS, (text, at) => {
  const word = wordAt(text, at);
  const model = (text.vocabulary.gpuModels.has(word) ? word : word.replace(/s$/, "")).toUpperCase(); // "L40S", but "two T4s"
  const number = text.tokens[at + 1];
  if (model === "RTX")
    return number?.kind === "number" ? { to: at + 2, value: `RTX ${number.word}` } : { to: at + 1, value: model };
  const memory = quantityAt(text.tokens, at + 1);
  const isMemory = memory?.kind === "bytes" && memory.gib >= 8 && memory.gib <= 200;
  return isMemory ? { to: memory.next, value: `${model} ${memory.gib}GB` } : { to: at + 1, value: model };
});

const maker = optional(words("nvidia|tesla|nvidia tesla|amd"));
const unit = optional(
  words("gpu|gpus|gpu node|gpu nodes|graphics card|graphics cards|card|cards|accelerator|accelerators|each"),
);

/** "Do we need a GPU?" asks for nothing. */
export function isOpen(text: Text, at: number): boolean {
  const need = wordBefore(text, at, NEEDING, 3);
  return need >= 2 && wordAt(text, need - 1) !== "not" && ASKING.has(wordAt(text, need - 2));
}
const NEEDING = wordSet("need want require");
const ASKING = wordSet("do does would should");
/** "L4 load balancer": a layer of the network. */
const isLayer = ({ text, from, to }: Place) =>
  wordAt(text, from) === "l4" && ["load", "lb", "proxy", "balancer"].includes(wordAt(text, to));

function gpuSlots(model: string | null, many: number | null, place: Place): Reading | null {
  const { text, from, to } = place;
  const no = negationBefore(text, from);
  if (no >= 0) return { from: no, slots: [{ key: "without", value: "gpu" }] };
  const unneeded = unneededAfter(text, to);
  if (unneeded !== null) return { to: unneeded, slots: [{ key: "without", value: "gpu" }] };
  if (isOpen(text, from)) return { slots: [{ key: "unread" }] };
  const slots: Slot[] = [{ key: "feature", value: "gpu" }];
  if (model !== null) slots.push({ key: "gpuModel", value: model });
  if (many !== null) slots.push({ key: "gpus", value: many });
  return { slots };
}

/** "4x A100", "2 L4 gpus", "an A10G", "A100 80GB x2", "T4". */
const byModel = rule({
  id: "gpu-model",
  examples: ["4x A100", "2 L4 gpus", "A100 80GB x2", "nvidia t4"],
  weight: 5,
  pattern: sequence(
    optional(count),
    optional(words("x|×|of|a|an|one")),
    maker,
    gpuModel,
    unit,
    optional(sequence(words("x|×"), count)),
  ),
  gives: ([before, , , model, , behind], place) =>
    isLayer(place) ? null : gpuSlots(model, before ?? behind?.[1] ?? null, place),
});

/** "2 GPUs", "a GPU", "gpu nodes". */
const anyGpu = rule({
  id: "gpu",
  examples: ["2 GPUs", "with a GPU", "gpu nodes", "a GPU is not needed"],
  pattern: sequence(
    optional(count),
    optional(words("x|×|a|an|any|nvidia")),
    words(
      "gpu|gpus|gpu node|gpu nodes|cuda|nvidia|graphics card|graphics cards|gpu instances|gpu workloads|gpu capacity",
    ),
    optional(words("needed|required|support|instances|nodes")),
  ),
  gives: ([many], place) => gpuSlots(null, many, place),
});

export const GPU_RULES = [byModel, anyGpu];
