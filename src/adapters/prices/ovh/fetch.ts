import type { PriceSource } from "../../../app/ports/prices.ts";
import { below, getJson, type Patience } from "../http.ts";
import { Catalog, LISTED, pricesOf } from "./map.ts";

export interface OvhPrices {
  url: string;
  patience?: Patience;
}

/** OVHcloud's public order catalog, of its French shop: net prices in euros. It needs no key. */
export function ovhPrices({ url, patience }: OvhPrices): PriceSource {
  return {
    provider: "ovh",
    source: "https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/cloud",
    via: "OVHcloud order catalog",
    listed: LISTED,
    missing: null,
    async fetch() {
      return pricesOf(
        await getJson(below(url, "/1.0/order/catalog/public/cloud?ovhSubsidiary=FR"), Catalog, {}, patience),
      );
    },
  };
}
