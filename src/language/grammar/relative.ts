import type { Slot } from "../slots.ts";
import { phrasesFor } from "../text/phrases.ts";
import { endsClause, wordAt } from "../text/text.ts";
import type { Measure } from "../verbs.ts";
import { as, either, many, meaning, number, optional, type Pattern, sequence, table, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";
import { type Sum, sum } from "./sums.ts";

const MEASURES = phrasesFor<Measure>({
  services: ["services", "service", "microservices", "apps", "pods"],
  replicas: ["replicas", "replica", "copies"],
  nodes: ["nodes", "node", "machines", "machine", "servers", "server", "vms", "vm", "workers"],
  budgetUsd: ["budget"],
  egressGiB: ["traffic", "egress", "bandwidth", "transfer"],
  storageGiB: ["storage", "disk", "disks"],
  logsGiB: ["logs"],
  engineers: ["engineers", "engineer", "people", "person", "devs", "dev", "developers", "developer", "team"],
  clusters: ["clusters", "cluster"],
  loadBalancers: ["load balancers", "load balancer", "lbs", "lb"],
});
const measure = table(MEASURES);
const between = many(words("the|our|as|many|much|of|number|amount|my|monthly|data"), 4);
const is = optional(words("is|was|were|are|gets|got|by|has|will"));
const down = words("cut|reduce|lower|decrease|shrink|drop|drops|shrinks|falls|minus|lowered|reduced");
const up = words(
  "raise|increase|increases|increased|rises|bump|grow|grows|grew|scale|set|change|raised|bump up|goes up|up|upped",
);
const verb = optional(either(down, up));

const relative = (of: Measure, times: number, plus: number): Slot[] => [{ key: "relative", measure: of, times, plus }];

const factor: Pattern<number> = either(
  as(words("double|doubling|doubled|doubles|twice"), () => 2),
  as(words("triple|tripled|triples|thrice"), () => 3),
  as(words("quadruple"), () => 4),
  as(words("half|halve|halved|halving"), () => 0.5),
);

/** "double the services", "10x the traffic", "3 times the nodes", "2x traffic". */
const times = rule({
  id: "times",
  examples: ["double the services", "10x the traffic", "2x traffic"],
  weight: 10,
  pattern: either(
    as(sequence(factor, between, measure), ([by, , of]) => ({ by, of })),
    as(sequence(number, words("times"), between, measure), ([by, , , of]) => ({ by, of })),
    where(
      as(sequence(number, words("x"), between, measure), ([by, , links, of]) => ({ by, of, links })),
      // "3x nodes" may be a count: only "3x the nodes" multiplies. Traffic is not counted.
      ({ of, links }) => links.length > 0 || of === "budgetUsd" || of.endsWith("GiB"),
    ),
  ),
  gives: ({ by, of }) => relative(of, by, 0),
});
/** "the budget doubles", "if traffic doubled". */
const doubled = rule({
  id: "doubles",
  examples: ["the budget doubles", "if traffic doubled"],
  weight: 10,
  pattern: sequence(measure, is, factor),
  gives: ([of, , by]) => relative(of, by, 0),
});
/** "cut the budget in half". */
const inHalf = rule({
  id: "in-half",
  examples: ["cut the budget in half"],
  weight: 10,
  pattern: sequence(verb, between, measure, words("in half|by half")),
  gives: ([, , of]) => relative(of, 0.5, 0),
});
const fraction: Pattern<number> = either(
  as(words("half|a half"), () => 1 / 2),
  as(words("a third|one third"), () => 1 / 3),
  as(words("a quarter|one quarter"), () => 1 / 4),
  as(words("a fifth|one fifth"), () => 1 / 5),
  as(words("a tenth|one tenth"), () => 1 / 10),
);
/** "cut egress to a tenth", "egress x10". */
const toFraction = rule({
  id: "to-fraction",
  examples: ["cut egress to a tenth", "reduce the budget to half", "egress x10"],
  weight: 10,
  pattern: either(
    as(sequence(verb, between, measure, words("to|down to"), fraction), ([, , of, , by]) => ({ of, by })),
    where(
      as(sequence(measure, words("x|×|times"), number), ([of, , by]) => ({ of, by })),
      ({ of }) => of === "budgetUsd" || of.endsWith("GiB"),
    ),
  ),
  gives: ({ of, by }) => relative(of, by, 0),
});
const percent = words("%|percent");
/** "50% more traffic", "25% less budget". */
const share = rule({
  id: "percent-more",
  examples: ["50% more traffic", "25% less budget"],
  weight: 10,
  pattern: sequence(number, percent, words("more|additional|extra|less|fewer"), between, measure),
  gives: ([by, , way, , of]) => relative(of, 1 + ((/less|fewer/.test(way) ? -1 : 1) * by) / 100, 0),
});
/** "raise the budget by 50", "traffic up by 20%", "the budget is raised by 100". */
const by = rule({
  id: "by",
  examples: ["raise the budget by 50", "traffic increases by 20%", "reduce the budget by 25%"],
  weight: 10,
  pattern: either(
    as(
      sequence(
        either(
          as(down, () => -1),
          as(up, () => 1),
        ),
        between,
        measure,
        words("by"),
        sum,
        optional(percent),
      ),
      ([sign, , of, , said, isShare]) => ({ sign, of, said, isShare }),
    ),
    as(
      sequence(
        measure,
        is,
        either(
          as(down, () => -1),
          as(up, () => 1),
        ),
        words("by"),
        sum,
        optional(percent),
      ),
      ([of, , sign, , said, isShare]) => ({ sign, of, said, isShare }),
    ),
  ),
  gives: ({ sign, of, said, isShare }) =>
    isShare === null ? relative(of, 1, sign * said.amount) : relative(of, 1 + (sign * said.amount) / 100, 0),
});
/** "reduce services to 4": of what is counted only; sums and volumes say what they are. */
const to = rule({
  id: "to",
  examples: ["reduce services to 4"],
  weight: 10,
  pattern: where(
    sequence(either(down, up), between, measure, words("to"), number),
    ([, , of], text, _, end) => of !== "budgetUsd" && !of.endsWith("GiB") && endsClause(text, end),
  ),
  gives: ([, , of, , value]) => relative(of, 0, value),
});

const isMoney = ({ currency }: Sum) => currency !== null;
/** "add $100 to the budget", "$50 more budget". */
const addedMoney = rule({
  id: "more-money",
  examples: ["add $100 to the budget", "$50 more budget"],
  weight: 10,
  pattern: either(
    where(
      as(
        sequence(
          words("add|plus"),
          sum,
          optional(words("more")),
          many(words("to|the|our"), 2),
          optional(words("budget")),
        ),
        ([, said, , , budget]) => ({ said, budget, sign: 1 }),
      ),
      ({ said, budget }) => isMoney(said) || budget !== null,
    ),
    where(
      as(
        sequence(sum, words("more|less|fewer|extra"), many(words("to|the|our|of"), 2), optional(words("budget"))),
        ([said, way, , budget]) => ({ said, budget, sign: way === "less" || way === "fewer" ? -1 : 1 }),
      ),
      ({ said, budget }) => isMoney(said) || budget !== null,
    ),
  ),
  gives: ({ said, sign }) => relative("budgetUsd", 1, sign * said.amount),
});
/** "knock 20 dollars off the budget", "put 50 on top of the budget". */
const offTheBudget = rule({
  id: "off-the-budget",
  examples: ["knock 20 dollars off the budget", "put 50 on top of the budget"],
  weight: 15,
  pattern: sequence(
    words("knock|take|shave|cut|trim|chop|put|subtract|deduct|slash|remove|drop"),
    sum,
    meaning<"off" | "on">({
      off: ["off", "off of", "from", "out of", "away from"],
      on: ["on top of", "on", "to", "onto"],
    }),
    optional(words("the|our|my|that")),
    words("budget"),
  ),
  gives: ([, said, way]) => relative("budgetUsd", 1, way === "off" ? -said.amount : said.amount),
});
/** "two of us leave": so many fewer. */
const leaving = rule({
  id: "people-leaving",
  examples: ["two of us leave", "one engineer quits"],
  weight: 15,
  pattern: sequence(
    number,
    words("of us|of them|people|engineers|engineer|devs|dev|developers|developer|colleagues"),
    words("leave|leaves|left|quit|quits|are leaving|is leaving|have left|has left"),
  ),
  gives: ([value]) => relative("engineers", 1, -value),
});

/** "10 services instead of 3": what it was is no news. */
const insteadOf = rule({
  id: "instead-of",
  examples: ["7 replicas instead of 2"],
  weight: 10,
  pattern: sequence(words("instead of|rather than|not"), number, optional(measure)),
  gives: (_, { text, from }) =>
    wordAt(text, from) === "not" && wordAt(text, from - 1) === "" ? null : [{ key: "nothing" }],
});

/** "2 more nodes", "another node", "add 2 services", "one node less", "remove 3 nodes". */
const step = rule({
  id: "step",
  examples: ["2 more nodes", "another load balancer", "add 2 services", "one service less", "remove 3 nodes"],
  weight: 10,
  pattern: either(
    as(sequence(words("add|plus"), number, optional(words("more")), measure), ([, value, , of]) => ({ of, value })),
    as(sequence(words("remove|minus|drop"), number, measure), ([, value, of]) => ({ of, value: -value })),
    as(sequence(number, words("more|additional|extra"), measure), ([value, , of]) => ({ of, value })),
    as(sequence(number, words("less|fewer"), measure), ([value, , of]) => ({ of, value: -value })),
    as(sequence(words("another|one more|an extra|an additional"), measure), ([, of]) => ({ of, value: 1 })),
    as(sequence(number, measure, words("more")), ([value, of]) => ({ of, value })),
    as(sequence(number, measure, words("less|fewer")), ([value, of]) => ({ of, value: -value })),
  ),
  gives: ({ of, value }) => relative(of, 1, value),
});

/** Changes relative to an earlier requirement. */
export const RELATIVE_RULES = [
  times,
  doubled,
  inHalf,
  share,
  toFraction,
  by,
  to,
  addedMoney,
  offTheBudget,
  leaving,
  insteadOf,
  step,
];
