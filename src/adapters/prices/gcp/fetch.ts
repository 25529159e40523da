import { z } from "zod";
import type { PriceSource } from "../../../app/ports/prices.ts";
import { below, getJson, type Patience } from "../http.ts";
import { LISTED, pricesOf, Sku } from "./map.ts";

const COMPUTE_ENGINE = "6F81-5844-456A"; // https://cloud.google.com/billing/v1/how-tos/catalog-api
const PAGE_SIZE = 5_000; // the most that is allowed
const MOST_PAGES = 100; // there are about ten

const Page = z.object({ skus: z.array(Sku), nextPageToken: z.string().optional() });

export interface GooglePrices {
  url: string;
  key: string | null;
  patience?: Patience;
}

/** Google's Cloud Billing Catalog. An API key of any project will do. */
export function googlePrices({ url, key, patience }: GooglePrices): PriceSource {
  return {
    provider: "gcp",
    source: "https://cloud.google.com/billing/docs/reference/rest/v1/services.skus/list",
    via: "Cloud Billing Catalog",
    listed: LISTED,
    missing: key === null ? "GOOGLE_API_KEY" : null,
    async fetch(wanted, progress) {
      const headers = { "x-goog-api-key": key ?? "" }; // never in the address, which messages show
      const skus: Sku[] = [];
      let token = "";
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const query = below(url, `/v1/services/${COMPUTE_ENGINE}/skus`);
        query.searchParams.set("currencyCode", "USD");
        query.searchParams.set("pageSize", String(PAGE_SIZE));
        if (token !== "") query.searchParams.set("pageToken", token);
        const page = await getJson(query, Page, headers, patience);
        skus.push(...page.skus);
        progress(`${skus.length} SKUs`);
        token = page.nextPageToken ?? "";
        if (token === "") return pricesOf(skus, wanted);
      }
      throw new Error(`The Cloud Billing Catalog has more than ${MOST_PAGES} pages`);
    },
  };
}
