import { z } from "zod";
import type { PriceSource } from "../../../app/ports/prices.ts";
import { below, getJson, type Patience } from "../http.ts";
import { LISTED, pricesOf, Size } from "./map.ts";

const Page = z.object({ sizes: z.array(Size), meta: z.object({ total: z.int() }) });
const PAGE_SIZE = 200; // the most that is allowed
const MOST_PAGES = 20;

export interface DigitalOceanPrices {
  url: string;
  token: string | null;
  patience?: Patience;
}

/** DigitalOcean's API. A token that may read sizes will do. */
export function digitalOceanPrices({ url, token, patience }: DigitalOceanPrices): PriceSource {
  return {
    provider: "digitalocean",
    source: "https://docs.digitalocean.com/reference/api/digitalocean/#tag/Sizes",
    via: "DigitalOcean API",
    listed: LISTED,
    missing: token === null ? "DIGITALOCEAN_TOKEN" : null,
    async fetch({ regions }) {
      const headers = { authorization: `Bearer ${token ?? ""}` };
      const sizes: z.infer<typeof Size>[] = [];
      for (let number = 1; number <= MOST_PAGES; number++) {
        const query = below(url, `/v2/sizes?per_page=${PAGE_SIZE}&page=${number}`);
        const page = await getJson(query, Page, headers, patience);
        sizes.push(...page.sizes);
        if (sizes.length >= page.meta.total || page.sizes.length === 0) break;
      }
      return pricesOf(sizes, regions);
    },
  };
}
