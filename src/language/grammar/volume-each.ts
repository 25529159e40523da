import { roundToCent } from "../../core/units.ts";
import type { Slot } from "../slots.ts";
import { wordSet } from "../text/text.ts";
import { as, count, either, many, number, optional, type Pattern, sequence, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";
import { adjectives, bytes, bytesWithUnit, volumeNoun as noun } from "./volumes.ts";

/** Stores of data that keep what they are given: what each of them has is a disk. */
const KEEPERS = words(
  "broker|brokers|database|databases|db|dbs|postgres|postgresql|mysql|mongodb|mongo|elasticsearch|kafka|replica|replicas|shard|shards|partitions|instances|members|statefulset|statefulsets|cassandra|nodes of elasticsearch|postgres instances|redis|service|services|pod|pods|app|apps|node|nodes",
);

/** Where one of several is said to have so much: "3 brokers with 1 TB each" have 3 TB. */
const multiplied = (gib: number, times: number): Slot[] => {
  const value = roundToCent(gib * times);
  return [
    { key: "storageGiB", value },
    { key: "note", says: `"{}" is read as ${value} GiB in all.` },
  ];
};

const eachOf = rule({
  id: "volume-each",
  examples: [
    "10 statefulsets holding 75 GB apiece",
    "3 brokers with 1 TB each",
    "3 replicas with 200 GB disk each",
    "2 databases of 100 GB each",
  ],
  weight: 20,
  pattern: sequence(
    count,
    KEEPERS,
    words(
      "with|of|have|having|at|,|has|(|holding|storing|keeping|each with|each holding|, each with|using|needing|that hold|on",
    ),
    optional(words("a|an|about|~")),
    bytes,
    adjectives,
    optional(noun),
    words("each|apiece|per broker|per replica|per node|per pod|per service|per database"),
  ),
  gives: ([times, keeper, , , gib, , volume]) => {
    if (volume !== null && volume !== "storageGiB") return null;
    if (volume === null && /^nodes?$/.test(keeper)) return null; // a machine's memory
    if (volume === null && VAGUE.has(keeper)) return [{ key: "question", asks: VAGUE_EACH }, ...countOf(times, keeper)];
    return [...multiplied(gib, times), ...countOf(times, keeper)];
  },
});
/** Of these a size may as well be memory. */
const VAGUE = wordSet("service services pod pods app apps node nodes redis");
const VAGUE_EACH = `"{}": is that disk or memory? Nothing is planned for it until you say so.`;

const countOf = (value: number, keeper: string): Slot[] => {
  if (/^(service|app)/.test(keeper)) return [{ key: "services", value }];
  if (/^statefulset/.test(keeper)) return [{ key: "feature", value: "stateful" }];
  if (/^pod/.test(keeper)) return [{ key: "pods", value }];
  return /^replica/.test(keeper) ? [{ key: "replicas", value }] : [];
};

/** "50 GB for each of 4 services", "persistent volumes of 50 GB for each of 4 services". */
const forEach = rule({
  id: "volume-for-each",
  examples: ["persistent volumes of 50 GB for each of 4 services", "20 GB disk for each of our 6 services"],
  weight: 20,
  pattern: sequence(
    optional(sequence(noun, words("of|with|at|:"))),
    bytes,
    adjectives,
    optional(noun),
    words("for each of|for every one of|for each of our|for each of the|per each of"),
    count,
    many(words("small|stateful"), 2),
    KEEPERS,
  ),
  gives: ([before, gib, , after, , times, , keeper]) =>
    before === null && after === null
      ? [{ key: "question", asks: VAGUE_EACH }, ...countOf(times, keeper)]
      : [...multiplied(gib, times), ...countOf(times, keeper)],
});

/** "each of 6 services has a 20GB pvc". */
const eachHas = rule({
  id: "volume-each-has",
  examples: ["each of 6 services has a 20GB pvc", "every one of the 4 pods needs 10 GB disk"],
  weight: 20,
  pattern: sequence(
    words("each of|every one of|each of our|each of the|every one of our|every one of the|all|all of"),
    count,
    KEEPERS,
    words("has|have|needs|need|gets|get|uses|use|with"),
    optional(words("a|an|about|one")),
    bytes,
    adjectives,
    optional(noun),
  ),
  gives: ([, times, keeper, , , gib, , volume]) => {
    if (volume === null && VAGUE.has(keeper)) return [{ key: "question", asks: VAGUE_EACH }, ...countOf(times, keeper)];
    return volume === null || volume === "storageGiB" ? [...multiplied(gib, times), ...countOf(times, keeper)] : null;
  },
});

/** "3 volumes of 100 GB", "2 x 500 GB disks". */
const countedDisks = rule({
  id: "disks",
  examples: ["3 volumes of 100 GB", "2 x 500 GB disks", "4 disks of 1 TB each"],
  weight: 10,
  pattern: either(
    as(
      sequence(
        count,
        words("volumes|disks|pvcs|pvs|ssds|persistent volumes|drives"),
        words("of|with|at|,|each"),
        bytes,
        optional(words("each|apiece")),
      ),
      ([times, , , gib]) => ({ times, gib }),
    ),
    as(
      sequence(count, words("x|×"), bytes, adjectives, words("volumes|disks|pvcs|pvs|disk|ssd|ssds|volume|pvc|drives")),
      ([times, , gib]) => ({ times, gib }),
    ),
  ),
  gives: ({ times, gib }) => multiplied(gib, times),
});

const more = <T>(item: Pattern<T>): Pattern<T[]> =>
  many(
    as(sequence(words(",|and|+|, and|&|plus"), item), ([, each]) => each),
    6,
  );
const sameUnit = many(
  as(sequence(number, words(",|and|+|, and")), ([value]) => value),
  6,
);
const diskItem = as(
  sequence(optional(sequence(count, words("x|×"))), bytes),
  ([times, gib]) => gib * (times?.[0] ?? 1),
);

/** "PVCs: 3 x 100Gi and 1 x 500Gi", "volumes of 10, 50 and 200 GB": they add up. */
const diskList = rule({
  id: "disk-list",
  examples: ["PVCs: 3 x 100Gi and 1 x 500Gi", "volumes of 10, 50 and 200 GB"],
  weight: 20,
  pattern: sequence(
    words("pvcs|pvs|volumes|disks|persistent volumes|persistent disks|volume claims|drives|storage"),
    words(":|of|=|with|are"),
    either(
      as(sequence(diskItem, more(diskItem)), ([first, rest]) => [first, ...rest]),
      where(
        as(sequence(sameUnit, bytesWithUnit), ([before, { gib, unit }]) => [
          ...before.map((value) => value * unit),
          gib,
        ]),
        (all) => all.length > 1,
      ),
    ),
  ),
  gives: ([, , all]) =>
    all.length < 2
      ? null
      : multiplied(
          all.reduce((sum, gib) => sum + gib, 0),
          1,
        ),
});

export const VOLUME_EACH_RULES = [eachOf, forEach, eachHas, countedDisks, diskList];
