import { daysBetween } from "../../catalog/as-of.ts";
import type { Check } from "./rule.ts";

export const stalePrice: Check = {
  id: "stale-price",
  effect: "warn",
  why: "Prices move: in 2026 one provider tripled some of its own within a quarter.",
  source: "https://www.finops.org/framework/capabilities/data-ingestion/",
  says: ({ bill, candidate: { book, platform } }) => {
    const limit = book.provider(platform.provider ?? "").priceLimitDays;
    const old = bill.lines.filter((line) => line.cost !== 0 && daysBetween(line.asOf, book.asOf) > limit);
    const [oldest] = old.map((line) => line.asOf).sort();
    if (oldest === undefined) return null;
    return `${old.length} of ${bill.lines.length} prices ${old.length === 1 ? "was" : "were"} read more than ${limit} days ago, the oldest on ${oldest}: check before you buy.`;
  },
};
