import { wordAt, wordSet } from "../text/text.ts";
import { as, count, either, many, optional, sequence, table, words } from "./pattern.ts";
import { rule } from "./rule.ts";
import { SERVICE_NOUNS } from "./services.ts";

const groups = words(
  "namespaces|teams|tenants|customers|clients|projects|products|brands|shops|markets|stages|regions|countries|domains|tribes|squads|departments",
);
const noun = table(SERVICE_NOUNS);
const adjectives = many(
  words("small|tiny|java|go|python|node.js|rails|php|spring boot|docker|web|similar|identical"),
  2,
);

/** "4 namespaces with 10 deployments each": so many of each group. */
const inGroups = rule({
  id: "services-in-groups",
  examples: [
    "4 namespaces with 10 deployments each",
    "3 teams, 8 services each",
    "5 services for each of our 6 tenants",
    "12 pods per namespace, 4 namespaces",
  ],
  weight: 30,
  pattern: either(
    as(
      sequence(
        count,
        groups,
        words("with|of|having|running|, each with|each with|that each run|who each run|each running|,|, with|and|("),
        optional(words("about|around|~|roughly|up to")),
        count,
        adjectives,
        noun,
        words("each|apiece|per namespace|per team|per tenant|per customer|per project|in each|for each|a piece"),
      ),
      ([of, , , , each, , what]) => ({ of, each, what }),
    ),
    as(
      sequence(
        count,
        adjectives,
        noun,
        words("for each of|in each of|per each of|for every one of|in every one of|each in"),
        optional(words("our|the|my|these")),
        count,
        groups,
      ),
      ([each, , what, , , of]) => ({ of, each, what }),
    ),
    as(
      sequence(
        count,
        adjectives,
        noun,
        words("per namespace|per team|per tenant|per customer|per client|per project|per product|per brand|per shop"),
        words(",|and|, and|x|times|for|(|, we have|, with|and we have"),
        count,
        groups,
      ),
      ([each, , what, , , of]) => ({ of, each, what }),
    ),
  ),
  gives: ({ of, each, what }) => [
    { key: what, value: of * each },
    { key: "note", says: `"{}" is read as ${of * each} ${what} in all.` },
  ],
});

const THINGS = "customer|tenant|team|client|user|project|student|developer|country|store|shop|site|game|match|session";
/** "one pod per customer, 40 customers": as many as there are of those. */
const onePer = rule({
  id: "one-per",
  examples: ["one pod per customer, 40 customers", "a container per tenant and we have 120 tenants"],
  weight: 30,
  pattern: sequence(
    words("one|a|1"),
    noun,
    words("per|for each|for every|each"),
    words(THINGS),
    words(",|and|, and|(|:|, we have|and we have|, about|, around|- "),
    optional(words("about|around|~|we have")),
    count,
    words(
      THINGS.split("|")
        .flatMap((thing) => [`${thing}s`, thing.replace(/y$/, "ies")])
        .join("|"),
    ),
  ),
  gives: ([, what, , , , , value]) => [{ key: what, value }],
});

/** "3 services per customer": how many that makes nobody said. */
const ofEachUnknown = rule({
  id: "services-per",
  examples: ["3 services per customer", "one pod per tenant"],
  weight: 4,
  pattern: sequence(
    either<unknown>(count, words("a|one")),
    adjectives,
    noun,
    words("per|for each|for every"),
    words(`${THINGS}|node|namespace|machine|cpu|core|request|pull request|build|job`),
  ),
  gives: (_, { text, to }) => (MULTIPLIED.has(wordAt(text, to)) ? null : [{ key: "unread" }]),
});
const MULTIPLIED = wordSet("cluster clusters");

export const GROUP_RULES = [inGroups, onePer, ofEachUnknown];
