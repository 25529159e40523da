import { money, plainNumber } from "../../cost/money.ts";
import { sumOfCents } from "../../units.ts";
import type { Check } from "./rule.ts";

/** Above this share of the bill, weakly sourced lines are named. */
const NOTICEABLE = 0.05;

export const weakPrice: Check = {
  id: "weak-price",
  effect: "warn",
  why: "A figure with one weak source may be wrong and must not decide in silence.",
  source: "https://www.finops.org/framework/capabilities/data-ingestion/",
  says: ({ bill }) => {
    const weak = bill.lines.filter((line) => line.confidence === "low");
    const cost = sumOfCents(weak.map((line) => line.cost));
    if (cost <= bill.total * NOTICEABLE) return null;
    return `${money(cost, bill.currency)} (${plainNumber((100 * cost) / bill.total, 0)} %) of the bill rests on weakly sourced prices: check ${weak.map((line) => line.skuId).join(", ")} before use.`;
  },
};
