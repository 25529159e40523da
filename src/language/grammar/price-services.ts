import type { PriceItem, ServiceKind } from "../../core/price/query.ts";
import { roundToCent } from "../../core/units.ts";
import { NOT_PRICED } from "../lexicon/not-priced.ts";
import { OWN_WORDS, SERVICE_WORDS } from "../lexicon/service-words.ts";
import type { Slot } from "../slots.ts";
import { phraseAt } from "../text/phrases.ts";
import { quantityAt } from "../text/quantities.ts";
import { quote, type Text } from "../text/text.ts";
import {
  as,
  count,
  either,
  many,
  matcher,
  NUMBER,
  name,
  number,
  optional,
  type Pattern,
  sequence,
  where,
  words,
} from "./pattern.ts";
import { type Period, periodAt, TIMES_A_MONTH } from "./periods.ts";
import { type Place, rule } from "./rule.ts";
import { size } from "./sizes.ts";

export const item = (value: PriceItem): Slot => ({ key: "item", value });
/** Names inside an item say whose it is, which is read from all names of the question. */
export const someName = name(({ instanceType }) => instanceType === null);
const links = many(either<unknown>(words("of|for|the|:|on|in|at|a|from|with|to"), someName), 3);

const bytes: Pattern<number> = matcher([NUMBER], (text, at) => {
  const quantity = quantityAt(text.tokens, at);
  return quantity?.kind === "bytes" ? { to: quantity.next, value: quantity.gib } : null;
});
const per: Pattern<Period> = matcher(null, (text, at) => {
  const found = periodAt(text, at);
  return found === null ? null : { to: found.to, value: found.period };
});
/** An amount of data, in GiB a month. */
export const data: Pattern<number> = as(sequence(bytes, optional(per)), ([gib, period]) =>
  period === null || period === "month" ? gib : roundToCent(gib * TIMES_A_MONTH[period]),
);

interface Named {
  service: ServiceKind;
  from: number;
  to: number;
  /** What it is called where that is an id of one provider's. */
  sku: { id: string; provider: string } | null;
}
/** What a part of a bill is called, with where its words stand; "ebs gp3" is one part. */
const byWords: Pattern<Named> = matcher([...SERVICE_WORDS.keys()], (text, at) => {
  const first = phraseAt(SERVICE_WORDS, text.tokens, at);
  if (first === null) return null;
  const second = phraseAt(SERVICE_WORDS, text.tokens, first.next);
  const isNarrower = second !== null && (second.meaning === first.meaning || second.meaning === "snapshot");
  const to = isNarrower ? second.next : first.next;
  const from = isNarrower && second.meaning === first.meaning ? first.next : at;
  return { to, value: { service: isNarrower ? second.meaning : first.meaning, from, to, sku: null } };
});
/** "pd-standard", "lb11": by its provider's own id. */
const bySku: Pattern<Named> = matcher(null, (text, at) => {
  const found = phraseAt(text.vocabulary.skus, text.tokens, at);
  if (found === null) return null;
  const { kind, skuId, provider } = found.meaning;
  return { to: found.next, value: { service: kind, from: at, to: found.next, sku: { id: skuId, provider } } };
});
export const service = either(byWords, bySku);

/** What passes through a gateway or a balancer has a price of its own beside its hours. */
const DATA_OF: Partial<Record<ServiceKind, ServiceKind>> = { nat: "nat-data", "load-balancer": "load-balancer-data" };

function serviceItems({ text }: Place, named: Named, amount: number | null, howMany: number): Slot[] {
  const typed = named.sku?.id ?? quote(text, named.from, named.to);
  const owner = named.sku?.provider ?? phraseAt(OWN_WORDS, text.tokens, named.from)?.meaning;
  const base = { kind: "service" as const, words: typed, ...(owner === undefined ? {} : { owner }) };
  const dataKind = DATA_OF[named.service];
  if (amount !== null && dataKind !== undefined)
    return [
      item({ ...base, service: named.service, amount: null, unit: "each", count: howMany }),
      item({ ...base, service: dataKind, words: `${typed} data`, amount, unit: "GiB", count: 1 }),
    ];
  return [item({ ...base, service: named.service, amount, unit: amount === null ? "each" : "GiB", count: howMany })];
}

