import { z } from "zod";
import type { PriceSource } from "../../../app/ports/prices.ts";
import { below, getJson, type Patience } from "../http.ts";
import { LISTED, Product, pricesOf } from "./map.ts";

const Page = z.object({ products: z.array(Product), total_count: z.int() });
const PAGE_SIZE = 100;
const MOST_PAGES = 100;

export interface ScalewayPrices {
  url: string;
  patience?: Patience;
}

/** Scaleway's public product catalog. It needs no key. */
export function scalewayPrices({ url, patience }: ScalewayPrices): PriceSource {
  return {
    provider: "scaleway",
    source: "https://www.scaleway.com/en/developers/api/product-catalog/public-catalog",
    via: "Scaleway product catalog",
    listed: LISTED,
    missing: null,
    async fetch({ regions }, progress) {
      const products: Product[] = [];
      for (let number = 1; number <= MOST_PAGES; number++) {
        const query = below(url, "/product-catalog/v2alpha1/public-catalog/products");
        query.search = new URLSearchParams({
          page: String(number),
          page_size: String(PAGE_SIZE),
          product_types: "instance",
        }).toString();
        const page = await getJson(query, Page, {}, patience);
        products.push(...page.products);
        progress(`${products.length} products`);
        if (products.length >= page.total_count || page.products.length === 0) break;
      }
      return pricesOf(products, regions);
    },
  };
}
