import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogFolder } from "../../src/adapters/catalog/folder.ts";
import { readCatalog } from "../../src/adapters/catalog/yaml.ts";
import { priceSources } from "../../src/adapters/prices/sources.ts";
import { refreshCatalog } from "../../src/app/refresh-catalog.ts";
import type { CatalogData, SkuPrice } from "../../src/core/catalog/catalog.ts";
import { checkCatalog } from "../../src/core/catalog/check/index.ts";
import { priceBook } from "../../src/core/catalog/price-book.ts";
import { AwsLists, machineProducts, serviceProducts } from "../price-stand-in/aws.ts";
import { azureAnswer, azureMeters } from "../price-stand-in/azure.ts";
import { gcpAnswer, gcpSkus } from "../price-stand-in/gcp.ts";
import { PriceStandIn, QUICK } from "../price-stand-in/server.ts";
import { digitalOceanSizes, hetznerOf } from "../price-stand-in/small-providers.ts";

const FIVE = ["aws", "azure", "digitalocean", "gcp", "hetzner"];
const LATER = "2026-12-05";
const data = readCatalog("pricing");
const before = priceBook(data, LATER);

/**
 * The prices of a later day: some machines of each provider are dearer by a tenth, some of AWS cheaper, and one of Azure is gone.
 * AWS and Azure price a family by size: one size that moved alone would be refused as odd.
 */
const later = before.prices
  .filter(({ skuId, regionId }) => skuId !== "Standard_B2s" || regionId !== "uksouth")
  .map((row): SkuPrice => ({ ...row, listUnitPrice: Number((row.listUnitPrice * factorOf(row)).toFixed(6)) }));

function factorOf({ skuId, regionId, pricingCategory }: SkuPrice): number {
  if (pricingCategory !== "standard") return 1;
  if (/^m5\./.test(skuId) && regionId === "eu-west-1") return 0.9;
  return /^(t3\..*|Standard_D\d+s_v5|s-2vcpu-4gb|cpx22)$/.test(skuId) ? 1.1 : 1;
}

const folder = mkdtempSync(join(tmpdir(), "refresh-"));
const standIns: PriceStandIn[] = [];
async function answering(...answer: Parameters<typeof PriceStandIn.start>): Promise<string> {
  const standIn = await PriceStandIn.start(...answer);
  standIns.push(standIn);
  return standIn.url;
}

async function sources() {
  const lists = new AwsLists();
  const regions = data.regions.filter(({ provider }) => provider === "aws").map(({ id }) => id);
  for (const row of later.filter(({ provider }) => provider === "aws")) {
    const { skuId, regionId, listUnitPrice } = row;
    const here = regionId === "global" ? regions : [regionId];
    if (row.pricingCategory === "dynamic") lists.spot.push({ regionId, type: skuId, price: String(listUnitPrice) });
    else if (skuId.includes(".") && row.pricingCategory === "standard")
      lists.add("AmazonEC2", regionId, ...machineProducts(skuId, regionId, listUnitPrice));
    for (const region of here)
      for (const { offer, product } of serviceProducts(row, region)) lists.add(offer, region, product);
  }
  const aws = await answering(lists.answer);
  const hetzner = hetznerOf(later);
  const sizes = digitalOceanSizes(later, data.instanceTypes);
  return priceSources({
    aws: { url: aws, spotUrl: `${aws}/spot.json`, patience: QUICK },
    azure: { url: await answering(azureAnswer(meters())), patience: QUICK },
    digitalocean: {
      url: await answering(() => ({ json: { sizes, meta: { total: sizes.length } } })),
      token: "t",
      patience: QUICK,
    },
    gcp: { url: await answering(gcpAnswer(gcpSkus(later, data.instanceTypes), 5_000)), key: "k", patience: QUICK },
    hetzner: { url: await answering(() => ({ json: { pricing: hetzner } })), token: "t", patience: QUICK },
    ovh: { url: aws }, // not asked
    scaleway: { url: aws },
  });
}

/** Azure without savings plans: eleven thousand prices more would only take their time. */
const meters = () => azureMeters(later).map(({ savingsPlan: _, ...meter }) => meter);

let refreshed: CatalogData;
let summary: string;
beforeAll(async () => {
  const copy = join(folder, "pricing");
  cpSync("pricing", copy, { recursive: true });
  const request = { providers: FIVE, today: LATER, since: null, accept: false, dryRun: false, out: null };
  const refreshing = { sources: await sources(), folder: catalogFolder(copy), progress: () => {} };
  summary = (await refreshCatalog(request, refreshing)).summary;
  refreshed = readCatalog(copy);
}, 240_000);
afterAll(async () => {
  for (const standIn of standIns) await standIn.stop();
  rmSync(folder, { recursive: true });
});

const priceOf = (provider: string, skuId: string, regionId: string, asOf = LATER) =>
  priceBook(refreshed, asOf).price(provider, skuId, regionId);

describe("a refresh of the whole catalog from five providers", () => {
  it("leaves a sound catalog, with the prices of the later day and of the day before", () => {
    expect(checkCatalog(refreshed, LATER)).toEqual([]);
    expect(priceOf("aws", "m5.large", "eu-west-1")?.listUnitPrice).toBe(0.0963); // 0.107 × 0.9
    expect(priceOf("aws", "m5.large", "eu-west-1", "2026-12-04")?.listUnitPrice).toBe(0.107);
    expect(priceOf("digitalocean", "s-2vcpu-4gb", "fra1")?.listUnitPrice).toBe(26.4); // 24 × 1.1
    expect(priceOf("hetzner", "cpx22", "fsn1", "2026-05-01")?.listUnitPrice).toBe(7.99); // its history stays
  });

  it("reads anew what the providers list, and leaves what they do not", () => {
    const old = new Map(before.prices.map((row) => [keyOf(row), row]));
    const stale = priceBook(refreshed, LATER).prices.filter(({ reading }) => reading.asOf !== LATER);
    const own = stale.filter(({ provider }) => FIVE.includes(provider));
    expect(own.every((row) => old.get(keyOf(row))?.reading.asOf === row.reading.asOf)).toBe(true);
    const machines = own.filter(({ provider, skuId }) => provider === "aws" && skuId.includes("."));
    expect(machines).toEqual([]);
    expect(own.find(({ skuId, regionId }) => skuId === "Standard_B2s" && regionId === "uksouth")).toBeDefined();
  });

  it("says so in a page that can be read", () => {
    expect(summary.split("\n## ").map((section) => section.split("\n")[0])).toEqual([
      "# Prices refreshed on 2026-12-05",
      "Default bills",
      "Dearer",
      "Cheaper",
      "Refused", // sizes that a tenth more puts off their family's line where others are not sold
      "Gone",
      "Added",
      "By hand",
    ]);
    expect(summary).toContain("| doks | eu-central (fra1) | 87.70 USD | 94.90 USD | +8.2 % |"); // 3 × 2.40 more
    expect(summary).toContain("| 24 (2026-08-21) | 26.4 USD per month | +10.0 % | +7.20 USD for 3 |");
    expect(summary.split("\n").length).toBeLessThan(200);
  });
});

const keyOf = ({ provider, skuId, regionId, pricingCategory, customers }: SkuPrice) =>
  [provider, skuId, regionId, pricingCategory, customers].join(" ");
