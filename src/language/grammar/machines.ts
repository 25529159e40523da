import type { Slot } from "../slots.ts";
import type { Mention } from "../text/mention.ts";
import { endsClause, type Text, wordAt, wordSet } from "../text/text.ts";
import { cloudSlotsIn } from "./clouds.ts";
import { type Count, counted, perCluster, rangeNote } from "./counts.ts";
import { as, count, either, many, name, optional, type Pattern, sequence, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";
import { isDisk, type Size, size, sizeSlots } from "./sizes.ts";

const GIB_PER_VCPU = 2; // of the general-purpose machines that small clusters run on

const noun = words(
  "node|nodes|machine|machines|server|servers|vm|vms|instance|instances|worker|workers|droplet|droplets|box|boxes|worker nodes|vps|vpses|vservers",
);
/** What may stand between a number and its noun. */
const adjective = either<unknown>(
  words(
    "x|×|of|worker|small|big|large|cheap|identical|dedicated|cloud|virtual|more|kubernetes|k8s|cluster|beefy|tiny|linux|on demand|ubuntu|amd64|x86|managed|spot|preemptible|running",
  ),
  name(
    ({ instanceType, region, platforms, cloud }) =>
      instanceType === null && region === null && (platforms.length > 0 || cloud !== null),
  ),
);
const machine: Pattern<Mention> = name(({ instanceType }) => instanceType !== null);
const typeOf = ({ named }: Mention): Slot[] =>
  named.instanceType === null ? [] : [{ key: "instanceType", value: named.instanceType }];

/** A machine's size with its other half filled in where only one was said, and a note that says so. */
function sized({ vcpu, memoryGiB }: Size): Slot[] {
  if (vcpu !== null && memoryGiB !== null) return sizeSlots({ vcpu, memoryGiB }, "node");
  if (vcpu === null && memoryGiB !== null) {
    const cores = Math.max(1, memoryGiB / GIB_PER_VCPU);
    return [
      ...sizeSlots({ vcpu: cores, memoryGiB }, "node"),
      { key: "note", says: `"{}" names no CPU: read as ${cores} vCPU each.` },
    ];
  }
  if (vcpu === null) return [];
  const gib = vcpu * GIB_PER_VCPU;
  return [
    ...sizeSlots({ vcpu, memoryGiB: gib }, "node"),
    { key: "note", says: `"{}" names no memory: read as ${gib} GiB each.` },
  ];
}

const nodes = (found: Count, each: unknown): Slot[] => [
  { key: "nodes", value: found.value, ...(each === null ? {} : { perCluster: true as const }) },
  ...rangeNote(found),
];

/** "Windows server 2022 nodes" counts none: the number before the noun is a version. "Node 20" is one, too. */
const VERSIONED = wordSet("windows server ubuntu version node v debian");
const isCounted = (_: unknown, text: Text, from: number, to: number) =>
  !VERSIONED.has(wordAt(text, from - 1)) && !NOT_MACHINES.has(wordAt(text, to));
const NOT_MACHINES = wordSet(
  "elasticsearch opensearch kafka cassandra redis postgres mongodb rabbitmq galera ceph etcd consul vault nomad replicas pods pool pools processes process js group groups count type types api service services class",
);

const ONE = as(words("a|an|one|single|a single|one single"), () => ({ value: 1, lowest: null }));
const ONE_OF_THEM: Count = { value: 1, lowest: null };
const sign = words("x|×|of");
const link = many(
  words("with|of|each|a|at|having|at|@|,|(|:|per|is|are|has|have|type|of type|size|cluster|in total|sized"),
  3,
);
const tail = optional(words("each|apiece|per node|in total|total|ram each|)"));
/** A size that is no disk's. */
const ownSize = where(size, (_, text, __, to) => !isDisk(text, to));

/** "10 nodes", "two 4 GB nodes", "3 nodes with 2 vcpu and 8gb", "12 workers 8 core 32 gig". */
const countedNodes = rule({
  id: "nodes",
  examples: [
    "10 nodes",
    "two 4 GB nodes",
    "3 nodes with 2 vcpu and 8gb each",
    "12 nodes (4 vCPU, 16 GB)",
    "between 3 and 10 nodes",
  ],
  pattern: where(
    sequence(
      counted,
      many(adjective, 3),
      optional(ownSize),
      many(adjective, 2),
      noun,
      optional(perCluster),
      optional(as(sequence(link, ownSize, tail), ([, value]) => value)),
    ),
    isCounted,
  ),
  gives: ([found, before, own, , of, each, behind], { text, from, to }) => {
    if (own !== null && behind !== null) return null;
    const shape = own ?? behind;
    // "2 instances" of something are its copies.
    if (shape === null && before.length === 0 && of.startsWith("instance")) return null;
    return [
      ...nodes(found, each),
      ...spotOf(before),
      ...(shape === null ? [] : sized(shape)),
      ...cloudSlotsIn(text, from, to),
    ];
  },
});

/** "400 spot nodes": all of them. */
const spotOf = (adjectives: readonly unknown[]): Slot[] =>
  adjectives.some((each) => each === "spot" || each === "preemptible")
    ? [{ key: "spotPercent", value: 100, strength: "implied" }]
    : [];

/** "a 4 core 16gb VM", "one B2s node": a single machine whose size is said. */
const oneMachine = rule({
  id: "one-machine",
  examples: ["a 4 core 16gb VM", "a single server"],
  pattern: where(
    either<{ found: Count; own: Size | null }>(
      as(sequence(ONE, many(adjective, 2), ownSize, many(adjective, 2), noun), ([found, , own]) => ({ found, own })),
      as(sequence(words("single|one|one single"), many(adjective, 2), noun), () => ({ found: ONE_OF_THEM, own: null })),
    ),
    isCounted,
  ),
  gives: ({ found, own }, { text, from, to }) => [
    ...nodes(found, null),
    ...(own === null ? [] : sized(own)),
    ...cloudSlotsIn(text, from, to),
  ],
});

/** "3 x t3.medium", "10 nodes m5.xlarge", "four standard_d2s_v5 nodes". */
const namedMachines = rule({
  id: "machines-by-name",
  examples: ["3x t3.medium", "four standard_d2s_v5 nodes", "10 nodes m5.xlarge", "2 nodes of type t3.medium"],
  weight: 10,
  pattern: where(
    either(
      as(
        sequence(either(counted, ONE), many(adjective, 3), machine, optional(noun), optional(perCluster)),
        ([found, before, type, , each]) => ({ found, before, type, each }),
      ),
      as(sequence(counted, many(adjective, 3), noun, link, machine, tail), ([found, before, , , type]) => ({
        found,
        before,
        type,
        each: null,
      })),
    ),
    isCounted,
  ),
  gives: ({ found, before, type, each }) => [...nodes(found, each), ...typeOf(type), ...spotOf(before)],
});

/** "t3.medium x3", "cx23 * 2", "t3.medium: 3", "t3.medium 3x", "t3.medium nodes". */
const machineFirst = rule({
  id: "machine-then-count",
  examples: ["t3.medium (3 of them)", "m5.xlarge times 4", "t3.medium x3", "t3.medium 3x, please", "m5.xlarge instead"],
  weight: 5,
  pattern: sequence(
    machine,
    optional(noun),
    optional(
      either(
        as(sequence(words("x|:|times|count|quantity|qty|, count|(x"), count), ([, value]) => value),
        as(
          sequence(
            optional(words("(|,")),
            count,
            words("of them|of those|of these|pcs|pieces|units"),
            optional(words(")")),
          ),
          ([, value]) => value,
        ),
        where(
          as(sequence(count, words("x")), ([value]) => value),
          (_, text, __, to) => endsClause(text, to),
        ),
      ),
    ),
  ),
  gives: ([type, , found]) => [...(found === null ? [] : nodes({ value: found, lowest: null }, null)), ...typeOf(type)],
});

/** "nodes: 3", "node count 3". */
const labelledNodes = rule({
  id: "nodes-labelled",
  examples: ["nodes: 5", "node count 3"],
  weight: 5,
  pattern: where(
    sequence(noun, either<unknown>(words(":|="), sequence(words("count"), optional(words(":|=|of")))), counted),
    isCounted,
  ),
  gives: ([, , found]) => nodes(found, null),
});

const PODS = wordSet("pod pods container containers replica replicas copies");
/** "2 CPU 4GB x 3", "32gb ram nodes x2", "3 * 2cpu/4gb". */
const sizedMachines = rule({
  id: "machines-by-size",
  examples: ["2 CPU 4GB x 3", "32gb ram nodes x2", "3 * 2cpu/4gb"],
  weight: 5,
  pattern: either(
    where(
      as(sequence(size, optional(noun), words("x"), count), ([own, of, , value]) => ({
        own,
        value,
        isWhole: of !== null || isWhole(own),
      })),
      ({ isWhole: is }, text, _, to) => is && !PODS.has(wordAt(text, to)),
    ),
    where(
      as(sequence(count, sign, size), ([value, , own]) => ({ own, value, isWhole: isWhole(own) })),
      ({ isWhole: is }, text, _, to) => is && !PODS.has(wordAt(text, to)),
    ),
  ),
  gives: ({ own, value }) => [...nodes({ value, lowest: null }, null), ...sized(own)],
});
const isWhole = ({ vcpu, memoryGiB }: Size) => vcpu !== null && memoryGiB !== null;

/** "0.25 vcpu 0.5 gb x 10 pods", "20 pods of 500m and 1Gi", "100 pods, each 100 millicores and 128Mi". */
const sizedPods = rule({
  id: "pods-by-size",
  examples: ["0.25 vcpu 0.5 gb x 10 pods", "20 pods of 500m and 1Gi", "40 pods with 0.25 vCPU and 512 MB"],
  weight: 10,
  pattern: either(
    as(sequence(size, optional(words("x|×")), count, words("pods|pod|containers")), ([own, , value]) => ({
      own,
      value,
    })),
    as(
      sequence(
        count,
        words("pods|pod|containers"),
        optional(
          words(
            "of|with|at|@|, each|each|with each|(|:|needing|requesting|, requests|requests|,|that need|using|asking",
          ),
        ),
        size,
        optional(words("each|apiece|)|per pod")),
      ),
      ([value, , , own]) => ({ own, value }),
    ),
  ),
  gives: ({ own, value }) => [{ key: "pods", value }, ...sizeSlots(own, "each")],
});

export const MACHINE_RULES = [
  countedNodes,
  oneMachine,
  namedMachines,
  machineFirst,
  labelledNodes,
  sizedMachines,
  sizedPods,
];
