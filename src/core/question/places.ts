import type { CatalogData, Region } from "../catalog/catalog.ts";
import { GEOGRAPHIES, type Geography } from "./choices.ts";

/** Names of places and regions, and where they lead. */
export interface Places {
  /** The geography of a geography's own name, any provider's region id or a place name, in any case; null if unknown. */
  geographyOf(region: string): Geography | null;
  /**
   * The region of `provider` meant by `region`: its own region by id or place, else the preferred one of that geography;
   * null if the provider has none there.
   */
  regionFor(provider: string, region: string): Region | null;
}

/** Look-ups from what people call a place to where providers have machines. */
export function places(data: Pick<CatalogData, "regions" | "places">): Places {
  const geographies = new Map<string, Geography>();
  const own = new Map<string, Region>();
  const preferred = new Map<string, Region>();
  for (const region of data.regions) geographies.set(region.place.toLowerCase(), region.geography);
  for (const place of data.places) geographies.set(place.name.toLowerCase(), place.geography);
  for (const region of data.regions) geographies.set(region.id.toLowerCase(), region.geography);
  for (const geography of GEOGRAPHIES) geographies.set(geography, geography);
  for (const region of data.regions) {
    const place = key(region.provider, region.place);
    if (region.preferred || !own.has(place)) own.set(place, region);
    if (region.preferred) preferred.set(key(region.provider, region.geography), region);
  }
  for (const region of data.regions) own.set(key(region.provider, region.id), region);

  const geographyOf = (region: string) => geographies.get(region.trim().toLowerCase()) ?? null;
  return {
    geographyOf,
    regionFor(provider, region) {
      const geography = geographyOf(region);
      const meant = preferred.get(key(provider, geography ?? ""));
      return region === geography ? (meant ?? null) : (own.get(key(provider, region.trim())) ?? meant ?? null);
    },
  };
}

const key = (provider: string, name: string) => `${provider} ${name.toLowerCase()}`;
