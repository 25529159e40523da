import { STANDARD_SUPPORT_ENDS } from "../lexicon/kubernetes-versions.ts";
import type { Slot } from "../slots.ts";
import { negationBefore } from "../text/negation.ts";
import { type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { as, count, either, many, name, number, optional, sequence, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";

const clusterAdjectives = many(
  either<unknown>(
    words(
      "kubernetes|k8s|separate|production|prod|small|different|dev|identical|managed|big|single|regional|zonal|test|staging|other|new",
    ),
    name(({ instanceType }) => instanceType === null),
  ),
  3,
);

/** The clusters themselves: a name in between stands by itself. */
const clusters = rule({
  id: "clusters",
  examples: ["3 clusters", "two separate clusters", "3 clusters of 5 nodes"],
  weight: 5,
  pattern: where(
    sequence(count, clusterAdjectives, words("clusters|cluster")),
    (_, text, from) => !["k8s", "version", "a"].includes(wordAt(text, from - 1)),
  ),
  gives: ([value, between], { text, from, to }): Slot[] | null => {
    const names = between.filter((each) => typeof each === "object" && each !== null).length;
    if (names > 0) return null;
    if (wordAt(text, to) === "per" || (wordAt(text, to) === "for" && wordAt(text, to + 1) === "each"))
      return [{ key: "unread" }];
    return isNodeCluster(text, from, to) ? null : [{ key: "clusters", value }];
  },
});
/** "3 node cluster" counts nodes. */
const isNodeCluster = (text: Text, from: number, to: number) => {
  for (let at = from; at < to; at += 1) if (/^nodes?$/.test(wordAt(text, at))) return true;
  return false;
};
/** "three EKS clusters": the number before a name that runs. */
const namedClusters = rule({
  id: "clusters-of",
  examples: ["three EKS clusters", "migrating 3 EKS clusters to something else"],
  weight: 40,
  pattern: where(count, (_, text, __, to) => clustersFollow(text, to)),
  gives: (value) => [{ key: "clusters", value }],
});
function clustersFollow(text: Text, at: number): boolean {
  const mention = text.mentionAt[at];
  if (mention === undefined || mention.named.instanceType !== null) return false;
  let next = mention.to;
  while (["kubernetes", "k8s", "production", "regional", "autopilot"].includes(wordAt(text, next))) next += 1;
  return ["clusters", "cluster"].includes(wordAt(text, next));
}

/** "one cluster per customer, 12 customers", "a cluster for each of our 5 teams", "a cluster per team". */
const clusterPer = rule({
  id: "cluster-per",
  examples: ["one cluster per customer, 12 customers", "a cluster for each of our 5 teams"],
  weight: 20,
  pattern: either(
    as(
      sequence(
        words(
          "one cluster per|1 cluster per|a cluster per|a cluster for every|one cluster for every|one cluster for each|a cluster for each",
        ),
        words("customer|tenant|team|client|country|region|environment|project|department|stage"),
        words(",|, we have|, and we have|and we have|, we have|and|:|("),
        count,
        words("customers|tenants|teams|clients|countries|regions|environments|projects|departments|of them|stages"),
      ),
      ([, , , value]) => value,
    ),
    as(
      sequence(
        words(
          "a cluster for each of|one cluster for each of|cluster for each of|a cluster for each|own cluster for each of|a cluster per",
        ),
        optional(words("our|the|my")),
        count,
        words("customers|tenants|teams|clients|countries|regions|environments|projects|departments|stages|developers"),
      ),
      ([, , value]) => value,
    ),
  ),
  gives: (value) => [{ key: "clusters", value }],
});

/** "three environments": each its own cluster or a namespace, which nobody said. */
const environments = rule({
  id: "environments",
  examples: ["dev, staging and prod environments", "three environments"],
  pattern: either<unknown>(
    sequence(count, words("environments|environment|envs|stages")),
    sequence(
      words("dev|staging|test|qa"),
      words(",|and|+|/"),
      words("staging|prod|production|test|qa"),
      many(sequence(words(",|and|+|/"), words("prod|production|staging|qa")), 2),
      optional(words("environments|environment|envs|clusters")),
    ),
  ),
  gives: (_, { text, from }) =>
    wordBefore(text, from, wordSet("clusters"), 4) >= 0
      ? [{ key: "nothing" }]
      : [
          {
            key: "question",
            asks: `"{}": is each a cluster of its own, or a namespace of one? One cluster is planned until you say so.`,
          },
        ],
});

const OLDEST_KNOWN = 14;

/** "k8s 1.27", "EKS 1.24", "still on Kubernetes 1.28": out of standard support or not. */
const version = rule({
  id: "kubernetes-version",
  examples: ["still on Kubernetes 1.27", "stuck on EKS 1.24", "still 1.25 on AKS", "k8s 1.33"],
  weight: 10,
  pattern: where(
    sequence(
      optional(words("still on|stuck on|on|running|run|version|with|still|stuck at|at")),
      optional(words("kubernetes|k8s")),
      optional(words("version|v")),
      number,
    ),
    ([, kube], text, from, to) =>
      isVersion(text, to - 1) && (kube !== null || isOffer(text, from) || isOnOffer(text, to)),
  ),
  gives: (_, { text, to }) => {
    const minor = Number(wordAt(text, to - 1).split(".")[1]);
    const ended = STANDARD_SUPPORT_ENDS.get(minor) ?? (minor < Math.min(...STANDARD_SUPPORT_ENDS.keys()) ? "" : null);
    if (ended !== null && ended < text.vocabulary.names.today) {
      const since = ended === "" ? "" : ` since ${ended}`;
      return [
        { key: "extendedSupport", value: true },
        {
          key: "note",
          says: `Kubernetes 1.${minor} is past standard support${since}: the fee for extended support is planned.`,
        },
      ];
    }
    return [{ key: "nothing" }];
  },
});
const isVersion = (text: Text, at: number) => {
  const [major, minor = "", more] = wordAt(text, at).split(".");
  return major === "1" && more === undefined && /^\d\d$/.test(minor) && Number(minor) >= OLDEST_KNOWN;
};
/** "still 1.25 on AKS". */
const isOnOffer = (text: Text, to: number) =>
  wordAt(text, to) === "on" && (text.mentionAt[to + 1]?.named.platforms.length ?? 0) > 0;
const isOffer = (text: Text, at: number) => {
  for (let i = at - 1; i >= at - 2; i -= 1) if ((text.mentionOver[i]?.named.platforms.length ?? 0) > 0) return true;
  return false;
};

/** Flags of what there is already. */
const extended = rule({
  id: "extended-support",
  examples: ["our version is out of support", "extended support"],
  pattern: words(
    "extended support|in extended support|are in extended support|out of support|past standard support|past support|out of standard support|past end of life|end of life version|unsupported version|no longer supported|end of support|past eol|extended support is killing us",
  ),
  gives: (_, { text, from }) => {
    const no = negationBefore(text, from);
    return { from: no >= 0 ? no : from, slots: [{ key: "extendedSupport", value: no < 0 }] };
  },
});
const existing = rule({
  id: "existing-servers",
  examples: ["existing servers", "servers we already have", "we already have 3 hetzner servers"],
  weight: 8,
  pattern: either<unknown>(
    words(
      "existing servers|servers we already have|already have servers|already have the servers|already ordered servers|old servers|existing machines|servers we already own|servers ordered before|machines ordered before",
    ),
    sequence(
      words("already have|already own|already rent|we own|have already"),
      optional(count),
      optional(name(({ providers, platforms }) => providers.length + platforms.length > 0)),
      words("servers|machines|vservers|dedicated servers|vms"),
    ),
  ),
  gives: (_, { text, from, to }) => {
    const slots: Slot[] = [{ key: "existingServers", value: true }];
    const mention = text.mentions.find((each) => each.from >= from && each.to <= to);
    if (mention?.named.cloud) slots.push({ key: "existingCloud", value: mention.named.cloud });
    return slots;
  },
});
const backups = rule({
  id: "backups",
  examples: ["daily backups please", "without backups", "backups are not needed"],
  pattern: sequence(
    words("backups|backup|snapshots|disaster recovery"),
    optional(
      words(
        "are not needed|not needed|arent needed|is not needed|are not required|not required|not necessary|are not necessary",
      ),
    ),
  ),
  gives: ([, unneeded], { text, from }) => {
    const no = negationBefore(text, from);
    return { from: no >= 0 ? no : from, slots: [{ key: "backups", value: no < 0 && unneeded === null }] };
  },
});

const GONE =
  "used|taken|gone|spent|exhausted|consumed|applied|used up|used already|already used|already taken|taken already|used by another cluster";
/** "our GKE credit is used": whose credit, and what became of it. */
const credit = rule({
  id: "gke-credit",
  examples: ["our GKE credit is used", "the free cluster credit is already taken", "we use the GKE credit already"],
  weight: 20,
  pattern: either(
    as(
      sequence(
        words("gke|google|gcp|free tier|free cluster|cluster|the free"),
        optional(words("free tier|free|monthly|cluster|management")),
        words("credit|credits"),
        many(words("is|was|has|been|are|already|all|not|isnt|yet"), 4),
        words(GONE),
      ),
      ([, , , between]) => between.some((word) => /not|isnt/.test(word)),
    ),
    as(
      sequence(
        words("use|used|uses|using|spent|took|takes|consumed"),
        many(words("up|our|the|that|already|gke|google|free|monthly|tier"), 4),
        words("credit|credits"),
        optional(words("already|for another cluster|elsewhere")),
      ),
      () => false,
    ),
  ),
  gives: (isLeft, { text, from, to }) => {
    const ofGoogle = text.tokens.slice(from, to).some(({ word }) => /^(gke|google|gcp|tier|cluster|free)$/.test(word));
    const no = negationBefore(text, from);
    return ofGoogle ? { from: no >= 0 ? no : from, slots: [{ key: "gkeCreditUsed", value: no < 0 && !isLeft }] } : null;
  },
});

export const EXISTING_CLUSTER_RULES = [
  clusters,
  namedClusters,
  clusterPer,
  environments,
  version,
  extended,
  existing,
  backups,
  credit,
];
