import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSONParser } from "@streamparser/json";
import { z } from "zod";
import type { PriceSource } from "../../../app/ports/prices.ts";
import type { PublishedPrice } from "../../../core/catalog/refresh/published.ts";
import { below, download, getJson, inForm, type Patience, unavailable } from "../http.ts";
import {
  LISTED,
  OFFERS,
  onDemand,
  Plan,
  PlanTerm,
  Product,
  planOf,
  planRates,
  SpotFeed,
  spotPrices,
  Terms,
  wanted,
  withWholeFee,
} from "./map.ts";

// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
const OFFER_INDEX = (offer: string) => `/offers/v1.0/aws/${offer}/current/region_index.json`;
const PLAN_INDEX = "/savingsPlan/v1.0/aws/AWSComputeSavingsPlan/current/region_index.json";

const OfferIndex = z.object({ regions: z.record(z.string(), z.object({ currentVersionUrl: z.string() })) });
const Sold = z.object({ sku: z.string() });
const PlanIndex = z.object({ regions: z.array(z.object({ regionCode: z.string(), versionUrl: z.string() })) });

export interface AwsPrices {
  url: string;
  spotUrl: string;
  patience?: Patience;
}

/** Somewhere to keep a list of hundreds of megabytes while it is read, and what is told meanwhile. */
interface Reading {
  base: string;
  file: string;
  patience: Patience | undefined;
  progress: (text: string) => void;
}

/** AWS's bulk price list, its savings plans, and the feed behind its spot price page. None needs a key. */
export function awsPrices({ url, spotUrl, patience }: AwsPrices): PriceSource {
  return {
    provider: "aws",
    source: "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html",
    via: "AWS price list",
    listed: LISTED,
    missing: null,
    async fetch({ regions, day }, progress) {
      const folder = await mkdtemp(join(tmpdir(), "k8s-advise-prices-"));
      const reading = { base: url, file: join(folder, "list.json"), patience, progress };
      try {
        const prices: PublishedPrice[] = [];
        for (const offer of OFFERS.keys()) prices.push(...(await offerPrices(offer, regions, day, reading)));
        prices.push(...(await planPrices(regions, reading)));
        progress("spot prices");
        const spot = await getJson(new URL(spotUrl), SpotFeed, {}, patience);
        return [...withWholeFee(prices), ...spotPrices(spot, regions)];
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function offerPrices(
  offer: string,
  regions: readonly string[],
  day: string,
  reading: Reading,
): Promise<PublishedPrice[]> {
  const index = await getJson(below(reading.base, OFFER_INDEX(offer)), OfferIndex, {}, reading.patience);
  const prices: PublishedPrice[] = [];
  for (const region of regions) {
    const path = index.regions[region]?.currentVersionUrl;
    if (path === undefined) continue;
    const url = below(reading.base, path);
    await save(url, `${offer} ${region}`, reading);
    prices.push(...(await offerFile(offer, region, day, url, reading.file)));
  }
  return prices;
}

/** Products come before terms; each is looked at by itself, and what nobody asks for is not kept. */
async function offerFile(
  offer: string,
  region: string,
  day: string,
  url: URL,
  file: string,
): Promise<PublishedPrice[]> {
  const products = new Map<string, NonNullable<ReturnType<typeof wanted>>>();
  const prices: PublishedPrice[] = [];
  for await (const { part, key, value } of entries(url, file, ["products", "terms.OnDemand", "terms.Reserved"])) {
    if (part === "terms.Reserved") break; // the larger half of the file, and the last
    const found = products.get(key);
    if (found !== undefined) prices.push(...onDemand(found, region, inForm(url, Terms, value), day));
    else if (part === "products") {
      const product = wanted(offer, inForm(url, Product, value));
      if (product !== null) products.set(key, product);
    }
  }
  return prices;
}

async function planPrices(regions: readonly string[], reading: Reading): Promise<PublishedPrice[]> {
  const index = await getJson(below(reading.base, PLAN_INDEX), PlanIndex, {}, reading.patience);
  const prices: PublishedPrice[] = [];
  for (const { regionCode, versionUrl } of index.regions.filter((each) => regions.includes(each.regionCode))) {
    const url = below(reading.base, versionUrl);
    await save(url, `savings plans ${regionCode}`, reading);
    const plans = new Map<string, NonNullable<ReturnType<typeof planOf>>>();
    for await (const { part, value } of entries(url, reading.file, ["products", "terms.savingsPlan"])) {
      const { sku } = inForm(url, Sold, value);
      const plan = plans.get(sku);
      if (part !== "products") prices.push(...(plan ? planRates(plan, regionCode, inForm(url, PlanTerm, value)) : []));
      else {
        const read = planOf(inForm(url, Plan, value));
        if (read !== null) plans.set(sku, read);
      }
    }
  }
  return prices;
}

const save = (url: URL, what: string, { file, patience, progress }: Reading) =>
  download(url, file, patience, (bytes) => progress(`${what}, ${Math.round(bytes / 1_000_000)} MB`));

interface Entry {
  part: string; // the path of what it is an entry of
  key: string;
  value: unknown;
}

/** Each entry of the parts of a JSON file, in its order and one by one: the file is never in memory as a whole. */
async function* entries(url: URL, file: string, parts: readonly string[]): AsyncGenerator<Entry> {
  const parser = new JSONParser({
    paths: parts.map((part) => `$.${part}.*`),
    keepStack: false,
    stringBufferSize: 64 * 1024,
  });
  let found: Entry[] = [];
  let failed: Error | null = null;
  parser.onValue = ({ key, value, stack }) => {
    const part = stack.flatMap((each) => each.key ?? []).join(".");
    found.push({ part, key: String(key), value });
  };
  parser.onError = (error) => {
    failed = error;
  };
  for await (const chunk of createReadStream(file)) {
    parser.write(chunk);
    if (failed !== null) break;
    yield* found;
    found = [];
  }
  if (failed !== null || !parser.isEnded) throw unavailable(url, "is not whole JSON", failed);
}
