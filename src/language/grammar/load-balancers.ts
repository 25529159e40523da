import { negationBefore } from "../text/negation.ts";
import { wordAt, wordBefore, wordSet } from "../text/text.ts";
import { as, count, either, many, optional, sequence, words } from "./pattern.ts";
import { rule } from "./rule.ts";

const balancer = words("load balancers|load balancer|lbs|lb|loadbalancers|loadbalancer|elbs|albs|alb|nlb|nlbs");
const balancerAdjective = many(words("x|public|internal|external|network|application|l4|l7|cloud|http|extra|more"), 2);

/** "2 load balancers", "a load balancer", "no load balancer", "load balancers: 2". */
const balancers = rule({
  id: "load-balancers",
  examples: ["2 load balancers", "a load balancer", "load balancers: 2"],
  pattern: either(
    as(sequence(count, balancerAdjective, balancer), ([value]) => value as number | null),
    as(sequence(balancer, words(":|="), count), ([, , value]) => value),
    as(sequence(optional(words("a|an|the")), balancerAdjective, balancer), () => null),
  ),
  gives(value, { text, from, to }) {
    const no = negationBefore(text, from);
    if (
      (wordAt(text, to) === "per" || (wordAt(text, to) === "for" && EACH.has(wordAt(text, to + 1)))) &&
      wordAt(text, to + 1) !== "cluster"
    )
      return { to: to + 2, slots: [{ key: "unread" }] }; // how many that makes nobody said
    if (no >= 0) return { from: no, slots: [{ key: "loadBalancers", value: 0 }] };
    if (value !== null) return [{ key: "loadBalancers", value }];
    return /s$/.test(wordAt(text, to - 1)) ? null : [{ key: "loadBalancers", value: 1 }];
  },
});
const EACH = wordSet("each every");
/** "18 each and we have 9 of them": the balancers of the clause before. */
const ofThem = rule({
  id: "of-them",
  examples: ["the load balancers cost 18 each and we have 9 of them"],
  pattern: sequence(count, words("of them|of those|of these")),
  gives: ([value], { text, from }) =>
    wordBefore(text, from, wordSet("balancers lbs albs"), 14) < 0
      ? [{ key: "unread" }]
      : [{ key: "loadBalancers", value }],
});

export const BALANCER_RULES = [balancers, ofThem];
