import type { SkuPrice } from "../catalog.ts";
import { groupBy } from "../group-by.ts";
import { aboutRow, type CatalogRule, type Checked, type Fault, hourlyPrice, median, skuKey } from "./rule.ts";

const MOST = 20; // no two regions and no two families are so far apart; cents (100) and months (624 to 744) are
const FEWEST = 3;

/** Cents taken for whole units, or a month for an hour: a price many times its like in other regions or other families. */
export const scale: CatalogRule = {
  id: "scale",
  says: "No price is 20 times its like, or a twentieth.",
  check: (checked) => [...againstRegions(checked), ...againstMachines(checked)],
};

function againstRegions({ data }: Checked): Omit<Fault, "rule">[] {
  const rows = [
    ...data.prices.map((row) => ({ row, kind: row.pricingCategory, price: row.listUnitPrice })),
    ...data.tieredPrices.map((row) => ({ row, kind: "tiered", price: row.tiers[0]?.listUnitPrice ?? 0 })),
  ].filter(({ price }) => price > 0);
  const key = ({ row, kind }: (typeof rows)[number]) => `${row.provider} ${row.skuId} ${kind} ${row.pricingUnit}`;
  return [...groupBy(rows, key).values()].flatMap((like) => {
    const usual = middle(like.map(({ price }) => price));
    return like.flatMap(({ row, price }) => {
      const cause = outOfScale(price, usual);
      return cause === null ? [] : [aboutRow(row, `${price} against ${usual} in most regions: ${cause}`)];
    });
  });
}

/** Machines without GPUs against the rest of their provider, by price for a vCPU with 4 GiB. */
function againstMachines({ book, machines, providers }: Checked): Omit<Fault, "rule">[] {
  const priced = book.prices.flatMap((row) => {
    const machine = machines.get(skuKey(row.provider, row.skuId));
    const hourly = hourlyPrice(row, providers.get(row.provider));
    if (machine === undefined || machine.gpus > 0 || hourly === null || hourly <= 0) return [];
    return [{ row, price: hourly / (machine.vcpu / 2 + machine.memoryGiB / 8) }];
  });
  const key = ({ row }: { row: SkuPrice }) => `${row.provider} ${row.pricingCategory}`;
  return [...groupBy(priced, key).values()].flatMap((like) => {
    const usual = middle(like.map(({ price }) => price));
    return like.flatMap(({ row, price }) => {
      const cause = outOfScale(price, usual);
      if (cause === null) return [];
      const shown = [price, usual].map((each) => Number(each?.toPrecision(3)));
      return [aboutRow(row, `${shown.join(" against ")} an hour for a vCPU and 4 GiB on its provider: ${cause}`)];
    });
  });
}

const middle = (prices: readonly number[]) => (prices.length < FEWEST ? null : median(prices));

/** What may have happened to a price `usual` says is out of scale; null if it is within. */
function outOfScale(price: number, usual: number | null): string | null {
  if (usual === null) return null;
  const factor = Math.max(price / usual, usual / price);
  if (factor < MOST) return null;
  if (factor > 50 && factor < 200) return "cents and whole units confused?";
  return factor > 400 && factor < 1500 ? "hours and months confused?" : "out of scale";
}
