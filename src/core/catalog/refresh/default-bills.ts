import { nodeOptions } from "../../capacity/node-options.ts";
import { adviseWithoutFlips } from "../../decision/advise.ts";
import type { CostLine } from "../../decision/estimate.ts";
import { type Currency, GEOGRAPHIES, type Geography } from "../../question/choices.ts";
import { parseRequirement } from "../../question/parse-requirement.ts";
import type { CatalogData } from "../catalog.ts";
import { priceBook } from "../price-book.ts";

/** What the default request costs a month on a platform, in a geography. */
export interface DefaultBill {
  platform: string;
  provider: string;
  geography: Geography;
  region: string;
  nodes: number; // 0 where pods are billed
  total: number;
  currency: Currency;
  lines: CostLine[];
}

/** The default request on every platform that can be priced for it, in every geography. */
export function defaultBills(data: CatalogData, asOf: string): DefaultBill[] {
  const book = priceBook(data, asOf);
  const knowledge = { book, options: nodeOptions(book) };
  const providers = new Map(data.platforms.map(({ id, provider }) => [id, provider]));
  return GEOGRAPHIES.filter((geography) => data.regions.some((region) => region.geography === geography)).flatMap(
    (geography) =>
      adviseWithoutFlips(parseRequirement({ region: geography }), knowledge).ranking.map(
        ({ platform, region, cluster, bill }): DefaultBill => ({
          platform,
          provider: providers.get(platform) ?? "",
          geography,
          region,
          nodes: cluster.pools.reduce((sum, { count }) => sum + count, 0),
          total: bill.total,
          currency: bill.currency,
          lines: bill.lines,
        }),
      ),
  );
}

/** A platform's default bill before and after. */
export interface BillMove {
  platform: string;
  geography: Geography;
  region: string;
  currency: Currency;
  from: number;
  to: number;
  percent: number; // above what it was
}

/** The bills that differ by more than `leastPercent`, the largest difference first. */
export function billMoves(
  before: readonly DefaultBill[],
  after: readonly DefaultBill[],
  leastPercent: number,
): BillMove[] {
  const key = ({ platform, geography }: DefaultBill) => `${platform} ${geography}`;
  const was = new Map(before.map((bill) => [key(bill), bill]));
  return after
    .flatMap((bill): BillMove[] => {
      const old = was.get(key(bill));
      if (old === undefined || old.total === 0) return [];
      const { platform, geography, region, currency } = bill;
      const percent = 100 * (bill.total / old.total - 1);
      return [{ platform, geography, region, currency, from: old.total, to: bill.total, percent }];
    })
    .filter(({ percent }) => Math.abs(percent) > leastPercent)
    .sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
}
