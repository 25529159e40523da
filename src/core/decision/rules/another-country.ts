import type { PriceBook } from "../../catalog/price-book.ts";
import type { Check } from "./rule.ts";

/** Data that must stay in a country is told when a plan puts it into another one: the nearest region is no answer to that. */
export const anotherCountry: Check = {
  id: "another-country",
  effect: "warn",
  why: "Data residency binds data to a country, and a provider's nearest region may stand in another.",
  source: "https://azure.microsoft.com/explore/global-infrastructure/data-residency/",
  says: ({ candidate: { region, requirement, book } }) => {
    const asked = countryOf(requirement.region, book);
    if (asked === null || asked.country === region.country) return null;
    if (!requirement.features.includes("data-residency")) return null;
    return `You asked for ${asked.place} (${asked.country}) and for data that stays there; this stands in ${region.place} (${region.country}).`;
  },
};

/** The place that a region id or a place of a region means, with its country; null for a geography and for other places. */
function countryOf(asked: string, { regions }: PriceBook): { place: string; country: string } | null {
  const name = asked.trim().toLowerCase();
  return regions.find(({ id, place }) => id === name || place.toLowerCase() === name) ?? null;
}
