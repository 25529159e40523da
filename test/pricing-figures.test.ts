import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../src/adapters/catalog/yaml.ts";
import type { PricingCategory } from "../src/core/catalog/catalog.ts";
import { priceBook } from "../src/core/catalog/price-book.ts";
import { sustainedUseShare } from "../src/core/catalog/sustained-use.ts";

const TODAY = "2026-11-22";
const data = readCatalog(fileURLToPath(new URL("../pricing", import.meta.url)));
const book = priceBook(data, TODAY);
const priceOf = (provider: string, skuId: string, regionId: string, category: PricingCategory = "standard") =>
  book.price(provider, skuId, regionId, { category })?.listUnitPrice ?? Number.NaN;

/** EUR a month without VAT and without the address. https://docs.hetzner.com/general/infrastructure-and-availability/price-adjustment/ */
describe("Hetzner's servers, which have two prices each since June 2026", () => {
  const inJanuary = priceBook(data, "2026-01-25");
  const inApril = priceBook(data, "2026-04-01");

  it.each([
    ["cx23", 2, 4, 2.99, 3.99, 5.49, false],
    ["cx33", 4, 8, 4.99, 6.49, 8.49, false],
    ["cx43", 8, 16, 8.99, 11.99, 15.99, false],
    ["cx53", 16, 32, 16.99, 22.49, 29.49, false],
    ["cax11", 2, 4, 3.29, 4.49, 5.99, false],
    ["cax21", 4, 8, 5.99, 7.99, 10.49, false],
    ["cax31", 8, 16, 11.99, 15.99, 20.99, false],
    ["cax41", 16, 32, 23.99, 31.49, 40.99, false],
    ["cpx22", 2, 4, 5.99, 7.99, 19.49, true],
    ["cpx32", 4, 8, 10.49, 13.99, 35.49, true],
    ["ccx13", 2, 8, 11.99, 15.99, 42.99, true],
    ["ccx23", 4, 16, 23.99, 31.49, 85.99, true],
  ])("%s, %d vCPU and %d GiB: %d, %d since April, %d ordered since June; orderable %s", (id, ...expected) => {
    const machine = book.instanceType("hetzner", id);
    for (const region of ["fsn1", "nbg1", "hel1"]) {
      const row = [inJanuary, inApril, book].map((on) => on.price("hetzner", id, region)?.listUnitPrice);
      const orderable = machine?.stock?.orderable ?? true;
      expect([machine?.vcpu, machine?.memoryGiB, ...row, orderable]).toEqual(expected);
      expect(book.price("hetzner", id, region, { existing: true })?.listUnitPrice).toBe(row[1]); // what was there in June stays
      expect(book.includedTransferGiB("hetzner", id, region)).toBe(20 * 1024);
    }
  });

  it.each([
    ["lb11", 5.39, 7.49],
    ["volume", 0.044, 0.0572], // a GiB
    ["primary-ipv4", 0.5, 0.5],
  ])("%s: %d, and %d since April for everybody", (skuId, before, since) => {
    const row = [inJanuary, inApril, book].map((on) => on.price("hetzner", skuId, "fsn1")?.listUnitPrice);
    expect(row).toEqual([before, since, since]);
  });

  it.each([
    ["fsn1", 1],
    ["ash", 1],
    ["sin", 7.4],
  ])("traffic beyond what is included costs in %s %d EUR a TB of 1,024 GiB, not ten times that", (region, perTb) => {
    const perGiB = book.tiered("hetzner", "traffic-overage", region)?.tiers[0]?.listUnitPrice ?? Number.NaN;
    expect(perGiB * 1024).toBeCloseTo(perTb, 9);
  });
});

describe("machines with a GPU", () => {
  // USD a month over the 744 hours of a long month: 565 / 744; 1,168; 1,927; 3,281; 3,326. What 2025 said was less.
  it.each([
    ["gpu-4000adax1-20gb", 0.76],
    ["gpu-l40sx1-48gb", 1.57],
    ["gpu-mi300x1-192gb", 2.59],
    ["gpu-h100x1-80gb", 4.41],
    ["gpu-h200x1-141gb", 4.47],
  ])("%s comes to %d an hour on DigitalOcean", (id, hourly) => {
    expect(priceOf("digitalocean", id, "nyc3") / 744).toBeCloseTo(hourly, 2);
  });

  it.each([
    ["aws", "g4dn.xlarge", "us-east-1", 0.526],
    ["aws", "g5.xlarge", "us-east-1", 1.006],
    ["aws", "g6.xlarge", "us-east-1", 0.8048],
    ["gcp", "g2-standard-4", "us-central1", 0.706832], // an L4
  ])("%s %s in %s costs %d an hour", (provider, id, region, hourly) => {
    expect(priceOf(provider, id, region)).toBe(hourly);
    expect(book.instanceType(provider, id)?.gpus).toBe(1);
  });

  it("are none at Hetzner", () => {
    expect(data.instanceTypes.filter(({ provider, gpus }) => provider === "hetzner" && gpus > 0)).toEqual([]);
  });
});

