import { groupBy } from "../../group-by.ts";
import type { CatalogData, SkuPrice } from "../catalog.ts";
import { GLOBAL_REGION, priceBook } from "../price-book.ts";
import { isListed, type PriceList, type PublishedPrice, priceKey } from "./published.ts";
import { oddity, type Refusal } from "./refusal.ts";

/** A price that is another one now. */
export interface PriceMove {
  before: SkuPrice;
  after: PublishedPrice;
}

/** The catalog's prices of one provider beside what its API lists: each row and each published price is in one of these. */
export interface PriceReview {
  list: PriceList;
  confirmed: SkuPrice[]; // unchanged
  moved: PriceMove[];
  added: PublishedPrice[]; // of a machine or service and a region that the catalog knows
  gone: SkuPrice[]; // the API should list them, and does not
  byHand: SkuPrice[]; // no API lists them
  refused: Refusal[];
  unknown: PublishedPrice[]; // of machines or in regions that the catalog does not have
}

export interface ReviewOptions {
  since: string | null; // rows read on that day or later are left alone
  accept: boolean; // takes what is odd, too
}

const SAME = 1e-4; // lists are published to four or five digits,
const LAST_DIGIT = 1.1e-6; // and what is computed of them, to six decimals
const LEAST_OF_SIX = 0.002; // below it the last of six decimals is a part to speak of

/** What `list` says about the prices that `data` holds on the day of the list. */
export function reviewPrices(data: CatalogData, list: PriceList, options: ReviewOptions): PriceReview {
  const machines = new Map(
    data.instanceTypes.filter(({ provider }) => provider === list.provider).map((type) => [type.id, type]),
  );
  const book = priceBook(data, list.day);
  const rows = book.prices.filter(({ provider }) => provider === list.provider);
  const [fromApi, byHand] = [true, false].map((is) =>
    rows.filter((row) => isListed(row, machines, list.listed) === is),
  );
  const held = new Map((fromApi ?? []).map((row) => [priceKey(row), row]));
  const { published, conflicts } = oneEach(list.prices, held);
  const review: PriceReview = {
    list,
    byHand: byHand ?? [],
    confirmed: [],
    moved: [],
    added: [],
    gone: [...held].filter(([key]) => !published.has(key) && !conflicts.has(key)).map(([, row]) => row),
    refused: [...conflicts.values()],
    unknown: [],
  };
  const { since, accept } = options;
  const wasReadSince = (row: SkuPrice | undefined) => since !== null && row !== undefined && row.reading.asOf >= since;
  review.gone = review.gone.filter((row) => !wasReadSince(row));
  const isKnown = knownTo(data, list);
  for (const [key, price] of published) {
    const before = held.get(key);
    if (!isKnown(price)) review.unknown.push(price);
    else if (!wasReadSince(before)) {
      const currency = book.provider(list.provider).currency;
      place(price, before ?? null, review, { isMachine: machines.has(price.skuId), currency, accept });
    }
  }
  return review;
}

/** Puts a published price into the list of `review` where it belongs. */
function place(
  price: PublishedPrice,
  before: SkuPrice | null,
  review: PriceReview,
  about: { isMachine: boolean; currency: string; accept: boolean },
): void {
  if (before !== null && isSame(before, price)) {
    review.confirmed.push(before);
    return;
  }
  const odd = oddity(price, before, about);
  if (odd !== null && (odd.final || !about.accept)) review.refused.push({ price, before, ...odd });
  else if (before === null) review.added.push(price);
  else review.moved.push({ before, after: price });
}

function isSame(row: SkuPrice, price: PublishedPrice): boolean {
  if (row.currency !== price.currency || row.pricingUnit !== price.pricingUnit) return false;
  const difference = Math.abs(row.listUnitPrice - price.listUnitPrice);
  const size = Math.abs(row.listUnitPrice);
  return difference <= size * SAME || (size > LEAST_OF_SIX && difference <= LAST_DIGIT);
}

function knownTo(data: CatalogData, { provider, listed }: PriceList): (price: PublishedPrice) => boolean {
  const own = <T extends { provider: string }>(items: readonly T[]) =>
    items.filter((item) => item.provider === provider);
  const regions = new Set([GLOBAL_REGION, ...own(data.regions).map(({ id }) => id)]);
  const skus = new Set([...listed.services, ...own(data.instanceTypes).map(({ id }) => id)]);
  return ({ skuId, regionId }) => skus.has(skuId) && regions.has(regionId);
}

/** One price each by `priceKey`. Where the catalog holds one price for all regions, the prices listed by region are one, too. */
function oneEach(prices: readonly PublishedPrice[], held: ReadonlyMap<string, SkuPrice>) {
  const published = new Map<string, PublishedPrice>();
  const conflicts = new Map<string, Refusal>();
  const everywhere = (price: PublishedPrice): PublishedPrice => {
    const global = { ...price, regionId: GLOBAL_REGION };
    return held.has(priceKey(global)) && !held.has(priceKey(price)) ? global : price;
  };
  for (const [key, [first, ...others]] of groupBy(prices.map(everywhere), priceKey)) {
    if (first === undefined) continue;
    const other = others.find(
      (price) => price.listUnitPrice !== first.listUnitPrice || price.currency !== first.currency,
    );
    if (other === undefined) published.set(key, first);
    else {
      const why = `listed at ${first.listUnitPrice} ${first.currency} and at ${other.listUnitPrice} ${other.currency}`;
      conflicts.set(key, { price: first, before: held.get(key) ?? null, why, final: true });
    }
  }
  return { published, conflicts };
}