/** "egress 5 tb", "logs 5 gb a day", "disk 100 gb x3". */
const serviceFirst = rule({
  id: "price-service",
  examples: [
    "egress 5 tb gcp",
    "eks control plane",
    "nat gateway eu-west-1",
    "load balancers x2",
    "ebs gp3 500 gb",
    "logs 5 gb a day aws",
  ],
  pattern: sequence(
    service,
    optional(as(sequence(links, data), ([, gib]) => gib)),
    optional(words("to the internet|out to the internet")),
    optional(
      either(
        as(sequence(words("x|×|times"), count), ([, value]) => value),
        as(
          sequence(
            many(words("for|,|times|x"), 1),
            count,
            optional(words("kubernetes|k8s|eks|aks|gke")),
            words("clusters|cluster"),
          ),
          ([, value]) => value,
        ),
      ),
    ),
  ),
  gives: ([named, gib, , howMany], place) => serviceItems(place, named, gib, howMany ?? 1),
});
/** "ebs snapshots, 2000 gb altogether": the amount behind a comma, unless it is of what follows. */
const serviceThenAmount = rule({
  id: "price-service-then-amount",
  examples: ["ebs snapshots, 2000 gb altogether", "egress, about 3 TB"],
  weight: 2,
  pattern: where(
    sequence(
      service,
      optional(someName),
      words(",|-|:"),
      optional(words("about|around|roughly|~")),
      data,
      optional(words("altogether|in total|total|in all|a month|monthly|of it")),
    ),
    (_, text, __, to) => !isService(text, to),
  ),
  gives: ([named, , , , gib], place) => serviceItems(place, named, gib, 1),
});
/** "5 tb egress", "2 load balancers", "100 gb of data through a nat gateway". */
const amountFirst = rule({
  id: "price-amount-of-service",
  examples: ["100 gb disk azure", "2 load balancers digitalocean", "500 GB storage on aws"],
  weight: 3,
  pattern: sequence(
    either<{ gib: number } | { howMany: number }>(
      as(data, (gib) => ({ gib })),
      as(sequence(count, words("x|×|times"), data), ([howMany, , gib]) => ({ gib: howMany * gib })),
      as(sequence(count, optional(words("x|×"))), ([howMany]) => ({ howMany })),
    ),
    many(either<unknown>(words("of|for|the|a|internet|public|new|extra"), someName), 2),
    service,
    optional(as(sequence(words("x|×"), count), ([, value]) => value)),
  ),
  gives: ([of, , named, times], place) =>
    "gib" in of
      ? serviceItems(place, named, of.gib, times ?? 1)
      : serviceItems(place, named, null, of.howMany * (times ?? 1)),
});
/** "5 TB out of azure", "400 gb to the internet": what leaves a cloud. */
const outOf = rule({
  id: "price-out-of",
  examples: ["5 TB out of azure per month", "sending 400 gb out of gcp", "2 TB to the internet from aws"],
  weight: 6,
  pattern: sequence(
    optional(words("sending|send|moving|serving|pushing")),
    data,
    words("out of|out from|outgoing from|leaving|to the internet|out to the internet|out to users|to users"),
    optional(words("from")),
    optional(someName),
    optional(per),
  ),
  gives: ([, gib, , , , period]) => [
    item({
      kind: "service",
      service: "egress",
      words: "egress",
      amount: period === null || period === "month" ? gib : roundToCent(gib * TIMES_A_MONTH[period]),
      unit: "GiB",
      count: 1,
    }),
  ],
});
/** "3 nat gateways and 760 gb of data": the data goes through them. */
const withData = rule({
  id: "price-service-with-data",
  examples: ["3 nat gateways and 760 gb of data on aws", "a load balancer with 100 gb of traffic"],
  weight: 10,
  pattern: where(
    sequence(
      optional(
        either(
          count,
          as(words("a|an|one"), () => 1),
        ),
      ),
      optional(words("x|×")),
      service,
      optional(someName),
      words("and|with|+|,|plus"),
      data,
      optional(words("of data|data|processed|of traffic|through it|through them|of data processed|traffic through it")),
    ),
    ([, , named], text, _, to) => DATA_OF[named.service] !== undefined && !isService(text, to),
  ),
  gives: ([howMany, , named, , , gib], place) => serviceItems(place, named, gib, howMany ?? 1),
});
export const isService = (text: Text, at: number) => phraseAt(SERVICE_WORDS, text.tokens, at) !== null;

/** "EKS extended support for 2 clusters", "aks standard tier", "doks ha": a tier of a platform's control plane. */
const tiers = rule({
  id: "price-tier",
  examples: ["EKS extended support for 2 clusters", "aks standard tier", "doks ha"],
  weight: 30,
  pattern: sequence(
    optional(count),
    name(({ platforms, instanceType }) => platforms.length > 0 && instanceType === null),
    optional(words("cluster|clusters|on|with|control plane|fee|control plane with|in")),
    words(
      "past standard support|out of support|beyond standard support|in extended support|out of standard support|extended support|standard tier|premium tier|free tier|standard|premium|enterprise|ha|high availability|ha control plane|long term support|lts|control plane ha",
    ),
    optional(words("control plane|tier|fee|cluster|clusters|price")),
    optional(
      as(sequence(many(words("for|,|x"), 1), number, optional(words("clusters|cluster"))), ([, value]) => value),
    ),
  ),
  gives: ([first, { named }, , tier, , last]) => {
    const howMany = first ?? last ?? 1;
    if (!Number.isInteger(howMany) || howMany < 1) return null;
    const isExtended = tier.endsWith("support") && !tier.startsWith("long");
    return [
      item({
        kind: "tier",
        platforms: named.platforms,
        tier: isExtended ? "extended support" : tier,
        count: howMany,
      }),
    ];
  },
});

const machine = name(({ instanceType }) => instanceType !== null);
/** What has no price here is named as such, with all that is said of it. */
const notPriced = rule({
  id: "not-priced",
  examples: ["s3 storage 500 gb", "rds db.t3.medium", "cloudfront 10 tb"],
  weight: 40,
  pattern: sequence(
    many(words("a|an|of|amazon|aws|google|azure"), 1),
    words(NOT_PRICED.join("|")),
    many(
      either<unknown>(
        service,
        data,
        size,
        machine,
        number,
        words(
          "v4|v5e|v5p|v2|v3|instance|instances|database|price|pods|standard|bucket|requests|of|x|million|for|postgres|postgresql|mysql|mariadb|redis|db|.|single az|multi az",
        ),
      ),
      3,
    ),
  ),
  gives: (_, { text, from, to }) => [
    { key: "unread" },
    { key: "note", says: `No prices of ${quote(text, from, to)} are known here.` },
  ],
});

export const PRICE_SERVICE_RULES = [serviceFirst, serviceThenAmount, amountFirst, outOf, withData, tiers, notPriced];
