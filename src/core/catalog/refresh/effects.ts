import type { Geography } from "../../question/choices.ts";
import type { CatalogData } from "../catalog.ts";
import type { DefaultBill } from "./default-bills.ts";
import type { PriceMove, PriceReview } from "./review.ts";

/** What a moved price means: for one unit, and for a month of the default cluster. */
export interface Effect extends PriceMove {
  provider: string;
  percent: number; // above what it was; negative for cheaper
  /** How many nodes or units of it the default cluster has there; 1 where nobody knows. */
  count: number;
  perMonth: number | null; // of `count`, in the price's currency; null for what is billed by use
}

/** The moved prices of the review with what they mean, the largest percentage first; of equals, the largest sum. */
export function effectsOf({ list, moved }: PriceReview, data: CatalogData, bills: readonly DefaultBill[]): Effect[] {
  const hours = data.providers.find(({ id }) => id === list.provider)?.hoursPerMonth ?? 0;
  const machines = new Set(data.instanceTypes.filter(({ provider }) => provider === list.provider).map(({ id }) => id));
  const geographies = new Map(
    data.regions.filter(({ provider }) => provider === list.provider).map(({ id, geography }) => [id, geography]),
  );
  return moved
    .filter(({ before, after }) => before.currency === after.currency)
    .map(({ before, after }): Effect => {
      const difference = after.listUnitPrice - before.listUnitPrice;
      const months = after.pricingUnit === "hour" ? hours : after.pricingUnit === "month" ? 1 : null;
      const count = machines.has(after.skuId) ? nodesOf(bills, list.provider, geographies.get(after.regionId)) : 1;
      return {
        before,
        after,
        provider: list.provider,
        percent: 100 * (difference / before.listUnitPrice),
        count,
        perMonth: months === null ? null : difference * months * count,
      };
    })
    .sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent) || Math.abs(b.perMonth ?? 0) - Math.abs(a.perMonth ?? 0));
}

/** Nodes of the default cluster on the provider's platform that ranks first there. */
const nodesOf = (bills: readonly DefaultBill[], provider: string, geography: Geography | undefined) =>
  bills.find((bill) => bill.provider === provider && bill.nodes > 0 && (geography ?? bill.geography) === bill.geography)
    ?.nodes ?? 1;
