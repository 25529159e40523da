import type { PriceItem } from "../../core/price/query.ts";
import { MIB_PER_GIB } from "../../core/units.ts";
import type { Slot } from "../slots.ts";
import { type Text, wordAt, wordSet } from "../text/text.ts";
import { gpuModel } from "./gpus.ts";
import { as, count, either, many, name, optional, type Pattern, sequence, where, words } from "./pattern.ts";
import { isService, item, someName } from "./price-services.ts";
import { rule } from "./rule.ts";
import { type Size, size } from "./sizes.ts";

const machine = name(({ instanceType }) => instanceType !== null);
const nodeNoun = optional(
  words("node|nodes|machine|machines|server|servers|vm|vms|instance|instances|droplet|droplets|worker|workers"),
);
const times = as(sequence(words("x|×|:"), count), ([, value]) => value);
/** A machine by name, with how many: "t3.medium x3", "3x t3.medium", "two s-2vcpu-4gb". */
const machines = rule({
  id: "price-machine",
  examples: ["t3.medium x3 frankfurt", "3x t3.medium", "two s-2vcpu-4gb nyc", "5 droplets s-2vcpu-4gb", "t3.medium"],
  weight: 5,
  pattern: either(
    as(
      sequence(
        either(
          count,
          as(words("a|an|one"), () => 1),
        ),
        optional(words("x|×|of")),
        optional(someName),
        nodeNoun,
        machine,
        nodeNoun,
      ),
      ([value, , , , type]) => ({ type, value }),
    ),
    as(
      sequence(
        machine,
        nodeNoun,
        optional(
          either(
            times,
            as(sequence(count, words("x|×")), ([value]) => value),
          ),
        ),
      ),
      ([type, , value]) => ({ type, value: value ?? 1 }),
    ),
  ),
  gives: ({ type: { named }, value }) =>
    named.instanceType === null
      ? null
      : [item({ kind: "instance", id: named.instanceType, providers: named.providers, count: value })],
});

const podNoun = words("pod|pods|container|containers|replica|replicas|task|tasks");
const shapeItem = ({ vcpu, memoryGiB }: Size, gpus: number, howMany: number): PriceItem => ({
  kind: "shape",
  vcpu,
  memoryGiB,
  gpus,
  count: howMany,
});
const gpusBehind: Pattern<number> = as(
  sequence(
    words("with|and|+|,"),
    optional(
      either(
        count,
        as(words("a|one"), () => 1),
      ),
    ),
    words("gpu|gpus"),
  ),
  ([, value]) => value ?? 1,
);
const anyGpus = either(
  gpusBehind,
  as(sequence(count, words("gpu|gpus")), ([value]) => value),
);

/** The first platform named that bills pods and does so under every meaning of its name; null for none. */
function podPlatform({ mentions, vocabulary }: Text): string | null {
  const bills = new Set(vocabulary.names.platforms.filter(({ kind }) => kind === "pods").map(({ id }) => id));
  const mention = mentions.find(
    ({ named }) => named.platforms.length > 0 && named.platforms.every((id) => bills.has(id)),
  );
  return mention?.named.platforms[0] ?? null;
}

const podItem = (text: Text, of: Size | null, howMany: number): Slot =>
  item({
    kind: "pod",
    platform: podPlatform(text),
    cpuMillicores: of === null || of.vcpu === null ? null : Math.round(of.vcpu * 1000),
    memoryMiB: of === null || of.memoryGiB === null ? null : Math.round(of.memoryGiB * MIB_PER_GIB),
    count: howMany,
  });

