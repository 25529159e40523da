import type { Check } from "./rule.ts";

export const laterPrice: Check = {
  id: "later-price",
  effect: "warn",
  why: "An answer as of an earlier day is only as good as what is known of that day.",
  source: "https://www.finops.org/framework/capabilities/data-ingestion/",
  says: ({ bill, candidate: { book, platform, region, requirement } }) => {
    const later = bill.lines.filter(({ skuId, cost }) => {
      const price = book.price(platform.provider ?? "", skuId, region.id, { existing: requirement.existingServers });
      return cost !== 0 && price !== null && price.from > book.asOf;
    });
    if (later.length === 0) return null;
    return `${later.length} of ${bill.lines.length} prices ${later.length === 1 ? "is" : "are"} not known as early as ${book.asOf}: the oldest known stand in.`;
  },
};
