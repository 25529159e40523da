import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { googlePrices } from "../../../src/adapters/prices/gcp/fetch.ts";
import type { InstanceType } from "../../../src/core/catalog/catalog.ts";
import type { PublishedPrice } from "../../../src/core/catalog/refresh/published.ts";
import { aMachine } from "../../core/tiny-catalog.ts";
import { gcpAnswer, gcpSku } from "../../price-stand-in/gcp.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";

const skus = [
  gcpSku("N2D AMD Instance Core running in Americas", 0.027502),
  gcpSku("N2D AMD Instance Ram running in Americas", 0.003686),
  gcpSku("N2D AMD Custom Instance Core running in Americas", 0.9),
  gcpSku("N2D AMD Sole Tenancy Instance Core running in Americas", 0.9),
  gcpSku("N2D AMD Custom Extended Instance Ram running in Americas", 0.9),
  gcpSku("Spot Preemptible N2D AMD Instance Core running in Americas", 0.004, "Preemptible"),
  gcpSku("Spot Preemptible N2D AMD Instance Ram running in Americas", 0.0005, "Preemptible"),
  gcpSku("Commitment v1: N2D AMD Cpu in Americas for 1 Year", 0.017326, "Commit1Yr"),
  gcpSku("Commitment v1: N2D AMD Ram in Americas for 1 Year", 0.002322, "Commit1Yr"),
  gcpSku("Commitment v1: N2D AMD Cpu in Americas for 3 Year", 0.012376, "Commit3Yr"), // and no memory
  gcpSku("N1 Predefined Instance Core running in Americas", 0.031611),
  gcpSku("N1 Predefined Instance Ram running in Americas", 0.004237),
  gcpSku("Commitment v1: Cpu in Americas for 1 Year", 0.019915, "Commit1Yr"),
  gcpSku("Commitment v1: Ram in Americas for 1 Year", 0.00267, "Commit1Yr"),
  gcpSku("Compute optimized Core running in Americas", 0.03398),
  gcpSku("Compute optimized Ram running in Americas", 0.00455),
  gcpSku("E2 Instance Core running in Americas", 0.02181159),
  gcpSku("E2 Instance Ram running in Americas", 0.00292353),
  gcpSku("G2 Instance Core running in Americas", 0.024988),
  gcpSku("G2 Instance Ram running in Americas", 0.002927),
  gcpSku("Nvidia L4 GPU running in Americas", 0.560004),
  gcpSku("Nvidia L4 Virtual Workstation GPU running in Americas", 0.9),
  gcpSku("Nvidia L4 GPU attached to Spot Preemptible VMs running in Americas", 0.22, "Preemptible"),
  gcpSku("T2D AMD Instance Core running in Americas", 0.0275, "OnDemand", { from: "2027-01-01T00:00:00Z" }),
  gcpSku("T2D AMD Instance Ram running in Americas", 0.0037),
  gcpSku("Balanced PD Capacity", 0.1),
  gcpSku("Regional Balanced PD Capacity", 0.2),
  gcpSku("Storage PD Snapshot in Iowa", 0.05, "OnDemand", { free: 5 }),
  gcpSku("Hyperdisk Balanced Capacity in Iowa", 0.08, "OnDemand", { regions: ["us-central1"] }),
  gcpSku("Hyperdisk Balanced Storage Pools Advanced Capacity - Iowa", 0.09),
];

const machine = (id: string, vcpu: number, memoryGiB: number, over: Partial<InstanceType> = {}) =>
  aMachine({ provider: "gcp", id, vcpu, memoryGiB, ...over });
const machines = [
  machine("n2d-standard-4", 4, 16),
  machine("n1-standard-2", 2, 7.5),
  machine("c2-standard-4", 4, 16),
  machine("e2-medium", 2, 4),
  machine("g2-standard-24", 24, 96, { gpus: 2, gpuModel: "L4" }),
  machine("t2d-standard-2", 2, 8),
  machine("a3-highgpu-8g", 208, 1872, { gpus: 8, gpuModel: "H100 80GB" }),
];

let google: PriceStandIn;
let prices: PublishedPrice[];
beforeAll(async () => {
  google = await PriceStandIn.start(gcpAnswer(skus, 10));
  const source = googlePrices({ url: google.url, key: "secret", patience: QUICK });
  prices = await source.fetch({ regions: ["us-central1", "europe-west1"], machines, day: "2026-11-28" }, () => {});
});
afterAll(() => google.stop());

const listed = (sku: string) =>
  prices
    .filter(({ skuId }) => skuId === sku)
    .map(({ regionId, pricingCategory, pricingUnit, listUnitPrice }) =>
      [regionId, pricingCategory, pricingUnit, listUnitPrice].join(" "),
    );

describe("Google's list", () => {
  it.each([
    // 4 × 0.027502 + 16 × 0.003686; 4 × 0.017326 + 16 × 0.002322; 4 × 0.004 + 16 × 0.0005; for 3 years a part is missing
    ["n2d-standard-4", ["standard hour 0.168984", "committed-1y hour 0.106456", "dynamic hour 0.024"]],
    // 2 × 0.031611 + 7.5 × 0.004237 = 0.0949995; 2 × 0.019915 + 7.5 × 0.00267
    ["n1-standard-2", ["standard hour 0.095", "committed-1y hour 0.059855"]],
    ["c2-standard-4", ["standard hour 0.20872"]], // 4 × 0.03398 + 16 × 0.00455
    ["e2-medium", ["standard hour 0.033506"]], // one core of its two is billed: 0.02181159 + 4 × 0.00292353 = 0.03350571
    ["g2-standard-24", ["standard hour 2.000712"]], // 24 × 0.024988 + 96 × 0.002927 + 2 × 0.560004; spot lacks cores
    ["t2d-standard-2", []], // its cores' price begins next year
    ["a3-highgpu-8g", []], // by hand
  ])("makes the price of %s of its parts", (sku, expected) => {
    expect(listed(sku)).toEqual(expected.map((text) => `us-central1 ${text}`));
  });

  it("has disks by their own names, past what is free", () => {
    expect([listed("pd-balanced"), listed("pd-snapshot"), listed("hyperdisk-balanced")]).toEqual([
      ["us-central1 standard GiB-month 0.1"],
      ["us-central1 standard GiB-month 0.05"],
      ["us-central1 standard GiB-month 0.08"],
    ]);
  });

  it("is read page by page, in USD, with a key that no address shows", () => {
    expect(google.requests).toHaveLength(3);
    expect(
      google.requests.every(
        ({ path, headers }) => path.includes("currencyCode=USD") && headers["x-goog-api-key"] === "secret",
      ),
    ).toBe(true);
    expect(google.requests.some(({ path }) => path.includes("secret"))).toBe(false);
  });
});
