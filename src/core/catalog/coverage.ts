import { groupBy } from "../group-by.ts";
import { daysBetween } from "./as-of.ts";
import type { Region } from "./catalog.ts";
import type { PriceBook } from "./price-book.ts";

/** What of a provider's region the catalog prices, and how old that is. */
export interface RegionCoverage {
  provider: string;
  region: Region;
  families: FamilyCoverage[]; // by name
  services: number; // SKUs that are not machines, with their own price there or a global one
}

/** Machines of one family with an on-demand price in a region. */
export interface FamilyCoverage {
  family: string;
  machines: number;
  spot: number; // of these, with a spot price
  committed: number; // of these, with a price for one or three years
  oldestDays: number; // age of the oldest on-demand reading on the book's day
  stale: boolean; // past the provider's limit
}

/** Every region of every provider, in the catalog's order; one without machines has no families. */
export function coverageOf(book: PriceBook): RegionCoverage[] {
  return book.regions.map((region) => {
    const { provider, id } = region;
    const byFamily = groupBy(book.instanceTypes(provider, id), ({ family }) => family);
    const families = [...byFamily].map(([family, machines]): FamilyCoverage => {
      const priced = (categories: readonly ("dynamic" | "committed-1y" | "committed-3y")[]) =>
        machines.filter((machine) => categories.some((category) => book.price(provider, machine.id, id, { category })))
          .length;
      const readings = machines.flatMap((machine) => book.price(provider, machine.id, id)?.reading ?? []);
      return {
        family,
        machines: machines.length,
        spot: priced(["dynamic"]),
        committed: priced(["committed-1y", "committed-3y"]),
        oldestDays: Math.max(...readings.map(({ asOf }) => daysBetween(asOf, book.asOf))),
        stale: readings.some((reading) => book.isStale(provider, reading)),
      };
    });
    return {
      provider,
      region,
      families: families.sort((a, b) => (a.family < b.family ? -1 : 1)),
      services: book.services.filter(
        ({ provider: owner, skuId }) =>
          owner === provider && (book.price(owner, skuId, id) ?? book.tiered(owner, skuId, id)) !== null,
      ).length,
    };
  });
}
