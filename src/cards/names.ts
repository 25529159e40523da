import type { Platform } from "../core/catalog/platform.ts";
import type { PriceBook } from "../core/catalog/price-book.ts";
import type { Currency } from "../core/question/choices.ts";

/** What cards say of things that an estimate only names by id. */
export interface Names {
  /** Name, the same in short, one-sentence summary and kind; of an id that the catalog no longer has, the id itself. */
  platform(id: string): { name: string; short: string; summary: string; kind: Platform["kind"] };
  /** "Google Cloud" for a provider's id; an id that nobody knows as it is. */
  provider(id: string): string;
  /** The name of a platform, or of a provider, by its id. */
  offer(id: string): string;
  /** "Basic control plane", or null where the platform has one tier and nothing is told by naming it. */
  tier(platform: string, tier: string): string | null;
  /** What the tier's promise of availability is about: "the Kubernetes API"; null where nothing is promised. */
  promiseCovers(platform: string, tier: string): string | null;
  /** "Frankfurt" for a provider's region id; null for an id nobody knows. */
  place(region: string): string | null;
  /** An amount of USD in `currency`. */
  fromUsd(amount: number, currency: Currency): number;
}

/** The names in a price book. */
export function namesOf(book: PriceBook): Names {
  const platforms = new Map(book.platforms.toReversed().map((platform) => [platform.id, platform]));
  const providers = new Map(book.providers.map(({ id, name }) => [id, name]));
  const places = new Map(book.regions.toReversed().map((region) => [region.id, region.place]));
  return {
    platform(id) {
      const known = platforms.get(id);
      if (known === undefined) return { name: id, short: id, summary: "", kind: "managed" };
      const { name, shortName: short = name, summary, kind } = known;
      return { name, short, summary, kind };
    },
    provider: (id) => providers.get(id) ?? id,
    offer: (id) => platforms.get(id)?.name ?? providers.get(id) ?? id,
    tier(platform, tier) {
      const tiers = platforms.get(platform)?.tiers ?? [];
      return tiers.length < 2 ? null : (tiers.find(({ id }) => id === tier)?.name ?? tier);
    },
    promiseCovers: (platform, tier) =>
      platforms.get(platform)?.tiers.find(({ id }) => id === tier)?.sla?.covers ?? null,
    place: (region) => places.get(region) ?? null,
    fromUsd: (amount, currency) => book.convert(amount, "USD", currency),
  };
}
