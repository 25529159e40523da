import type { Centre } from "../catalog/catalog.ts";
import type { Platform } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import type { Geography } from "../question/choices.ts";
import type { Requirement } from "../question/requirement.ts";

const FEWEST_PLATFORMS = 3;
const FEWEST_PROVIDERS = 2;

/**
 * That too few platforms have prices where it was asked for to call one of them the best, and the nearest place where three
 * of two providers have, with its distance; null where there are enough, and where the asker named the platforms.
 */
export function fewPricesText({ region, only }: Requirement, book: PriceBook): string | null {
  const geography = book.geographyOf(region);
  if (geography === null || only.length > 0 || isComparable(geography, book)) return null;
  const here = book.centres.find((centre) => centre.geography === geography);
  if (here === undefined) return null;
  const providers = [...new Set(pricedIn(geography, book).map(({ provider }) => provider ?? ""))];
  const names = providers.map((id) => book.provider(id).name).join(" and ");
  const start = names === "" ? `Nothing is priced in ${here.place}` : `In ${here.place} only ${names} is priced`;
  const nearest = nearestComparable(here, book);
  if (nearest === null) return `${start}.`;
  return `${start}: the nearest place with more to choose from is ${nearest.place}, about ${roundKm(distanceKm(here, nearest))} km away.`;
}

const pricedIn = (geography: Geography, book: PriceBook) =>
  book.platforms.filter((platform) => isPricedIn(platform, geography, book));

/** Whether a platform has a region there with what every cluster needs: machines or pods, a disk and a balancer. */
function isPricedIn({ provider, compute, billing }: Platform, geography: Geography, book: PriceBook): boolean {
  const region = provider === null ? null : book.regionFor(provider, geography);
  if (provider === null || billing === null || region === null) return false;
  const balancer = billing.loadBalancer.kind === "each" ? billing.loadBalancer.skuId : billing.loadBalancer.firstSku;
  const skus = [billing.storageSku, balancer, ...(compute.kind === "pods" ? [compute.vcpuSku] : [])];
  const hasMachines = compute.kind === "pods" || book.instanceTypes(provider, region.id).length > 0;
  return hasMachines && skus.every((sku) => book.price(provider, sku, region.id) !== null);
}

function isComparable(geography: Geography, book: PriceBook): boolean {
  const priced = pricedIn(geography, book).filter(({ kind }) => kind !== "machine");
  const providers = new Set(priced.map(({ provider }) => provider));
  return priced.length >= FEWEST_PLATFORMS && providers.size >= FEWEST_PROVIDERS;
}

function nearestComparable(here: Centre, book: PriceBook): Centre | null {
  const others = book.centres.filter(({ geography }) => geography !== here.geography && isComparable(geography, book));
  return others.toSorted((a, b) => distanceKm(here, a) - distanceKm(here, b))[0] ?? null;
}

const EARTH_KM = 6371; // mean radius, https://en.wikipedia.org/wiki/Earth_radius

/** Kilometres between two places over the surface of the earth, by the haversine formula. */
export function distanceKm({ at: [lat1, lon1] }: Pick<Centre, "at">, { at: [lat2, lon2] }: Pick<Centre, "at">): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const chord = half(lat2 - lat1) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(lon2 - lon1);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}

/** "2,300": to the hundred, since a geography is no point. */
const roundKm = (km: number) => (Math.round(km / 100) * 100).toLocaleString("en-US");
