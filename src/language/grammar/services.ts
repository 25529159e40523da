import type { Slot } from "../slots.ts";
import { phrasesFor } from "../text/phrases.ts";
import { endsSentence, type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { type Count, counted, perCluster, rangeNote } from "./counts.ts";
import { as, count, either, many, optional, sequence, table, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";

/** What is counted as a service, and what is one pod each. */
export const SERVICE_NOUNS = phrasesFor({
  services: [
    "services",
    "service",
    "microservices",
    "microservice",
    "micro services",
    "micro service",
    "svc",
    "svcs",
    "apps",
    "app",
    "applications",
    "application",
    "workloads",
    "deployments",
    "apis",
    "api",
    "websites",
    "backends",
    "web apps",
    "web app",
    "website",
    "sites",
    "site",
    "static sites",
    "static site",
    "backend services",
    "web services",
    "components",
    "monolith",
    "monoliths",
    "frontend",
    "frontends",
    "backend",
    "bots",
    "bot",
    "worker service",
    "helm releases",
    "releases",
    "task definitions",
    "deployables",
    "helm charts",
    "charts",
    "backend apis",
    "binaries",
    "programs",
    "daemons",
  ],
  pods: ["pods", "pod", "containers", "container"],
});
const noun = table(SERVICE_NOUNS);
const adjectives = many(
  words(
    "small|big|tiny|simple|stateless|stateful|backend|frontend|web|api|docker|internal|public|java|go|golang|python|node.js|rust|php|ruby|spring|spring boot|rest|http|grpc|different|separate|production|k8s|kubernetes|micro|containerized|dockerized|wordpress|django|flask|rails|laravel|react|express|next.js|static|medium|large|lightweight|concurrent|running|angular|vue|nextjs|nuxt|svelte|fastapi|symfony|nest|nestjs|nodejs|quarkus|micronaut|phoenix|elixir|j2ee|jvm|typescript|javascript|perl|clojure|haskell|telegram|discord|slack|cloud native|wee|little|go|kotlin|scala|elixir|dotnet|.net core|.net|asp.net|c#|c++|legacy|old|new|other|independent|individual|own|main|core|business|customer|client|client facing|long running|busy|half|or so|more|of our|wordpress and laravel",
  ),
  3,
);

type Noun = "services" | "pods";
interface Counted {
  count: Count;
  noun: Noun;
  perCluster: boolean;
}

const slotsOf = ({ count: found, noun: of, perCluster: isEach }: Counted): Slot[] => [
  { key: of, value: found.value, ...(isEach ? { perCluster: true } : {}) },
  ...rangeNote(found),
];

const one = as(words("single|a single|one single|just one|only one|lone"), () => ({ value: 1, lowest: null }));
const countedNoun = as(
  sequence(either(counted, one), adjectives, noun, optional(perCluster)),
  ([found, , of, each]): Counted => ({ count: found, noun: of, perCluster: each !== null }),
);

/** "Our team: 2 backend, 1 frontend": people by what they do. */
const PEOPLE = wordSet("team developers engineers people devs staff crew");
function isRole(text: Text, from: number, to: number): boolean {
  if (!["frontend", "backend"].includes(wordAt(text, to - 1))) return false;
  for (let at = from - 1; at >= 0 && at > from - 12 && !endsSentence(text, at); at -= 1)
    if (PEOPLE.has(wordAt(text, at))) return true;
  return false;
}
/** "Windows 2019 containers" counts none, nor does "one service account". */
const VERSIONED = wordSet("windows server ubuntu version type level v");
const isCounted = (_: unknown, text: Text, from: number, to: number) =>
  !isRole(text, from, to) && !VERSIONED.has(wordAt(text, from - 1)) && !NOT_COUNTED.has(wordAt(text, to));
const NOT_COUNTED = wordSet(
  "per account accounts mesh level limit tier principal engineer engineers developer developers team teams",
);

/** "40 services", "single app", "20 pods", and a list of them: "1 API + 1 frontend" are two. */
const services = rule({
  id: "services",
  examples: ["40 services", "single app", "20 pods", "3 python APIs"],
  pattern: where(
    sequence(
      countedNoun,
      many(
        as(sequence(words(",|and|+|&|plus|, and"), countedNoun), ([, each]) => each),
        6,
      ),
    ),
    isCounted,
  ),
  gives([first, more]) {
    const all = [first, ...more];
    const kinds = new Set(all.map((each) => each.noun));
    if (kinds.size > 1) return null;
    if (all.length === 1) return slotsOf(first);
    const value = all.reduce((total, each) => total + each.count.value, 0);
    return slotsOf({ ...first, count: { value, lowest: null } });
  },
});

const component = words(
  "api|apis|worker|workers|frontend|frontends|backend|backends|web|web server|web servers|scheduler|cron|gateway|queue worker|queue workers|background workers|bot|bots|website|websites|admin|dashboard|app|apps|monolith|monoliths|service|services",
);
const countedComponent = sequence(
  either(
    count,
    as(words("a|an"), () => 1),
  ),
  adjectives,
  component,
);
/** "one api, one worker, one frontend": parts of a whole, each a service. */
const components = rule({
  id: "components",
  examples: ["one api, one worker, one frontend", "an api, a worker and a frontend"],
  weight: 15,
  pattern: sequence(
    countedComponent,
    as(sequence(words(",|and|+|, and"), countedComponent), ([, each]) => each),
    many(
      as(sequence(words(",|and|+|, and"), countedComponent), ([, each]) => each),
      5,
    ),
  ),
  gives: ([first, second, more], { text, from, to }) =>
    isRole(text, from, to) || [first, second, ...more].every(([, , what]) => /^services?$/.test(what))
      ? null
      : [{ key: "services", value: [first, second, ...more].reduce((total, [value]) => total + value, 0) }],
});

/** "a few services", "dozens of pods": how many nobody said. */
const vague = rule({
  id: "services-vague",
  examples: ["a few services", "dozens of small pods", "several APIs"],
  pattern: where(
    sequence(
      words(
        "a few|few|several|dozens of|hundreds of|thousands of|a bunch of|a handful of|lots of|tons of|a lot of|plenty of",
      ),
      adjectives,
      either<unknown>(noun, words("nodes|servers|vms|machines|clusters|replicas|namespaces")),
    ),
    (_, text, from) => wordAt(text, from - 1) !== "how",
  ),
  gives: () => [{ key: "unread" }],
});

/** "services: 4", "pods=20". */
const labelled = rule({
  id: "services-labelled",
  examples: ["services: 4", "pods=20"],
  weight: 5,
  pattern: sequence(noun, words(":|="), optional(words("~|about|around|roughly|ca|approx")), counted),
  gives: ([of, , , found]) => slotsOf({ count: found, noun: of, perCluster: false }),
});

/** "a monolith": one of them, also uncounted. */
const monolith = rule({
  id: "monolith",
  examples: ["our monolith is a rails app"],
  pattern: where(
    sequence(
      words(
        "a monolith|our monolith|the monolith|my monolith|monolith|monolithic app|a monolithic app|telegram bot|discord bot|slack bot",
      ),
    ),
    (_, text, from) => wordBefore(text, from, wordSet("from than no not vs or split instead"), 3) < 0,
  ),
  gives: () => [{ key: "services", value: 1, strength: "implied" }],
});

const copies = words("replicas|replica|reps|rep|copies|instances|replicas of each|instances of each");
const each = optional(
  words("each|apiece|per service|per app|of each|for each|of everything|per deployment|of it|of them"),
);

/** How many copies of each service. */
const replicas = rule({
  id: "replicas",
  examples: ["3 replicas each", "4 services with 3 replicas each", "two copies per service"],
  pattern: sequence(
    either(
      counted,
      as(words("a single|just a single|only a single|single"), () => ({ value: 1, lowest: null })),
    ),
    optional(words("x")),
    copies,
    each,
  ),
  gives: ([found], { text, from }) =>
    wordBefore(text, from, STORES, 4) >= 0 || NOT_COPIED.has(wordAt(text, from - 1))
      ? [{ key: "unread" }] // "postgres with 2 replicas": of that alone
      : [{ key: "replicas", value: found.value }, ...rangeNote(found)],
});
const STORES = wordSet(
  "postgres postgresql mysql mariadb mongodb mongo redis database db kafka elasticsearch cassandra clickhouse rabbitmq",
);
const NOT_COPIED = wordSet("read hot standby");
const replicasLabelled = rule({
  id: "replicas-labelled",
  examples: ["replicas: 3", "replicas=2"],
  weight: 5,
  pattern: sequence(words("replicas|replica|copies"), words(":|="), count),
  gives: ([, , value]) => [{ key: "replicas", value }],
});
/** "7 deployments, 3 pods each": copies of what was counted before. */
const podsEach = rule({
  id: "pods-each",
  examples: ["7 deployments, 3 pods each", "two pods per service", "20 services, each with 3 pods"],
  weight: 10,
  pattern: either(
    as(
      sequence(
        count,
        words("pods|pod|containers"),
        words("each|per service|apiece|per app|per deployment|for each|of each|in each"),
      ),
      ([value]) => value,
    ),
    as(
      sequence(
        words(
          "each with|each having|each has|each running|each runs|each of them has|each of them runs|every one with",
        ),
        optional(words("about|around|~|up to")),
        count,
        words("pods|pod|containers|replicas|copies|instances"),
      ),
      ([, , value]) => value,
    ),
  ),
  gives: (value) => [{ key: "replicas", value }],
});
/** "60 pods across 20 services": so many copies of each. */
const podsAcross = rule({
  id: "pods-across",
  examples: ["60 pods across 20 services"],
  weight: 10,
  pattern: where(
    sequence(
      count,
      words("pods|containers"),
      words("across|over|spread over|spread across|for"),
      count,
      adjectives,
      noun,
    ),
    ([pods, , , of, , what]) => what === "services" && pods >= of,
  ),
  gives: ([pods, , , of]) => [
    { key: "services", value: of },
    { key: "replicas", value: Math.ceil(pods / of) },
    { key: "note", says: `"{}" is read as ${of} services of ${Math.ceil(pods / of)} copies.` },
  ],
});
/** "eight replicas of one service". */
const replicasOf = rule({
  id: "replicas-of",
  examples: ["eight replicas of one service", "3 replicas of 4 services"],
  weight: 5,
  pattern: sequence(count, copies, words("of|for|for each of|of each of"), count, adjectives, noun),
  gives: ([value, , , services_]) => [
    { key: "replicas", value },
    { key: "services", value: services_ },
  ],
});

export const SERVICE_RULES = [
  services,
  components,
  vague,
  labelled,
  monolith,
  replicas,
  replicasLabelled,
  podsEach,
  podsAcross,
  replicasOf,
];