/** "4 vcpu 16 gb", "2x 4 vcpu 8gb", "8 vcpu 32gb with 1 gpu"; on a platform that bills pods, pods. */
const sizes = rule({
  id: "price-size",
  examples: ["4 vcpu 16 gb frankfurt", "2x 4 vcpu 8gb", "8 vcpu 32gb with 1 gpu aws", "8gb ram"],
  pattern: where(
    sequence(
      optional(
        as(sequence(count, words("x|×|of|nodes of|nodes with|machines with|nodes|servers with")), ([value]) => value),
      ),
      size,
      optional(anyGpus),
      nodeNoun,
      optional(times),
    ),
    ([, of], text, from, to) =>
      !(of.vcpu === null && serviceFollows(text, to)) && !(of.vcpu === null && isTooMuch(of, text, from, to)),
  ),
  gives: ([before, of, gpus, , behind], { text }) => {
    const howMany = before ?? behind ?? 1;
    return podPlatform(text) === null ? [item(shapeItem(of, gpus ?? 0, howMany))] : [podItem(text, of, howMany)];
  },
});
/** So much of what nobody calls memory is no machine's. */
const isTooMuch = ({ memoryGiB }: Size, text: Text, from: number, to: number) => {
  for (let at = from; at < to; at += 1) if (MEMORY.has(wordAt(text, at))) return false;
  return (memoryGiB ?? 0) > MOST_UNNAMED_GIB;
};
const MEMORY = wordSet("ram memory mem");
const MOST_UNNAMED_GIB = 1024;
/** "100 gb disk": the size belongs to the service after it. */
function serviceFollows(text: Text, at: number): boolean {
  let next = at;
  while (next < at + 3 && (LINKS.has(wordAt(text, next)) || text.mentionAt[next] !== undefined))
    next = text.mentionAt[next]?.to ?? next + 1;
  return isService(text, next);
}
const LINKS = wordSet("of for the : on in at a");

/** "4 pods 500m 1Gi", "0.5 cpu 2 gb x4 pods", "10 pods". */
const pods = rule({
  id: "price-pods",
  examples: ["4 pods 500m 1Gi autopilot", "autopilot 4 pods", "0.25 vcpu 0.5 gb pods x 4"],
  weight: 6,
  pattern: either<{ of: Size | null; howMany: number }>(
    as(
      sequence(
        count,
        optional(someName),
        podNoun,
        many(words("of|with|at|@|,|each"), 2),
        optional(size),
        optional(words("each")),
      ),
      ([howMany, , , , of]) => ({ of, howMany }),
    ),
    as(sequence(optional(words("a|one")), podNoun, many(words("of|with|at|@|,"), 1), size), ([, , , of]) => ({
      of,
      howMany: 1,
    })),
    as(sequence(size, optional(words("x|×|, x|,")), count, podNoun), ([of, , howMany]) => ({ of, howMany })),
    as(sequence(size, podNoun, optional(times)), ([of, , howMany]) => ({ of, howMany: howMany ?? 1 })),
  ),
  gives: ({ of, howMany }, { text }) => [podItem(text, of, howMany)],
});

/** "8x h100", "2 gpus with 8 vcpu", "nvidia t4", "a100 80gb". */
const gpus = rule({
  id: "price-gpu",
  examples: ["8x h100", "2 gpus with 8 vcpu", "a100 80gb"],
  weight: 6,
  pattern: sequence(
    optional(count),
    optional(words("x|×")),
    optional(words("nvidia|tesla|amd")),
    either<string | null>(
      as(sequence(gpuModel, optional(words("gpu|gpus"))), ([model]) => model),
      as(words("gpu|gpus"), () => null),
    ),
    optional(
      either(
        times,
        as(sequence(count, words("x|×")), ([value]) => value),
      ),
    ),
    optional(as(sequence(many(words("with|and|+|,"), 1), size), ([, of]) => of)),
  ),
  gives: ([before, , , model, behind, of]) => {
    const shape = shapeItem(of ?? { vcpu: null, memoryGiB: null }, before ?? behind ?? 1, 1);
    return [
      item(
        shape.kind === "shape" && model !== null
          ? { ...shape, gpuModel: model.toLowerCase().replaceAll(" ", "") }
          : shape,
      ),
    ];
  },
});

export const PRICE_MACHINE_RULES = [machines, sizes, pods, gpus];
