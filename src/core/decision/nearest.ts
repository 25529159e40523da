import { money, plainNumber } from "../cost/money.ts";
import type { Feature } from "../question/choices.ts";
import type { Requirement } from "../question/requirement.ts";
import type { Considered, Knowledge, Scope } from "./consider.ts";
import { consider } from "./consider.ts";
import type { Nearest } from "./estimate.ts";
import type { CostedCandidate } from "./evaluate.ts";
import { FEATURE_NAMES } from "./rules/feature-names.ts";
import { heldBackBy } from "./rules/held-back.ts";
import { isFarOverBudget } from "./rules/over-budget.ts";

const MOST_NEAREST = 3;

/** One thing that somebody may do without, for nothing else to stand in the way. */
interface Concession {
  changes: Partial<Requirement>;
  label: string; // of a button: "Accept 99.95 %"
  loss: number; // how much is let go: times the budget, times the minutes down
}

/** What a need or every promise counts as when what is let go is compared. basis: judgement */
const LOSS = { feature: 10, promise: 100 };

/**
 * Where nothing fits, the platforms that would with one concession each, the smallest concession first: what it lacks, what to
 * accept, and its bill then. Empty where something fits, or nothing is one concession away.
 */
export function nearestTo(
  requirement: Requirement,
  considered: Considered,
  knowledge: Knowledge,
  scope: Scope,
): Nearest[] {
  const [first] = considered.ranked;
  if (first !== undefined && !isFarOverBudget(first.priced)) return [];
  const answers = new Map<string, readonly CostedCandidate[]>();
  const rankedWith = (changes: Partial<Requirement>) => {
    const key = JSON.stringify(changes);
    const known = answers.get(key) ?? fitting({ ...requirement, ...changes }, knowledge, scope);
    answers.set(key, known);
    return known;
  };
  const ids = [...new Set(knowledge.book.platforms.map(({ id }) => id))];
  return ids
    .flatMap((id) => {
      const lacks = lackOf(id, considered);
      if (lacks === null) return [];
      for (const concession of concessionsFor(id, requirement, considered, knowledge)) {
        const priced = rankedWith(concession.changes).find(({ candidate }) => candidate.platform.id === id);
        if (priced !== undefined) return [{ ...concession, priced, lacks }];
      }
      return [];
    })
    .sort(
      (a, b) => isHeldBack(a.priced) - isHeldBack(b.priced) || a.loss - b.loss || a.priced.trueCost - b.priced.trueCost,
    )
    .slice(0, MOST_NEAREST)
    .map(({ priced, lacks, label, changes }) => ({
      platform: priced.candidate.platform.id,
      tier: priced.candidate.tier.id,
      lacks,
      label,
      changes,
      bill: priced.bill.total,
      currency: priced.bill.currency,
    }));
}

/** 1 where an assumption has to be asked about first, 0 where not. */
const isHeldBack = ({ candidate }: CostedCandidate) => Number(heldBackBy(candidate) !== null);

/** What is ranked and not far over the budget. */
const fitting = (requirement: Requirement, knowledge: Knowledge, scope: Scope): CostedCandidate[] =>
  consider(requirement, knowledge, scope)
    .ranked.map(({ priced }) => priced)
    .filter((priced) => !isFarOverBudget(priced));

/** Rules of which nothing that is asked for can be let go: somebody's refusal, a laptop, a skill. */
const FINAL = new Set(["left-out", "laptop", "self-managed-skill", "needs-a-cluster"]);

/** What a platform lacks, in words; null where it cannot be conceded. */
function lackOf(id: string, { rejected, ranked }: Considered): string | null {
  const over = ranked.find(({ priced }) => priced.candidate.platform.id === id);
  if (over !== undefined) return `Its bill is ${money(over.priced.bill.total, over.priced.bill.currency)} a month.`;
  const rejection = rejected.find(({ platform }) => platform === id);
  return rejection === undefined || FINAL.has(rejection.rule) ? null : rejection.reason;
}

/** What could be let go for one platform, the least first. */
function concessionsFor(
  id: string,
  requirement: Requirement,
  considered: Considered,
  knowledge: Knowledge,
): Concession[] {
  const plans = considered.priced.filter(({ candidate }) => candidate.platform.id === id);
  return [
    ...raised(plans, requirement, knowledge),
    ...lowered(id, requirement, knowledge),
    ...requirement.features.map((feature) => dropped(feature, requirement)),
  ];
}

/** The budget that pays the smallest bill, in whole dollars. */
function raised(
  plans: readonly CostedCandidate[],
  { budgetUsd, currency }: Requirement,
  { book }: Knowledge,
): Concession[] {
  if (budgetUsd === null || plans.length === 0) return [];
  const least = Math.min(...plans.map(({ bill }) => book.convert(bill.total, bill.currency, "USD")));
  const enough = Math.ceil(least);
  if (enough <= budgetUsd) return [];
  const shown =
    currency === "USD" ? `$${plainNumber(enough, 0)}` : money(book.convert(enough, "USD", currency), currency);
  return [{ changes: { budgetUsd: enough }, label: `Raise to ${shown}`, loss: enough / Math.max(1, budgetUsd) }];
}

/** Each promise below the target that the platform makes, the highest first, and then none. */
function lowered(id: string, { uptimePercent }: Requirement, { book }: Knowledge): Concession[] {
  if (uptimePercent === null) return [];
  const promised = book.platforms
    .filter((platform) => platform.id === id)
    .flatMap(({ tiers }) => tiers.flatMap(({ sla }) => [sla?.percent ?? 0, sla?.withZonesPercent ?? 0]))
    .filter((percent) => percent > 0 && percent < uptimePercent);
  return [
    ...[...new Set(promised)]
      .sort((a, b) => b - a)
      .map((percent) => ({
        changes: { uptimePercent: percent },
        label: `Accept ${percent} %`,
        loss: (100 - percent) / (100 - uptimePercent),
      })),
    { changes: { uptimePercent: null }, label: "Accept no promise", loss: LOSS.promise },
  ];
}

function dropped(feature: Feature, { features, gpuModel }: Requirement): Concession {
  return {
    changes: {
      features: features.filter((other) => other !== feature),
      ...(feature === "gpu" && gpuModel !== null ? { gpuModel: null } : {}),
    },
    label: `Do without ${FEATURE_NAMES[feature]}`,
    loss: LOSS.feature,
  };
}
