import { z } from "zod";
import type { PriceSource } from "../../../app/ports/prices.ts";
import { below, getJson, type Patience } from "../http.ts";
import { LISTED, Meter, PRODUCTS, pricesOf } from "./map.ts";

// https://learn.microsoft.com/en-us/rest/api/cost-management/retail-prices/azure-retail-prices
const PATH = "/api/retail/prices";
const API_VERSION = "2023-01-01-preview"; // the one with the rates of savings plans
const MOST_PAGES = 500; // a page has up to 1,000 meters; the largest query of a region has about ten

const Page = z.object({ Items: z.array(Meter), NextPageLink: z.string().nullable() });

export interface AzurePrices {
  url: string;
  patience?: Patience;
}

/** Azure's Retail Prices API. It needs no key. */
export function azurePrices({ url, patience }: AzurePrices): PriceSource {
  return {
    provider: "azure",
    source: "https://prices.azure.com/api/retail/prices",
    via: "Azure Retail Prices API",
    listed: LISTED,
    missing: null,
    async fetch({ regions, day }, progress) {
      const meters: Meter[] = [];
      for (const filter of filtersFor(regions))
        for await (const page of pages(url, filter, patience)) {
          meters.push(...page);
          progress(`${meters.length} meters`);
        }
      return pricesOf(meters, regions, day);
    },
  };
}

/** One query a region for machines, and one a product for everything else: those have few meters. */
const filtersFor = (regions: readonly string[]): string[] => [
  ...regions.map((region) => `serviceName eq 'Virtual Machines' and armRegionName eq '${region}'`),
  ...PRODUCTS.map(
    ({ serviceName, productName }) => `serviceName eq '${serviceName}' and productName eq '${productName}'`,
  ),
];

async function* pages(base: string, filter: string, patience?: Patience): AsyncGenerator<Meter[]> {
  let next: URL | null = below(base, PATH);
  next.searchParams.set("api-version", API_VERSION);
  next.searchParams.set("currencyCode", "'USD'");
  next.searchParams.set("$filter", filter);
  const seen = new Set<string>();
  while (next !== null) {
    if (seen.has(next.href) || seen.size === MOST_PAGES)
      throw new Error(`${base} has no last page for ${filter}: it repeats, or has more than ${MOST_PAGES}`);
    seen.add(next.href);
    const page: z.infer<typeof Page> = await getJson(next, Page, {}, patience);
    yield page.Items;
    next = page.NextPageLink ? sameQuery(base, page.NextPageLink) : null;
  }
}

/** The link names Microsoft's own host; whoever stands in for it is asked in its place. */
function sameQuery(base: string, link: string): URL {
  const { pathname, search } = new URL(link);
  return below(base, pathname + search);
}
