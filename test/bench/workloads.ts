import { nodeOptions } from "../../src/core/capacity/node-options.ts";
import type { CatalogData } from "../../src/core/catalog/catalog.ts";
import { priceBook } from "../../src/core/catalog/price-book.ts";
import { type Advice, advise, adviseWithoutFlips } from "../../src/core/decision/advise.ts";
import type { Knowledge } from "../../src/core/decision/consider.ts";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";

/** The day the figures stand on. */
export const TODAY = "2026-11-22";

/** `kinds` kinds of pod of ten replicas each, no two alike; the same on every run. */
export function podKinds(kinds: number): RequirementInput {
  const pods = Array.from({ length: kinds }, (_, i) => ({
    name: `pod-${i}`,
    replicas: 10,
    cpuMillicores: 50 + ((i * 137) % 1450),
    memoryMiB: 64 + ((i * 251) % 3900),
  }));
  return { workload: { pods } };
}

/** What an answer is made from, with nothing worked out before. */
export function knowledgeFrom(data: CatalogData): Knowledge {
  const book = priceBook(data, TODAY);
  return { book, options: nodeOptions(book) };
}

export const answer = (asked: RequirementInput, knowledge: Knowledge): Advice =>
  advise(parseRequirement(asked), knowledge);

/** The catalog with every machine, and every price of one, `times` over: the copies have names of their own. */
export function grown(data: CatalogData, times: number): CatalogData {
  const machines = new Set(data.instanceTypes.map(({ provider, id }) => `${provider} ${id}`));
  const copies = Array.from({ length: times - 1 }, (_, i) => `~${i + 1}`);
  return {
    ...data,
    instanceTypes: [
      ...data.instanceTypes,
      ...copies.flatMap((copy) => data.instanceTypes.map((type) => ({ ...type, id: type.id + copy }))),
    ],
    prices: [
      ...data.prices,
      ...copies.flatMap((copy) =>
        data.prices
          .filter(({ provider, skuId }) => machines.has(`${provider} ${skuId}`))
          .map((price) => ({ ...price, skuId: price.skuId + copy })),
      ),
    ],
  };
}

/** The same without what would change it. */
export const ranking = (asked: RequirementInput, knowledge: Knowledge): Advice =>
  adviseWithoutFlips(parseRequirement(asked), knowledge);
