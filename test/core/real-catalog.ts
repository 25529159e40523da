import { readCatalog } from "../../src/adapters/catalog/yaml.ts";
import type { Candidate } from "../../src/core/capacity/cluster-plan.ts";
import { nodeOptions } from "../../src/core/capacity/node-options.ts";
import { policyFor } from "../../src/core/capacity/policy.ts";
import type { CatalogData, InstanceType } from "../../src/core/catalog/catalog.ts";
import type { NodesCompute, Platform } from "../../src/core/catalog/platform.ts";
import { priceBook } from "../../src/core/catalog/price-book.ts";
import { type Advice, advise } from "../../src/core/decision/advise.ts";
import type { Knowledge } from "../../src/core/decision/consider.ts";
import type { CostCategory, RankedPlatform } from "../../src/core/decision/estimate.ts";
import { type CostedCandidate, evaluate } from "../../src/core/decision/evaluate.ts";
import type { Offer } from "../../src/core/decision/rules/rule.ts";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { LIST_TERMS } from "../../src/core/question/terms.ts";

/** The day all tests of the real catalog stand on. */
export const TODAY = "2026-11-22";

/** The catalog as it is in `pricing/`, read once a test file. */
export const catalogData: CatalogData = readCatalog("pricing");

/** What an answer is made from, as of a day, out of the real catalog or a changed copy. */
export function knowledgeOf(data: CatalogData = catalogData, asOf = TODAY): Knowledge {
  const book = priceBook(data, asOf);
  return { book, options: nodeOptions(book) };
}

export const today: Knowledge = knowledgeOf();

export function platformOf(id: string, knowledge = today): Platform {
  const found = knowledge.book.platforms.find((platform) => platform.id === id);
  if (found === undefined) throw new Error(`No platform ${id}`);
  return found;
}

/** How nodes of a platform are cut. */
export function nodesOf(id: string): NodesCompute {
  const { compute } = platformOf(id);
  if (compute.kind !== "nodes") throw new Error(`${id} has no nodes`);
  return compute;
}

export function machineOf(provider: string, id: string): InstanceType {
  const found = today.book.instanceType(provider, id);
  if (found === null) throw new Error(`No machine ${id}`);
  return found;
}

/** One platform and tier in the place asked for; the first tier where none is named. */
export function offerOf(id: string, asked: RequirementInput = {}, tierId?: string, knowledge = today): Offer {
  const platform = platformOf(id, knowledge);
  const { requirement } = parseRequirement(asked);
  const tier = platform.tiers.find((each) => each.id === (tierId ?? platform.tiers[0]?.id));
  if (tier === undefined) throw new Error(`${id} has no tier ${tierId}`);
  return {
    platform,
    tier,
    region: platform.provider === null ? null : knowledge.book.regionFor(platform.provider, requirement.region),
    requirement,
    policy: policyFor(requirement, platform),
    ...knowledge,
    terms: LIST_TERMS,
    assumed: [],
    nothingElseFits: false,
    uncompared: "none",
  };
}

/** The same where it has a region there. */
export function candidateOf(id: string, asked: RequirementInput = {}, tierId?: string, knowledge = today): Candidate {
  const { region, ...rest } = offerOf(id, asked, tierId, knowledge);
  if (region === null) throw new Error(`${id} is not in ${asked.region}`);
  return { ...rest, region };
}

/** Planned and priced, whatever any rule says to it. */
export function pricedOf(
  id: string,
  asked: RequirementInput = {},
  tierId?: string,
  knowledge = today,
): CostedCandidate {
  const priced = evaluate(candidateOf(id, asked, tierId, knowledge));
  if ("rule" in priced) throw new Error(`${id}: ${priced.reason}`);
  return priced;
}

export function adviceOn(asked: RequirementInput, knowledge = today, only: string[] = []): Advice {
  return advise(parseRequirement(only.length === 0 ? asked : { ...asked, only }), knowledge);
}

export function rankedAs(advice: Advice, id: string): RankedPlatform {
  const found = advice.ranking.find(({ platform }) => platform === id);
  if (found === undefined) {
    const why = advice.rejected.find(({ platform }) => platform === id)?.reason ?? "it was not looked at";
    throw new Error(`${id} is not ranked: ${why}`);
  }
  return found;
}

/** Cost of the lines of one category, in their order. */
export const costsOf = ({ bill }: Pick<CostedCandidate, "bill">, category: CostCategory) =>
  bill.lines.filter((line) => line.category === category).map((line) => line.cost);
