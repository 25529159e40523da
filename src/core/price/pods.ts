import { roundPod } from "../capacity/pod-rounding.ts";
import { elsewhere, nearest } from "./place.ts";
import type { PriceResult } from "./price-answer.ts";
import type { PriceItem } from "./query.ts";
import { type Asking, categoryOf, result, unitsFor } from "./result.ts";

/** A pod on each platform that bills pods, or on the one named: as billed after rounding, its vCPU and its memory. */
export function podResults(asking: Asking, item: Extract<PriceItem, { kind: "pod" }>): PriceResult[] {
  const { book, query } = asking;
  return book.platforms.flatMap((platform) => {
    const { compute, provider } = platform;
    if (compute.kind !== "pods" || provider === null || (item.platform !== null && item.platform !== platform.id))
      return [];
    const { cpuMillicores, memoryMiB } = compute.defaultRequest;
    const size = roundPod(
      { cpuMillicores: item.cpuMillicores ?? cpuMillicores, memoryMiB: item.memoryMiB ?? memoryMiB },
      compute.rounding,
    );
    if (size === null) return [];
    const parts = [
      { skuId: compute.vcpuSku, amount: size.vcpu, what: `${size.vcpu} vCPU` },
      { skuId: compute.memorySku, amount: size.memoryGiB, what: `${size.memoryGiB} GiB` },
    ];
    return parts.flatMap(({ skuId, amount, what }) => {
      const found = nearest(book, provider, query.region, (region) =>
        book.price(provider, skuId, region.id, { category: categoryOf(query) }),
      );
      if (found === null) return [];
      const price = found.found;
      return [
        result(asking, {
          provider,
          region: found.region.id,
          skuId,
          description: `${item.count} × pod on ${platform.name}, billed as ${what}${elsewhere(query.region, found.region)}`,
          quantity: unitsFor({ ...price, pricingUnit: "hour" }, book.provider(provider), amount * item.count, query),
          unit: price.pricingUnit,
          listUnitPrice: price.listUnitPrice,
          listCurrency: price.currency,
          reading: price.reading,
        }),
      ];
    });
  });
}
