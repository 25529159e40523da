/**
 * Whether something dated `a` holds rather than the same thing dated `b`, on the day `asOf`: the newest that is not later
 * than that day; if both are later, the older, because nothing earlier is known. Equal dates: false. Dates are yyyy-mm-dd.
 */
export function holdsRather(a: string, b: string, asOf: string): boolean {
  const aBegan = a <= asOf;
  const bBegan = b <= asOf;
  if (aBegan !== bBegan) return aBegan;
  return aBegan ? a > b : a < b;
}

/** The item that holds on `asOf` by `holdsRather`, the first of equals; null for none. */
export function holding<T>(items: Iterable<T>, dateOf: (item: T) => string, asOf: string): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || holdsRather(dateOf(item), dateOf(best), asOf)) best = item;
  return best;
}

const MS_PER_DAY = 86_400_000;

/** Whole days from `earlier` to `later`, both yyyy-mm-dd; negative when they are the other way round. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / MS_PER_DAY);
}
