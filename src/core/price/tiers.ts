import type { Platform, Tier } from "../catalog/platform.ts";
import { elsewhere, nearest } from "./place.ts";
import type { PriceResult } from "./price-answer.ts";
import type { PriceItem } from "./query.ts";
import { type Asking, result, unitsFor } from "./result.ts";

type TierItem = Extract<PriceItem, { kind: "tier" }>;

/** What control planes of one platform's tier cost: its fee, and what comes on top of it. */
export function tierResults(asking: Asking, { platforms, tier, count }: TierItem): PriceResult[] {
  const named = asking.book.platforms.find(({ id, provider }) => platforms.includes(id) && provider !== null);
  const chosen = named === undefined ? undefined : tierOf(named, tier);
  if (named === undefined || chosen === undefined) return [];
  return [chosen.feeSku, chosen.surchargeSku].flatMap((sku) =>
    sku === null ? [] : feeResult(asking, named, chosen, sku, count),
  );
}

/** The tier that bears the words; the usual one where none were said. */
function tierOf({ tiers }: Platform, words: string | null): Tier | undefined {
  if (words === null)
    return tiers.find(({ extendedSupport, production }) => !extendedSupport && production) ?? tiers[0];
  const isLong = /extended|long term|lts/.test(words);
  const isAvailable = /\bha\b|high availability/.test(words);
  const bears = ({ id, name }: Tier) =>
    words.split(" ").some((word) => word.length > 2 && word !== "tier" && `${id} ${name}`.toLowerCase().includes(word));
  return tiers.find((tier) =>
    isLong ? tier.extendedSupport : isAvailable ? /\bha\b|high/i.test(`${tier.id} ${tier.name}`) : bears(tier),
  );
}

function feeResult(asking: Asking, platform: Platform, tier: Tier, skuId: string, count: number): PriceResult[] {
  const { book, query } = asking;
  const provider = platform.provider ?? "";
  const found = nearest(book, provider, query.region, (region) => book.price(provider, skuId, region.id));
  if (found === null) return [];
  const price = found.found;
  return [
    result(asking, {
      provider,
      region: found.region.id,
      skuId,
      description: `${count} × ${book.service(provider, skuId)?.name ?? skuId}, ${platform.name}: ${tier.name}${elsewhere(query.region, found.region)}`,
      quantity: unitsFor(price, book.provider(provider), count, query),
      unit: price.pricingUnit,
      listUnitPrice: price.listUnitPrice,
      listCurrency: price.currency,
      reading: price.reading,
    }),
  ];
}
