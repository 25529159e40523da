import type { PriceUtterance } from "./corpus.ts";
import { type Mark, type Outcome, toldMark } from "./outcome.ts";
import type { Heard } from "./reader.ts";

/** The marks of a price question. */
export function priceMarks(utterance: PriceUtterance, heard: Heard): Mark[] {
  const { price } = heard;
  const marks = utterance.annotations.map(({ words }) => toldMark(words, heard));
  const { cost, unitPrice, currency, costs = {} } = utterance;
  const results = price?.results ?? [];
  const found = results.map((each) => `${each.provider} ${each.cost} ${each.currency}`).join(", ");
  const mark = (key: string, isRight: boolean, expected: unknown): Mark => ({
    key,
    outcome: isRight ? "right" : untold(heard),
    note: `${key} ${JSON.stringify(expected)}, came out as ${price?.total ?? "no total"} (${found.slice(0, 160)})`,
  });
  if (cost === null) marks.push(mark("price", results.length === 0 || heard.told.length > 0, null));
  else if (cost !== undefined) {
    const [first] = results;
    const sums = [
      { cost: price?.total, currency: first?.currency },
      ...(price?.total === null ? results.slice(0, 1) : []),
    ];
    marks.push(
      mark(
        "price",
        sums.some((sum) => isCents(cost, sum.cost) && sum.currency === currency),
        cost,
      ),
    );
  }
  if (unitPrice !== undefined)
    marks.push(
      mark(
        "price",
        results.some((each) => Math.abs(each.unitPrice - unitPrice) < 1e-6),
        unitPrice,
      ),
    );
  for (const [provider, sum] of Object.entries(costs)) {
    const own = results.filter((each) => each.provider === provider);
    const total = own.reduce((all, each) => all + each.cost, 0);
    marks.push(mark("price", own.some((each) => isCents(sum, each.cost)) || isCents(sum, total), { [provider]: sum }));
  }
  return marks;
}

const isCents = (expected: number, actual: number | null | undefined): boolean =>
  typeof actual === "number" && Math.abs(expected - actual) < 0.015;

/** A wrong or missing figure: asked when there is none at all, quoted when words are. */
function untold({ price, told }: Heard): Outcome {
  if (price === null || price.results.length === 0) return "asked";
  return told[0]?.by ?? "wrong";
}