describe("what a commitment or a full month takes off", () => {
  // Google's own hourly price, and what is off for a full month: (0 + 20 + 40 + 60) / 4 = 30 %, (0 + 13.22 + 26.7 + 40) / 4 = 19.98 %
  it.each([
    ["n1-standard-4", 0.189999, 0.3],
    ["n2-standard-4", 0.194236, 0.1998],
    ["n2d-standard-4", 0.168984, 0.1998],
    ["c2-standard-4", 0.208808, 0.1998],
    ["e2-standard-4", 0.134023, 0], // E2 has none
  ])("%s is listed at %d, and %d of it is off for a whole month", (id, hourly, share) => {
    expect(priceOf("gcp", id, "us-central1")).toBeCloseTo(hourly, 4);
    const machine = book.instanceType("gcp", id);
    if (machine === null) throw new Error(`no machine ${id}`);
    expect(sustainedUseShare(book.sustainedUse(machine), 730, book.provider("gcp"))).toBeCloseTo(share, 6);
  });

  it("is the list price for a few hours of a highmem machine in N. Virginia: 0.590184", () => {
    expect(priceOf("gcp", "n2-highmem-8", "us-east4")).toBe(0.590184);
  });

  it.each([
    ["e2-standard-4", 0.134023],
    ["n1-standard-4", 0.189999], // of the list price: it is never stacked on sustained use
  ])("%s committed: 37 %% off %d for one year, 55 %% for three", (id, hourly) => {
    expect(priceOf("gcp", id, "us-central1", "committed-1y")).toBeCloseTo(hourly * 0.63, 4);
    expect(priceOf("gcp", id, "us-central1", "committed-3y")).toBeCloseTo(hourly * 0.45, 4);
  });

  it("is on AWS the one savings plan that is sourced: 26 % and 50 % off a m7g.large in Mumbai", () => {
    // 0.0430 / 0.0583 = 0.738; 0.0293 / 0.0583 = 0.503
    expect(priceOf("aws", "m7g.large", "ap-south-1")).toBe(0.0583);
    expect(priceOf("aws", "m7g.large", "ap-south-1", "committed-1y")).toBe(0.043);
    expect(priceOf("aws", "m7g.large", "ap-south-1", "committed-3y")).toBe(0.0293);
    const committed = data.prices.filter(
      (row) => row.provider === "aws" && row.pricingCategory.startsWith("committed"),
    );
    expect(new Set(committed.map(({ skuId, regionId }) => `${skuId} ${regionId}`))).toEqual(
      new Set(["m7g.large ap-south-1"]),
    );
  });
});

describe("disks, of which a hard disk is never compared with an SSD", () => {
  it.each([
    ["aws", "ebs-gp3", "us-east-1", 0.08],
    ["gcp", "pd-standard", "us-central1", 0.04],
    ["gcp", "pd-ssd", "us-central1", 0.17],
    ["digitalocean", "block-storage", "nyc3", 0.1],
  ])("%s %s in %s costs %d a GiB and month", (provider, skuId, region, expected) => {
    expect(priceOf(provider, skuId, region)).toBe(expected);
  });

  it("are SSDs on every platform", () => {
    const disks = data.platforms.flatMap(({ billing }) => billing?.storageSku ?? []);
    expect(disks).not.toContain("pd-standard");
  });
});

// 100 GB free at AWS and Azure, none at Google; steps at 10, 50 and 150 TB, at Google 1 and 10.
it.each([
  ["azure", "eastus", 100, [0.087, 0.083, 0.07, 0.05], [0, 10, 50, 150]],
  ["azure", "southeastasia", 100, [0.12, 0.085, 0.082, 0.08], [0, 10, 50, 150]],
  ["azure", "brazilsouth", 100, [0.181, 0.175, 0.17, 0.16], [0, 10, 50, 150]],
  ["gcp", "us-central1", 0, [0.12, 0.11, 0.08], [0, 1, 10]],
])("%s sells traffic from %s after %d GB free at %j, from %j TB on", (provider, region, free, prices, tb) => {
  const egress = book.tiered(provider, "internet-egress", region);
  expect(egress?.free).toBe(free);
  expect(egress?.tiers).toEqual(prices.map((listUnitPrice, i) => ({ from: (tb[i] ?? 0) * 1024, listUnitPrice })));
});

