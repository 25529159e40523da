import type { Candidate, Unplannable } from "../capacity/cluster-plan.ts";
import type { NodeOptions } from "../capacity/node-options.ts";
import { isProduction, policyFor } from "../capacity/policy.ts";
import type { Region } from "../catalog/catalog.ts";
import { isGpuModel } from "../catalog/gpu-model.ts";
import type { Platform, Tier } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import { hasCommittedRates } from "../cost/commitments.ts";
import { onOldVersion } from "../cost/leaving.ts";
import { UserError } from "../errors.ts";
import { regionsToTry } from "../price/place.ts";
import { type Commitment, GEOGRAPHIES } from "../question/choices.ts";
import { type Weighing, weighing } from "../question/priorities.ts";
import type { Requirement } from "../question/requirement.ts";
import { LIST_TERMS, type Terms } from "../question/terms.ts";
import { namesMachines } from "../question/workload.ts";
import type { RejectedPlatform } from "./estimate.ts";
import { type CostedCandidate, evaluate } from "./evaluate.ts";
import { GATES } from "./rules/gates.ts";
import { heldBackBy, questionBefore } from "./rules/held-back.ts";
import { REJECTIONS } from "./rules/index.ts";
import { isAmong } from "./rules/left-out.ts";
import { overBudgetBy } from "./rules/over-budget.ts";
import type { Offer } from "./rules/rule.ts";
import { type ScoredCandidate, scoreCandidate } from "./score.ts";

/** What an answer is made from: prices as of one day, and the machines that can be nodes. */
export interface Knowledge {
  book: PriceBook;
  options: NodeOptions;
}

/** How a requirement is to be taken. */
export interface Scope {
  terms: Terms; // the team's own prices
  assumed: readonly string[]; // keys that nobody named: what rests on them rules nothing out
}

const WHOLE: Scope = { terms: LIST_TERMS, assumed: [] };

/** Every platform after gates, plan and price. */
export interface Considered {
  weighing: Weighing;
  /** The best tier of every platform that stands, best first. */
  ranked: ScoredCandidate[];
  rejected: RejectedPlatform[];
  /** Every tier that could be planned, whether it stands or not: for traces and comparisons. */
  priced: CostedCandidate[];
}

/**
 * Every platform gated, planned, priced and weighed. The budget is a gate unless nothing is within it; then all that
 * could be planned is ranked. A commitment counts only where every platform ranked has rates for it: else whoever's rates
 * are known would win by them, and all are ranked on demand.
 * @throws {UserError} when the region or the platform in use is not in the catalog.
 */
export function consider(
  requirement: Requirement,
  { book, options }: Knowledge,
  scope: Partial<Scope> = {},
): Considered {
  checkNames(requirement, book);
  const whole = { ...WHOLE, ...scope };
  const considered = considerAll(requirement, { book, options }, whole, "none");
  if (considered.ranked.every(({ priced }) => hasCommittedRates(priced))) return considered;
  return considerAll({ ...requirement, commitment: "none" }, { book, options }, whole, requirement.commitment);
}

function considerAll(requirement: Requirement, knowledge: Knowledge, scope: Scope, uncompared: Commitment): Considered {
  const offers = offersOf(requirement, knowledge, scope, uncompared).filter(
    ({ platform }) => requirement.only.length === 0 || isAmong(platform, requirement.only),
  );
  let outcomes = offers.map(outcomeOf);
  if (!outcomes.some(standsAsSaid)) outcomes = offers.map((offer) => outcomeOf({ ...offer, nothingElseFits: true }));
  const standing = outcomes.some(standsAsSaid)
    ? outcomes.filter(stands)
    : outcomes.filter((outcome) => outcome.priced !== null);
  const chosen = weighing(requirement);
  const ranked = bestOfEach(
    standing.flatMap(({ priced }) => (priced === null ? [] : [scoreCandidate(priced, chosen.priorities)])),
  );
  const rankedIds = new Set(ranked.map(({ priced }) => priced.candidate.platform.id));
  return {
    weighing: chosen,
    ranked,
    rejected: lastWords(outcomes.filter(({ offer }) => !rankedIds.has(offer.platform.id))),
    priced: outcomes.flatMap(({ priced }) => priced ?? []),
  };
}

