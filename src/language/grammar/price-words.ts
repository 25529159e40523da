import type { Currency } from "../../core/question/choices.ts";
import { HOURS_PER_MONTH } from "../../core/units.ts";
import { CURRENCY_WORDS } from "../lexicon/currencies.ts";
import { negationBefore } from "../text/negation.ts";
import { type Text, wordAt } from "../text/text.ts";
import { as, count, either, meaning, name, number, optional, sequence, table, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";

/** "per hour", "a month", "yearly": for what time a price is asked. */
const period = rule({
  id: "price-period",
  examples: ["t3.medium per hour", "m5.large yearly"],
  pattern: meaning<"hour" | "month" | "year">({
    hour: ["per hour", "an hour", "a hour", "hourly", "/hour", "/hr", "/h", "per hr"],
    month: ["per month", "a month", "monthly", "/month", "/mo", "per mo"],
    year: [
      "per year",
      "a year",
      "yearly",
      "annually",
      "per annum",
      "annual",
      "for a whole year",
      "a whole year",
      "for the whole year",
      "the whole year",
      "for a full year",
      "a full year",
      "for one year",
      "for the year",
      "all year",
      "all year round",
      "for a year",
      "/year",
      "/yr",
      "/y",
      "per yr",
    ],
  }),
  gives: (value) => [{ key: "period", value }],
});

/** "3 of them", "20 pcs", "times five": how many of what was named before. */
const countBehind = rule({
  id: "price-count-behind",
  examples: [
    "c5.2xlarge mumbai, 3 of them",
    "c7g.large, 20 pcs, mumbai",
    "azure D4s v5 times five",
    "t3.medium, ten of those",
  ],
  weight: 4,
  pattern: either(
    as(
      sequence(
        count,
        words("of them|of those|of these|of it|pcs|pc|pieces|piece|units|unit|items|copies|ea|off|of each"),
      ),
      ([value]) => value,
    ),
    where(
      as(
        sequence(words("times|multiplied by|qty|quantity|count"), optional(words(":|=|of")), count),
        ([, , value]) => value,
      ),
      (_, text, __, to) => !/^(gb|tb|mb|gib|hours?|h|clusters?)$/.test(wordAt(text, to)),
    ),
  ),
  gives: (value) => [{ key: "ofLast", value }],
});

const HOURS = { hour: 1, day: 24, week: 168, month: HOURS_PER_MONTH, year: HOURS_PER_MONTH * 12 };
type Unit = keyof typeof HOURS;
const unit = meaning<Unit>({
  hour: ["hour", "hours", "hrs", "hr", "h"],
  day: ["day", "days"],
  week: ["week", "weeks"],
  month: ["month", "months"],
  year: ["year", "years"],
});

/** "for 3 months", "10 hours", "one day". A term of a commitment is none: "1 year reserved". */
const span = rule({
  id: "price-span",
  examples: ["m5.large 100 hours", "t3.medium for 2 weeks", "r5.large one day"],
  weight: 2,
  pattern: where(
    sequence(optional(words("for|during")), number, unit, optional(words("only|of use|in total"))),
    ([lead, value, of], text, from, to) =>
      value > 0 && !(of === "year" && lead === null) && !isEach(wordAt(text, to)) && wordAt(text, from - 1) !== "per",
  ),
  gives: ([, value, of]) => [
    { key: "span", hours: value * HOURS[of], says: `${value} ${value === 1 ? of : `${of}s`}`, isMonthly: false },
  ],
});
const isEach = (word: string) => ["a", "per", "each", "every", "/", "daily"].includes(word);

/** "per day", "a week", "for a week", "half a year": a stretch named without a number. */
const stretch = rule({
  id: "price-stretch",
  examples: ["m5.large per day", "ten t3.medium for a week", "t3.medium for half a year"],
  weight: 1,
  pattern: either(
    as(
      sequence(
        words("per|a|each|every|for a|for one|for the|for a whole|for a full|/"),
        meaning<Unit>({ day: ["day"], week: ["week"] }),
      ),
      ([, of]) => ({ hours: HOURS[of], says: `1 ${of}` }),
    ),
    as(words("daily"), () => ({ hours: HOURS.day, says: "1 day" })),
    as(words("weekly"), () => ({ hours: HOURS.week, says: "1 week" })),
    as(sequence(optional(words("for|per")), words("half a year|six months|half year")), () => ({
      hours: HOURS.year / 2,
      says: "6 months",
    })),
  ),
  gives: ({ hours, says }, { text, from }) =>
    isRate(text, from) ? null : [{ key: "span", hours, says, isMonthly: false }],
});
/** "8 hours a day", "5 gb a day": part of something else. */
const isRate = (text: Text, from: number) => RATED.has(wordAt(text, from - 1));
const RATED = new Set(
  "hour hours hrs hr h gb gib tb tib mb mib requests times logs traffic egress data days week".split(" "),
);

/** "8 hours a day", "200 hours a month": part of each month. */
const share = rule({
  id: "price-share",
  examples: ["e2-standard-4 8 hours a day us-central1", "t3.medium 200 hours a month"],
  weight: 5,
  pattern: sequence(
    number,
    words("hours|hour|hrs|h"),
    meaning<"day" | "week" | "month">({
      day: ["a day", "per day", "each day", "every day", "/day", "daily"],
      week: ["a week", "per week", "each week", "/week", "weekly"],
      month: ["a month", "per month", "each month", "/month", "monthly"],
    }),
  ),
  gives: ([value, , of]) => {
    const times = { day: HOURS_PER_MONTH / 24, week: HOURS_PER_MONTH / 168, month: 1 }[of];
    const hours = Math.min(HOURS_PER_MONTH, value * times);
    return [{ key: "span", hours, says: `${value} hours a ${of}`, isMonthly: true }];
  },
});

const currency = rule({
  id: "price-currency",
  examples: ["500 GB storage on aws in euros", "t3.medium eur"],
  pattern: sequence(optional(words("in")), table(CURRENCY_WORDS)),
  gives: ([, value]: [unknown, Currency]) => [{ key: "currency", value }],
});

const spot = rule({
  id: "price-spot",
  examples: ["t3.medium spot us-east-1"],
  pattern: words("spot|preemptible|spot price|spot prices"),
  gives: (_, { text, from }) => (negationBefore(text, from) >= 0 ? [{ key: "nothing" }] : [{ key: "spotRate" }]),
});
const comparison = rule({
  id: "price-comparison",
  examples: ["cheapest 2 vcpu 4 gb", "doks vs eks 3 nodes"],
  pattern: words("vs|versus|compare|comparison|cheapest|or|against|compared to|compared with"),
  gives: () => [{ key: "comparison" }],
});
const architecture = rule({
  id: "price-architecture",
  examples: ["4 vcpu 8 gb arm"],
  pattern: meaning<"arm64" | "amd64">({
    arm64: ["arm", "arm64", "aarch64", "graviton", "ampere"],
    amd64: ["x86", "x86_64", "x64", "amd64", "intel"],
  }),
  gives: (value) => [{ key: "architecture", value }],
});

/** Names of providers, platforms and places: they say whose prices, and where. */
const names = rule({
  id: "price-name",
  examples: ["hetzner 4 vcpu 8 gb", "nat gateway eu-west-1"],
  pattern: name(
    ({ instanceType, providers, platforms, geography }) =>
      instanceType === null && providers.length + platforms.length + (geography === null ? 0 : 1) > 0,
  ),
  gives: () => [{ key: "nothing" }],
});
/** "3 nodes" without a size: how many nodes each platform named should have. */
const nodes = rule({
  id: "price-nodes",
  examples: ["doks vs eks 3 nodes"],
  pattern: where(
    sequence(number, words("node|nodes|machines|servers|workers|node cluster|nodes each")),
    ([value]) => Number.isInteger(value) && value >= 1 && value <= MOST_NODES,
  ),
  gives: ([value]) => [{ key: "nodes", value }],
});
/** As many as a requirement holds. */
const MOST_NODES = 5000;

export const PRICE_WORD_RULES = [
  period,
  countBehind,
  span,
  stretch,
  share,
  currency,
  spot,
  comparison,
  architecture,
  names,
  nodes,
];