/** A GiB-month of the meter "Premium LRS Provisioned Capacity", never the one of confidential encryption: 730 times its hour. */
it.each([
  ["francecentral", 0.000127], // 0.09271; the other meter is 0.000139
  ["westeurope", 0.00013],
  ["northeurope", 0.00011],
  ["swedencentral", 0.00011],
  // By the ratio of the two meters in francecentral, 127 / 139, of what is known there of the other one:
  ["uksouth", 0.000127], // 0.000139
  ["germanywestcentral", 0.000132], // 0.000144 × 127 / 139 = 0.00013157
  ["southeastasia", 0.000132], // the same
  ["centralus", 0.000125], // 0.000137 × 127 / 139 = 0.00012517
])("Premium SSD v2 in %s costs 730 × %d", (region, hourly) => {
  expect(priceOf("azure", "premium-ssd-v2", region)).toBeCloseTo(730 * hourly, 9);
});

/** USD an hour, as the feed behind AWS's page had them on 2025-10-28. */
it.each([
  ["t3.medium", "ap-northeast-2", 0.052],
  ["m5.large", "eu-south-1", 0.112],
  ["c5.12xlarge", "ap-northeast-2", 2.304],
])("%s in %s costs %d", (sku, region, hourly) => {
  expect(priceOf("aws", sku, region)).toBe(hourly);
});

/** USD an hour, read on 2026-08-22; the readings of 2024 that stood here were about 0.6 of them. */
it.each([
  ["Standard_D4as_v5", "westeurope", 0.038438],
  ["Standard_B2s_v2", "westeurope", 0.0864],
])("spot of %s in %s costs %d", (sku, region, hourly) => {
  expect(priceOf("azure", sku, region, "dynamic")).toBe(hourly);
});

/** USD an hour as Google's catalog had them on 2026-08-03, a GiB-month of pd-balanced and the first forwarding rules on 2026-09-21. */
it.each([
  ["asia-northeast3", "n2-standard-4", 0.249436, 0.13, 0.038], // Seoul
  ["me-central1", "e2-standard-4", 0.162838, 0.1215, 0.03075], // Doha
  ["africa-south1", "e2-standard-4", 0.147431, 0.109788, 0.0327], // Johannesburg
  ["europe-west6", "e2-standard-4", 0.175565, 0.13, 0.0325], // Zurich
])("Google sells a %s %s at %d, its disk at %d and its balancer at %d", (region, machine, hourly, disk, balancer) => {
  expect(priceOf("gcp", machine, region)).toBe(hourly);
  expect(priceOf("gcp", "pd-balanced", region)).toBe(disk);
  expect(priceOf("gcp", "forwarding-rule-first5", region)).toBe(balancer);
});

it("a pod's CPU on Autopilot follows the region's E2 cores: 0.0445 × 1.285 in Seoul, × 1.1 in Tel Aviv", () => {
  expect(priceOf("gcp", "autopilot-vcpu", "asia-northeast3")).toBe(0.0572); // 0.05718
  expect(priceOf("gcp", "autopilot-vcpu", "me-west1")).toBe(0.0489); // 0.04894
});

it("a snapshot in Doha is 0.05 × 0.03159 / 0.026 = 0.06075", () => {
  expect(priceOf("gcp", "pd-snapshot", "me-central1")).toBe(0.06075);
});

/** USD an hour as AWS lists them: us-east-1 on 2026-07-20, elsewhere on 2025-10-28. */
it.each([
  ["m8i.large", "us-east-1", 0.10584],
  ["c8g.large", "us-east-1", 0.07976],
  ["r8g.large", "us-east-1", 0.11782],
  ["g6e.xlarge", "us-east-1", 1.861],
  ["p5en.48xlarge", "us-east-1", 63.296],
  ["p6-b200.48xlarge", "us-east-1", 113.9328],
  ["m5.large", "eu-south-2", 0.107],
  ["m5.large", "me-central-1", 0.118],
  ["m5.large", "af-south-1", 0.127],
])("AWS sells a %s in %s at %d", (machine, region, hourly) => {
  expect(priceOf("aws", machine, region)).toBe(hourly);
});

it.each([
  ["azure", "aks-automatic", "westeurope", 0.16],
  ["azure", "aks-automatic-vcpu", "eastus", 0.007841],
  ["aws", "eks-provisioned-xl", "eu-central-1", 1.65], // on top of 0.10
  ["aws", "eks-provisioned-8xl", "us-east-1", 13.9],
])("%s takes for %s in %s %d an hour", (provider, sku, region, hourly) => {
  expect(priceOf(provider, sku, region)).toBe(hourly);
});