function checkNames({ region, running, excluded, only, gpuModel }: Requirement, book: PriceBook): void {
  if (book.geographyOf(region) === null) {
    throw new UserError(
      `region "${region}" is no place the catalog knows.`,
      `Use one of ${GEOGRAPHIES.join(", ")}, or a provider's own region id.`,
    );
  }
  if (gpuModel !== null && !book.gpuModels.some((model) => isGpuModel(model, gpuModel)))
    throw new UserError(`gpuModel "${gpuModel}" is no GPU in the catalog.`, `Models: ${book.gpuModels.join(", ")}.`);
  const ids = [...new Set(book.platforms.map(({ id }) => id))];
  const providers = book.providers.map(({ id }) => id);
  for (const id of [...(running === null ? [] : [running]), ...excluded, ...only]) {
    if (!ids.includes(id) && (id === running || !providers.includes(id)))
      throw new UserError(`"${id}" is no platform the catalog knows.`, `Platforms: ${ids.join(", ")}.`);
  }
}

/** The tiers of every platform that can be meant: by the asker's Kubernetes version, and for production by the provider's advice. */
function offersOf(
  requirement: Requirement,
  { book, options }: Knowledge,
  { terms, assumed }: Pick<Scope, "terms" | "assumed">,
  uncompared: Commitment,
): Offer[] {
  return book.platforms.flatMap((platform) =>
    tiersFor(requirement, platform, book).map((tier) => ({
      platform,
      tier,
      region: regionOf(platform, requirement, book, assumed),
      requirement,
      policy: policyFor(requirement, platform),
      book,
      options,
      terms,
      assumed,
      nothingElseFits: false,
      uncompared,
    })),
  );
}

/** Where the platform would run: in the place asked for; where nobody named one and it has none in the usual, in the nearest. */
function regionOf(
  { provider }: Platform,
  { region }: Requirement,
  book: PriceBook,
  assumed: readonly string[],
): Region | null {
  if (provider === null) return null;
  const there = book.regionFor(provider, region);
  const geography = book.geographyOf(region);
  if (there !== null || geography === null || !assumed.includes("region")) return there;
  return regionsToTry(book, provider, { typed: region, region: null, geography })[0] ?? null;
}

function tiersFor(requirement: Requirement, platform: Platform, book: PriceBook): Tier[] {
  const old = onOldVersion(requirement, platform, book) && platform.tiers.some((tier) => tier.extendedSupport);
  const byVersion = platform.tiers.filter((tier) => tier.extendedSupport === old);
  const advised = byVersion.filter((tier) => tier.production || !isProduction(requirement));
  return advised.length > 0 ? advised : byVersion;
}

/** What runs is ranked as it is, with a warning of what it lacks: every other answer is judged against staying. */
const runsToday = ({ platform, requirement }: Offer) => platform.id === requirement.running;

interface Outcome {
  offer: Offer;
  priced: CostedCandidate | null;
  rejection: { rule: string; reason: string } | null;
  /** How far it came: the later it failed, the more its reason says. */
  stage: number;
}

const stands = ({ priced, rejection }: Outcome) => priced !== null && rejection === null;
/** Whether it stands by what was said: one that only waits for an answer does not keep the others out. */
const standsAsSaid = (outcome: Outcome) =>
  stands(outcome) && outcome.priced !== null && heldBackBy(outcome.priced.candidate) === null;

