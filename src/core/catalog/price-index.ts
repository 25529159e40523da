import { groupBy } from "../group-by.ts";
import { holdsRather } from "./as-of.ts";
import type { Reading, SkuPrice } from "./catalog.ts";

/** Which of two rows stays where both stand for the same. */
interface Choice<T> {
  rival: (a: T, b: T) => boolean;
  rather: (a: T, b: T) => boolean; // whether `a` stays rather than `b`
}

/** Rows by provider, SKU and region: three look-ups, no search. A provider's rows are sorted in when it is first asked about. */
export class SkuIndex<T extends { provider: string; skuId: string; regionId: string }> {
  readonly #rows = new Map<string, Map<string, Map<string, T[]>>>();
  readonly #waiting: Map<string, T[]>;
  readonly #choice: Choice<T>;

  constructor(rows: readonly T[], choice: Choice<T>) {
    this.#waiting = groupBy(rows, ({ provider }) => provider);
    this.#choice = choice;
  }

  /** The rows of exactly this SKU in exactly this region; the array is the index's own. */
  at(provider: string, skuId: string, regionId: string): readonly T[] {
    const waiting = this.#waiting.get(provider);
    if (waiting !== undefined) this.#sortIn(provider, waiting);
    return this.#rows.get(provider)?.get(skuId)?.get(regionId) ?? NONE;
  }

  #sortIn(provider: string, waiting: readonly T[]): void {
    this.#waiting.delete(provider);
    for (const row of waiting) this.#add(row);
  }

  /** Adds `row`, unless one with which it is rival stays; a rival that does not stay leaves. */
  #add(row: T): void {
    const skus = entry(this.#rows, row.provider, () => new Map<string, Map<string, T[]>>());
    const regions = entry(skus, row.skuId, () => new Map<string, T[]>());
    const rows = entry(regions, row.regionId, (): T[] => []);
    const index = rows.findIndex((other) => this.#choice.rival(row, other));
    const other = rows[index];
    if (other === undefined) rows.push(row);
    else if (this.#choice.rather(row, other)) rows[index] = row;
  }
}

const NONE: readonly never[] = [];

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** The price rows that hold on `asOf`: one a category and kind of customer. */
export function priceIndex(prices: readonly SkuPrice[], asOf: string): SkuIndex<SkuPrice> {
  const rival = (a: SkuPrice, b: SkuPrice) => a.pricingCategory === b.pricingCategory && a.customers === b.customers;
  const rather = (a: SkuPrice, b: SkuPrice) =>
    a.from === b.from ? holdsRather(a.reading.asOf, b.reading.asOf, asOf) : holdsRather(a.from, b.from, asOf);
  return new SkuIndex(prices, { rival, rather });
}

/** Of rows without a history, the reading that holds on `asOf`. */
export function readingIndex<T extends { provider: string; skuId: string; regionId: string; reading: Reading }>(
  rows: readonly T[],
  asOf: string,
): SkuIndex<T> {
  return new SkuIndex(rows, {
    rival: () => true,
    rather: (a, b) => holdsRather(a.reading.asOf, b.reading.asOf, asOf),
  });
}
