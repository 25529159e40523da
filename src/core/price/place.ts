import type { Region } from "../catalog/catalog.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import type { Geography } from "../question/choices.ts";
import type { PriceQuery } from "./query.ts";

/** Where people mean when they name no place. */
export const USUAL_GEOGRAPHY: Geography = "us-east";

/** Geographies from near to far, by the way traffic takes rather than by the map. */
const NEAR: Record<Geography, readonly Geography[]> = {
  "us-east": ["canada", "us-west", "brazil", "uk", "eu-west"],
  "us-west": ["us-east", "canada", "japan", "korea"],
  canada: ["us-east", "us-west", "uk"],
  brazil: ["us-east", "us-west", "canada"],
  uk: ["eu-west", "eu-central", "eu-north", "us-east"],
  "eu-west": ["uk", "eu-central", "eu-north", "us-east"],
  "eu-central": ["eu-west", "uk", "eu-north", "us-east"],
  "eu-north": ["eu-central", "uk", "eu-west", "us-east"],
  india: ["singapore", "eu-central", "japan"],
  singapore: ["india", "japan", "korea", "australia"],
  japan: ["korea", "singapore", "us-west", "australia"],
  korea: ["japan", "singapore", "us-west"],
  australia: ["singapore", "japan", "us-west"],
  taiwan: ["hong-kong", "japan", "singapore", "korea"],
  "hong-kong": ["taiwan", "singapore", "japan", "korea"],
  mexico: ["us-west", "us-east", "canada", "brazil"],
  chile: ["brazil", "us-east", "us-west"],
  "middle-east": ["israel", "india", "eu-central", "eu-west"],
  israel: ["middle-east", "eu-central", "eu-west", "uk"],
  "south-africa": ["eu-west", "uk", "eu-central", "middle-east"],
};

/** The provider's regions to look for a price in: the one asked for first, then others of its geography, then the nearest ones. */
export function regionsToTry(book: PriceBook, provider: string, asked: PriceQuery["region"]): Region[] {
  const wanted = asked?.region ?? asked?.geography ?? USUAL_GEOGRAPHY;
  const geography = asked?.geography ?? USUAL_GEOGRAPHY;
  const first = (asked && book.regionFor(provider, asked.region ?? asked.typed)) ?? book.regionFor(provider, wanted);
  const own = book.regions.filter((region) => region.provider === provider);
  const order = [geography, ...NEAR[geography]];
  const far = (region: Region) => (order.includes(region.geography) ? order.indexOf(region.geography) : order.length);
  const others = own
    .filter((region) => region !== first)
    .sort((a, b) => far(a) - far(b) || Number(b.preferred) - Number(a.preferred));
  return first === null ? others : [first, ...others];
}

/** The first region to try where `look` finds something, and what it found; null for nowhere. */
export function nearest<T>(
  book: PriceBook,
  provider: string,
  asked: PriceQuery["region"],
  look: (region: Region) => T | null,
): { region: Region; found: T } | null {
  for (const region of regionsToTry(book, provider, asked)) {
    const found = look(region);
    if (found !== null) return { region, found };
  }
  return null;
}

/** "in fsn1, the nearest with a price" where the price is from elsewhere than asked; empty where it is from there. */
export function elsewhere(asked: PriceQuery["region"], region: Region): string {
  const there =
    asked === null ||
    region.id === asked.region ||
    (asked.region === null && region.geography === asked.geography) ||
    (asked.region !== null && region.geography === asked.geography);
  return there ? "" : `; nearest to ${asked.typed} with a price: ${region.place}`;
}