function outcomeOf(offer: Offer): Outcome {
  const { compute } = offer.platform;
  if (compute.kind === "laptop") {
    return {
      offer,
      priced: null,
      rejection: { rule: "laptop", reason: `Nobody else can rely on it. It lacks: ${compute.lacks.join("; ")}.` },
      stage: 0,
    };
  }
  const gates = runsToday(offer) ? GATES.filter(({ id }) => id === "region" || id === "left-out") : GATES;
  for (const [stage, gate] of gates.entries()) {
    const reason = gate.says(offer);
    if (reason !== null && questionBefore(gate, offer) === null)
      return { offer, priced: null, rejection: { rule: gate.id, reason }, stage };
  }
  const { region } = offer;
  if (region === null) throw new RangeError("The region gate lets no offer without a region pass");
  const priced = evaluateSomewhere({ ...offer, region });
  if ("rule" in priced) return { offer, priced: null, rejection: priced, stage: GATES.length };
  for (const check of runsToday(offer) ? [] : REJECTIONS) {
    const reason = check.says(priced);
    if (reason !== null) return { offer, priced, rejection: { rule: check.id, reason }, stage: GATES.length + 1 };
  }
  return { offer, priced, rejection: null, stage: GATES.length + 2 };
}

/** Evaluated in the preferred region; where that lacks the machines, in the first other one of the same geography that has them. */
function evaluateSomewhere(candidate: Candidate): CostedCandidate | Unplannable {
  const { region, requirement, book } = candidate;
  const preferred = evaluate(candidate);
  const lacksMachines = "rule" in preferred && (preferred.rule === "no-gpu" || preferred.rule === "no-machine");
  if (!lacksMachines || requirement.region === region.id) return preferred;
  const nearby = book.regions.filter(
    (other) => other.provider === region.provider && other.geography === region.geography && other.id !== region.id,
  );
  for (const other of nearby) {
    const priced = evaluate({ ...candidate, region: other });
    if (!("rule" in priced)) return priced;
  }
  return preferred;
}

/**
 * The least weighty of each platform's tiers and providers, best first; equals by true cost, then by name. Who named machines
 * gets them: platforms that bill pods follow those that have nodes.
 */
function bestOfEach(weighed: ScoredCandidate[]): ScoredCandidate[] {
  const sorted = weighed
    .map((each) => ({ each, behind: behind(each.priced.candidate) }))
    .sort(
      (a, b) =>
        a.behind - b.behind ||
        a.each.weightedCost - b.each.weightedCost ||
        a.each.priced.trueCost - b.each.priced.trueCost ||
        (a.each.priced.candidate.platform.id < b.each.priced.candidate.platform.id ? -1 : 1),
    )
    .map(({ each }) => each);
  const seen = new Set<string>();
  return sorted.filter(({ priced }) => {
    const { id } = priced.candidate.platform;
    return seen.has(id) ? false : seen.add(id) !== undefined;
  });
}

/** How far behind whatever its weight a platform stands: until a question about an assumption is answered, or without the machines named. */
export const behind = (candidate: Candidate): number =>
  (lacksAskedNodes(candidate) ? 2 : 0) + (heldBackBy(candidate) === null ? 0 : 1);

/** Whether machines were named and this platform has none; what runs today is judged as it is. */
const lacksAskedNodes = ({ platform, requirement }: Candidate) =>
  namesMachines(requirement) && platform.compute.kind === "pods" && platform.id !== requirement.running;

/** One rejection a platform: of its tiers, the one that came furthest and was least over the budget. */
function lastWords(outcomes: Outcome[]): RejectedPlatform[] {
  const byPlatform = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const { id } = outcome.offer.platform;
    const other = byPlatform.get(id);
    if (outcome.rejection !== null && (other === undefined || isMoreTelling(outcome, other)))
      byPlatform.set(id, outcome);
  }
  return [...byPlatform.values()].map(({ offer, rejection }) => ({
    platform: offer.platform.id,
    tier: offer.tier.id,
    rule: rejection?.rule ?? "",
    reason: rejection?.reason ?? "",
  }));
}

function isMoreTelling(a: Outcome, b: Outcome): boolean {
  if (a.stage !== b.stage) return a.stage > b.stage;
  return a.priced !== null && b.priced !== null && overBudgetBy(a.priced) < overBudgetBy(b.priced);
}
