import { groupBy } from "../../group-by.ts";
import { aboutRow, type CatalogRule, type Checked } from "./rule.ts";

const MOST = 20; // no two regions and no two families are so far apart; cents (100) and months (624 to 744) are
const FEWEST = 3;

/** Cents taken for whole units, or a month for an hour: a price many times its like in other regions or other families. */
export const scale: CatalogRule = {
  id: "scale",
  says: "No price is 20 times its like, or a twentieth.",
  check: (checked) => {
    const groups = groupBy([...acrossRegions(checked), ...acrossMachines(checked)], ({ group }) => group);
    return [...groups.values()].flatMap((like) => {
      const usual = like.length < FEWEST ? null : median(like.map(({ price }) => price));
      if (usual === null) return [];
      return like.flatMap(({ row, price, what }) => {
        const cause = outOfScale(price / usual);
        if (cause === null) return [];
        return [aboutRow(row, `${short(price)} ${what}, where ${short(usual)} is usual: ${cause}`)];
      });
    });
  },
};

/** A price, what it is for, and the group it should be like. */
interface Comparable {
  row: Parameters<typeof aboutRow>[0];
  price: number; // more than 0
  what: string;
  group: string;
}

function acrossRegions({ data, rows }: Checked): Comparable[] {
  const found: Comparable[] = [];
  for (const { row, sku } of rows) {
    const { listUnitPrice: price, pricingUnit, pricingCategory } = row;
    const group = `${sku} ${pricingCategory} ${pricingUnit}`;
    if (price > 0) found.push({ row, price, what: `per ${pricingUnit}`, group });
  }
  for (const row of data.tieredPrices) {
    const price = row.tiers[0]?.listUnitPrice ?? 0;
    const group = `${row.provider} ${row.skuId} tiered ${row.pricingUnit}`;
    if (price > 0) found.push({ row, price, what: `per ${row.pricingUnit}`, group });
  }
  return found;
}

/** Machines without GPUs by what a vCPU with 4 GiB costs there, against the rest of their provider. */
function acrossMachines({ rows }: Checked): Comparable[] {
  const found: Comparable[] = [];
  for (const { row, machine, hourly, holds } of rows) {
    if (!holds || machine === null || machine.gpus > 0 || hourly === null || hourly <= 0) continue;
    const price = hourly / (machine.vcpu / 2 + machine.memoryGiB / 8);
    found.push({ row, price, what: "an hour for a vCPU with 4 GiB", group: `${row.provider} ${row.pricingCategory}` });
  }
  return found;
}

/** What may have happened to a price this many times the usual one; null if it is within scale. */
function outOfScale(ratio: number): string | null {
  const factor = Math.max(ratio, 1 / ratio);
  if (factor < MOST) return null;
  if (factor > 50 && factor < 200) return "cents and whole units confused?";
  return factor > 400 && factor < 1500 ? "hours and months confused?" : "out of scale";
}

const short = (price: number) => Number(price.toPrecision(3));

/** The middle of `values`; the lower of the two middles of an even number. Null for none. */
function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
