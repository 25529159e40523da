import type { Slot } from "../slots.ts";
import { negationBefore } from "../text/negation.ts";
import { quote, type Text, wordAt, wordSet } from "../text/text.ts";
import { as, either, many, meaning, number, optional, type Pattern, sequence, where, words } from "./pattern.ts";
import { type Reading, rule } from "./rule.ts";

const committed = words(
  "committed|commitment|commitments|commit|committed use|committed use discount|committed use discounts|cud|cuds|reserved|reserved instances|reserved instance|reservation|reservations|savings plan|savings plans|reserve|ri|ris|sign|sign up|signing|sign on|lock in|lock ourselves in|tie ourselves|bind ourselves|pledge|1yr|prepay|prepaid|no upfront|all upfront|partial upfront|upfront|up front|contract|term|reserved instance pricing",
);
const links = many(words("of|for|to|a|an|with|on|in|it|the machines|nodes"), 3);
const years: Pattern<number> = as(
  sequence(
    either(
      number,
      as(words("a|an|one full"), () => 1),
    ),
    meaning<"year" | "month">({ year: ["year", "years", "yr", "yrs", "y"], month: ["month", "months", "mo"] }),
  ),
  ([howMany, unit]) => (unit === "year" ? howMany : howMany / 12),
);

function termOf(howMany: number | null, text: Text, from: number): Slot[] | Reading {
  const no = negationBefore(text, from);
  if (howMany === 1 || howMany === 3) {
    if (no >= 0) return { from: no, slots: [{ key: "commitment", value: "none" }] };
    return [{ key: "commitment", value: howMany === 1 ? "1y" : "3y" }];
  }
  if (howMany !== null && howMany < 1) return [{ key: "unread" }];
  return [{ key: "question", asks: `Commitments are priced for one year or three, as for "{}": which of the two?` }];
}

/** "3 years committed", "1 year no upfront reserved". */
const yearsFirst = rule({
  id: "commitment",
  examples: ["3 years committed", "one-year savings plan", "1 year reserved"],
  pattern: sequence(years, links, committed, optional(committed)),
  gives: ([howMany], { text, from }) => termOf(howMany, text, from),
});
/** "commit for 3 years", "savings plan 1yr". */
const wordFirst = rule({
  id: "commitment-for",
  examples: ["we can commit for 3 years", "savings plan 1yr", "reserve for 3 years"],
  pattern: sequence(committed, links, years),
  gives: ([, , howMany], { text, from }) => termOf(howMany, text, from),
});

/** "1 year is ok", "3 years would be fine": what a term is accepted with. */
const accepted = rule({
  id: "commitment-accepted",
  examples: ["1 year is ok", "1yr ok", "three years would be fine"],
  weight: 5,
  pattern: sequence(
    years,
    words(
      "ok|okay|fine|is ok|is okay|is fine|would be ok|would be fine|acceptable|is acceptable|possible|is possible|is doable",
    ),
  ),
  gives: ([howMany], { text, from }) => (howMany === 1 || howMany === 3 ? termOf(howMany, text, from) : null),
});
/** "No lock-in longer than a month". */
const noLockIn = rule({
  id: "no-lock-in",
  examples: ["no lock-in longer than a month", "cancel any time"],
  weight: 10,
  pattern: sequence(
    words(
      "no lock in|no lockin|without lock in|no contract|no long contract|no long term contract|cancel any time|cancellable monthly|cancel monthly|monthly cancellable",
    ),
    optional(words("longer than a month|beyond a month|over a month")),
  ),
  gives: () => [{ key: "commitment", value: "none" }],
});

/** What nobody names without wanting one. */
const OFFERS = wordSet("plan plans instance instances discount discounts");
/** "no commitment"; a savings plan without its years is asked about. */
const alone = rule({
  id: "commitment-word",
  examples: ["no commitment", "a savings plan"],
  weight: -5,
  pattern: committed,
  gives: (word, { text, from, to }) => {
    const no = negationBefore(text, from);
    if (no >= 0 && word !== "term") return { from: no, slots: [{ key: "commitment", value: "none" }] };
    return OFFERS.has(wordAt(text, to - 1)) && quote(text, from, to).includes(" ") ? termOf(null, text, from) : null;
  },
});

const onDemand = rule({
  id: "on-demand",
  examples: ["pay as you go"],
  weight: -5,
  pattern: words("pay as you go|on demand|payg|month to month|no strings attached"),
  gives: (_, { text, from, to }) =>
    negationBefore(text, from) >= 0 || /^nodes?$/.test(wordAt(text, to))
      ? null
      : [{ key: "commitment", value: "none" }],
});

const share: Pattern<number> = either(
  where(
    as(sequence(number, words("%|percent|pct")), ([value]) => value),
    (value) => value <= 100,
  ),
  as(words("all|everything|entirely|all nodes|all of it|fully|100 %"), () => 100),
  as(words("half"), () => 50),
  as(words("three quarters|3/4|three fourths"), () => 75),
  as(words("a quarter|one quarter|1/4"), () => 25),
  as(words("a third|one third|1/3"), () => 33),
  as(words("two thirds|2/3"), () => 67),
);
const shareLinks = many(
  words(
    "of|the|our|nodes|node|workload|workloads|capacity|pods|on|for|instances|in|to|workers|machines|fleet|cluster|load|may be|could run|can run|may run|runs|run|should be|will be|go|goes|is|are|can be|could be|them|be",
  ),
  5,
);
const spot = words(
  "spot|preemptible|preemptibles|spot instances|spot nodes|spot vms|spot capacity|preemptible nodes|preemptible vms|interruptible",
);

/** "70% spot", "70 percent of the nodes on spot", "all on spot". */
const shareFirst = rule({
  id: "spot-share",
  examples: ["70% spot", "70 percent of the nodes on spot", "all on spot", "half spot half on demand"],
  weight: 10,
  pattern: where(
    sequence(share, shareLinks, spot, optional(words("instances|nodes|half on demand|half on-demand"))),
    (_, text, from) => negationBefore(text, from) < 0,
  ),
  gives: ([value]) => [{ key: "spotPercent", value }],
});
/** "spot for 50%", "spot instances for 70% of the workers". */
const spotFirst = rule({
  id: "spot-for",
  examples: ["spot for 50%", "spot instances for 70% of the workers"],
  weight: 10,
  pattern: sequence(
    spot,
    shareLinks,
    share,
    optional(words("of the workers|of the nodes|of it|of nodes|of the workload|of them|of pods|of workers")),
  ),
  gives: ([, , value]) => [{ key: "spotPercent", value }],
});
/** "never spot", "no spot instances": none of it. */
const neverSpot = rule({
  id: "no-spot",
  examples: ["never spot", "without spot instances", "we don't want to use spot instances"],
  weight: 10,
  pattern: spot,
  gives: (_, { text, from }) => {
    const no = negationBefore(text, from);
    return no < 0
      ? null
      : {
          from: no,
          slots: [{ key: "without", value: "spot" }],
        };
  },
});

export const TERM_RULES = [
  yearsFirst,
  wordFirst,
  accepted,
  noLockIn,
  alone,
  onDemand,
  shareFirst,
  spotFirst,
  neverSpot,
];
