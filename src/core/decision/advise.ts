import type { PlannedPool } from "../capacity/cluster-plan.ts";
import { daemonsOf, nodeFill } from "../capacity/node-fill.ts";
import type { Requirement, RequirementKey } from "../question/requirement.ts";
import { LIST_TERMS, type Terms } from "../question/terms.ts";
import { type Considered, consider, type Knowledge, type Scope } from "./consider.ts";
import type { Estimate, NodePool, RankedPlatform, Understood } from "./estimate.ts";
import type { CostedCandidate } from "./evaluate.ts";
import { fewPricesText } from "./few-prices.ts";
import { flipsOf } from "./flips/index.ts";
import { nearestTo } from "./nearest.ts";
import { notesOn } from "./platform-notes.ts";
import { rankReasons, verdictReason } from "./reasons.ts";
import { NOTES, WARNINGS } from "./rules/index.ts";
import { type Triangle, triangleOf } from "./triangle.ts";

/** What is asked of the core, beside what it knows. */
export interface Asked {
  requirement: Requirement;
  assumed: readonly RequirementKey[];
  understood?: Understood[];
  unparsed?: string[];
  /** How files were read, as sentences; empty or left out for none. */
  fromFiles?: string[];
  /** The team's own; left out for list prices. */
  terms?: Terms;
}

/** An estimate before it has an id. */
export type Advice = Omit<Estimate, "id">;

/**
 * The whole core as one call: what to run on, why, what it costs line by line, why not the others, and what would change it.
 * Depends on nothing but its arguments; the same arguments give the same object.
 * @throws {UserError} when the requirement names a region, machine or platform that the catalog does not have.
 */
export function advise(asked: Asked, knowledge: Knowledge): Advice {
  const scope = scopeOf(asked);
  const considered = consider(asked.requirement, knowledge, scope);
  const flips = flipsOf(asked.requirement, considered, knowledge, scope);
  const nearest = nearestTo(asked.requirement, considered, knowledge, scope);
  return { ...adviceFrom(asked, considered, knowledge), flips, ...(nearest.length === 0 ? {} : { nearest }) };
}

/** The same without what would change it: for comparisons, where only the ranking counts. */
export function adviseWithoutFlips(asked: Asked, knowledge: Knowledge): Advice {
  return adviceFrom(asked, consider(asked.requirement, knowledge, scopeOf(asked)), knowledge);
}

const scopeOf = ({ terms, assumed }: Asked): Scope => ({
  terms: terms ?? LIST_TERMS,
  assumed,
});

function adviceFrom(asked: Asked, considered: Considered, { book }: Knowledge): Advice {
  const reasons = rankReasons(considered);
  const peers = considered.ranked.map(({ priced }) => priced);
  const ranking = considered.ranked.map(({ priced }, i) =>
    rankedPlatform(priced, i + 1, reasons[i] ?? "", triangleOf(priced, peers)),
  );
  const [winner] = considered.ranked;
  return {
    catalog: { version: book.version, newestAsOf: book.newestAsOf },
    asOf: book.asOf,
    requirement: asked.requirement,
    assumed: [...asked.assumed],
    understood: asked.understood ?? [],
    unparsed: asked.unparsed ?? [],
    ...(asked.fromFiles?.length ? { fromFiles: asked.fromFiles } : {}),
    verdict: {
      platform: winner?.priced.candidate.platform.id ?? "none",
      tier: winner?.priced.candidate.tier.id ?? "none",
      reason: [verdictReason(considered), fewPricesText(asked.requirement, book)]
        .filter((part) => part !== null)
        .join(" "),
    },
    ranking,
    rejected: considered.rejected,
    flips: [],
  };
}

function rankedPlatform(priced: CostedCandidate, rank: number, reason: string, triangle: Triangle): RankedPlatform {
  const { candidate, plan, bill, labour, risk, trueCost, sla } = priced;
  const warnings = [...WARNINGS.flatMap((warning) => warning.says(priced) ?? []), ...plan.notes];
  return {
    platform: candidate.platform.id,
    tier: candidate.tier.id,
    region: candidate.region.id,
    rank,
    status: warnings.length === 0 ? "fits" : "fits-with-warnings",
    reason,
    cluster: {
      pools: plan.pools.map((pool) => poolOf(priced, pool)),
      pods: plan.pods,
      binding: plan.binding,
    },
    bill,
    labour,
    risk,
    trueCost,
    sla,
    triangle,
    warnings: [...warnings, ...NOTES.flatMap((note) => note.says(priced) ?? []), ...notesOn(priced)],
  };
}

function poolOf({ candidate, plan }: CostedCandidate, pool: PlannedPool): NodePool {
  const { machine, count, zones, allocatable } = pool;
  const { cpuMillicores, memoryMiB, pods } = allocatable;
  return {
    instanceType: machine.id,
    count,
    zones,
    vcpu: machine.vcpu,
    memoryGiB: machine.memoryGiB,
    allocatable: { cpuMillicores, memoryMiB, pods },
    nodes: nodeFill(pool, plan, daemonsOf(candidate.platform)),
  };
}
