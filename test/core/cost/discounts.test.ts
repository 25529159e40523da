import { describe, expect, it } from "vitest";
import { billOf } from "../../../src/core/cost/bill.ts";
import { evaluate } from "../../../src/core/decision/evaluate.ts";
import type { Discount } from "../../../src/core/question/terms.ts";
import { sumOfCents } from "../../../src/core/units.ts";
import { candidateOf, costsOf } from "../real-catalog.ts";

/** DOKS at its list price of 87.70: 3 × 24, balancer 12, volumes 2, snapshots 1.20, logs 0.50; less what was negotiated. */
function discounted(discounts: Discount[], asked: Parameters<typeof candidateOf>[1] = {}) {
  const priced = evaluate({ ...candidateOf("doks", asked), terms: { discounts } });
  if ("rule" in priced) throw new Error(priced.reason);
  return priced;
}
const LIST = 87.7;

describe("a negotiated discount", () => {
  it.each<[string, Discount[], number[], number]>([
    ["is a share of the bill", [{ provider: "digitalocean", percent: 10 }], [-8.77], 78.93], // 10 % of 87.70
    ["is a sum off it", [{ provider: "digitalocean", fixedUsd: 20 }], [-20], 67.7],
    [
      "is taken off what the one before has left", // 87.70 − 20 = 67.70, of which 10 % are 6.77
      [
        { provider: "digitalocean", fixedUsd: 20 },
        { provider: "digitalocean", percent: 10 },
      ],
      [-20, -6.77],
      60.93,
    ],
    ["is never more than there is to pay", [{ provider: "digitalocean", fixedUsd: 1000 }], [-87.7], 0],
    [
      "is nothing where nothing is left",
      [
        { provider: "digitalocean", percent: 100 },
        { provider: "digitalocean", fixedUsd: 5 },
      ],
      [-87.7, 0],
      0,
    ],
    ["is no other provider's", [{ provider: "aws", percent: 50 }], [], LIST],
  ])("%s", (_what, discounts, lines, total) => {
    const priced = discounted(discounts);
    expect(costsOf(priced, "discounts")).toEqual(lines);
    expect(priced.bill.total).toBe(total);
  });

  it("is a line like any other: the lines still add up to the total", () => {
    const { bill } = discounted([{ provider: "digitalocean", percent: 33.3 }]);
    expect(sumOfCents(bill.lines.map((line) => line.cost))).toBe(bill.total);
    expect(bill.lines.at(-1)).toMatchObject({
      category: "discounts",
      description: "Negotiated: 33.3 % off",
      unitPrice: -29.2, // 33.3 % of 87.70 are 29.2041
      quantity: 1,
      cost: -29.2,
    });
  });

  it("in dollars comes off a bill in euros at the day's rate", () => {
    const euros = discounted([{ provider: "digitalocean", fixedUsd: 20 }], { currency: "EUR" });
    const { book } = euros.candidate;
    expect(costsOf(euros, "discounts")[0]).toBeCloseTo(-book.convert(20, "USD", "EUR"), 2);
  });

  it("changes nothing but the bill: the same cluster is planned", () => {
    const plain = discounted([]);
    const { plan, labour } = discounted([{ provider: "digitalocean", percent: 50 }]);
    expect({ pools: plan.pools, labour }).toEqual({ pools: plain.plan.pools, labour: plain.labour });
    expect(billOf(plain.candidate, plain.plan)).toMatchObject({ total: LIST });
  });
});
