import { z } from "zod";
import { type Bill, CostLine } from "../decision/estimate.ts";
import { sumOfCents } from "../units.ts";

const Side = z.strictObject({ quantity: z.number(), cost: z.number() });

/** A line of two bills, at one price on both; null where that bill has none. */
export const LineChange = CostLine.omit({ quantity: true, cost: true }).extend({
  base: Side.nullable(),
  head: Side.nullable(),
  difference: z.number(), // in cents; above 0 where it costs more
});
export type LineChange = z.infer<typeof LineChange>;

/**
 * What became of each line from one bill to the next, those that changed most first; lines that cost the same are left out.
 * A bill that is null has no lines. Both have one currency.
 */
export function billDifference(base: Bill | null, head: Bill | null): LineChange[] {
  const [before, after] = [base, head].map((bill) => summed(bill?.lines ?? []));
  const keys = new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])]);
  return [...keys]
    .map((key) => change(before?.get(key) ?? null, after?.get(key) ?? null))
    .filter((each) => each !== null)
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/** Lines of one thing at one price are one: two pools of the same machine. */
function summed(lines: readonly CostLine[]): Map<string, CostLine> {
  const sums = new Map<string, CostLine>();
  for (const line of lines) {
    const key = [line.category, line.skuId, line.region, line.unit, line.unitPrice].join(" ");
    const sum = sums.get(key);
    const more = (earlier: CostLine) => ({
      ...earlier,
      quantity: earlier.quantity + line.quantity,
      cost: sumOfCents([earlier.cost, line.cost]),
    });
    sums.set(key, sum === undefined ? line : more(sum));
  }
  return sums;
}

function change(base: CostLine | null, head: CostLine | null): LineChange | null {
  const line = head ?? base;
  if (line === null) return null;
  const { quantity: _quantity, cost: _cost, ...rest } = line;
  const side = (each: CostLine | null) => (each === null ? null : { quantity: each.quantity, cost: each.cost });
  return { ...rest, base: side(base), head: side(head), difference: sumOfCents([head?.cost ?? 0, -(base?.cost ?? 0)]) };
}
