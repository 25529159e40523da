import { DATABASE_WORDS, FEATURE_WORDS, RULED_OUT } from "../lexicon/feature-words.ts";
import type { Slot } from "../slots.ts";
import { negationBefore, unneededAfter } from "../text/negation.ts";
import { type Text, wordAfter, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { isOpen } from "./gpus.ts";
import { many, optional, sequence, table, words } from "./pattern.ts";
import { rule } from "./rule.ts";

const extra = optional(
  words(
    "compliance|compliant|support|integration|required|needed|certified|certification|instances|nodes|workloads|capacity|login|type ii|type 2|type i",
  ),
);
/** Words around "windows" that are no operating system. */
const WINDOWS_OF_TIME = wordSet("maintenance time upgrade release");

/** Features asked for, and those ruled out: "multi-AZ", "without Windows", "autoscaling is not needed". */
const features = rule({
  id: "feature",
  examples: ["HIPAA compliant", "without windows", "autoscaling is not needed", "serverless"],
  pattern: sequence(table(FEATURE_WORDS), extra),
  gives([feature], { text, from, to }) {
    const word = wordAt(text, from);
    if (word === "windows" && WINDOWS_OF_TIME.has(wordAt(text, from - 1))) return null;
    if (isOpen(text, from)) return [{ key: "unread" }];
    if (wordAfter(text, to, MATTERING, 6) >= 0) return [{ key: "nothing" }];
    const no = word === "no" || word === "not" ? -1 : negationBefore(text, from);
    const behind = unneededAfter(text, to);
    if (no < 0 && behind === null) return [{ key: "feature", value: feature }];
    return { from: no >= 0 ? no : from, to: behind ?? to, slots: [{ key: "without", value: feature }] };
  },
});
const MATTERING = wordSet("matter matters irrelevant optional");

/** "single zone": ruled out without a "no". */
const ruledOut = rule({
  id: "feature-ruled-out",
  examples: ["a single zone"],
  pattern: table(RULED_OUT),
  gives: (value, { text, from }) => (negationBefore(text, from) >= 0 ? null : [{ key: "without", value }]),
});

const database = words(DATABASE_WORDS.join("|"));
const databases = sequence(database, many(sequence(words(",|and|+|&|/|or"), database), 4));
const inside = words(
  "in the cluster|inside the cluster|in cluster|in kubernetes|inside kubernetes|in k8s|inside k8s|on k8s|on kubernetes|on the cluster|in our cluster|as a statefulset|as statefulset",
);

/** "Postgres and Redis in the cluster" keep their data there. */
const inCluster = rule({
  id: "database-in-cluster",
  examples: ["postgres and redis in the cluster", "postgres on k8s", "mysql inside kubernetes"],
  weight: 10,
  pattern: sequence(databases, many(words("with|running|deployed|runs|self hosted|,"), 1), inside),
  gives: (_, { text, from }) => (negationBefore(text, from) >= 0 ? null : [{ key: "feature", value: "stateful" }]),
});
/** "Postgres with 500 GB in the cluster": where a database runs, said behind its size. */
const insideLater = rule({
  id: "database-in-cluster-later",
  examples: ["postgres with 500 GB in the cluster"],
  weight: -2,
  pattern: inside,
  gives: (_, { text, from }) =>
    wordBefore(text, from, DATABASES, 8) >= 0 && negationBefore(text, from) < 0
      ? [{ key: "feature", value: "stateful" }]
      : null,
});
const DATABASES = new Set(DATABASE_WORDS);
/** "managed MySQL and Redis". */
const managed = rule({
  id: "managed-database",
  examples: ["managed mysql and redis", "hosted postgres"],
  weight: 10,
  pattern: sequence(words("managed|hosted|fully managed"), databases),
  gives: (_, { text, from }) => {
    const no = negationBefore(text, from);
    if (no >= 0) return { from: no, slots: [{ key: "without", value: "managed-database" }] };
    return [{ key: "feature", value: "managed-database" }];
  },
});
/** Where a database runs that is only named is asked. */
const named = rule({
  id: "database",
  examples: ["we need postgres", "mysql and redis"],
  weight: -2,
  pattern: databases,
  gives: (_, { text, from, to }): Slot[] | null => {
    if (negationBefore(text, from) >= 0) return null;
    if (isVersion(text, to)) return [{ key: "unread" }];
    return [{ key: "database" }];
  },
});
const isVersion = (text: Text, to: number) =>
  text.tokens[to]?.kind === "number" && !/^(gb|tb|gib|mb|g|t|gig|ti|gi)$/.test(wordAt(text, to + 1));
/** "mysql inside": with nothing of where. */
const insideOnly = rule({
  id: "database-inside",
  examples: ["mysql inside, redis"],
  weight: 5,
  pattern: sequence(databases, words("inside|in it|alongside|next to it")),
  gives: ([, where]) => [
    where === "next to it" ? { key: "database" } : { key: "feature", value: "stateful", strength: "implied" },
  ],
});

export const FEATURE_RULES = [features, ruledOut, inCluster, insideLater, managed, named, insideOnly];
