import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../src/adapters/catalog/yaml.ts";
import { checkCatalog } from "../src/core/catalog/check/index.ts";
import { priceBook } from "../src/core/catalog/price-book.ts";
import { GEOGRAPHIES } from "../src/core/question/choices.ts";

/** The day after the newest reading. A refresh of the catalog moves it, and never past the day it is made. */
const AS_OF = "2026-10-04";

const data = readCatalog(fileURLToPath(new URL("../pricing", import.meta.url)));
const book = priceBook(data, AS_OF);

describe("the real catalog", () => {
  it("passes every rule", () => {
    expect(checkCatalog(data, AS_OF)).toEqual([]);
  });

  it("holds nothing read after the day these tests stand for", () => {
    expect(priceBook(data, "9999-12-31").newestAsOf < AS_OF).toBe(true);
  });

  it("would not pass with one price in cents", () => {
    const machines = new Set(data.instanceTypes.map(({ id }) => id));
    const onDemand = data.prices.filter((row) => row.pricingCategory === "standard" && machines.has(row.skuId));
    for (const share of [0.1, 0.5, 0.9]) {
      const wrong = onDemand[Math.floor(share * onDemand.length)];
      const prices = data.prices.map((row) =>
        row === wrong ? { ...row, listUnitPrice: row.listUnitPrice * 100 } : row,
      );
      const faults = checkCatalog({ ...data, prices }, AS_OF);
      expect(faults.map(({ skuId, regionId }) => `${skuId} ${regionId}`)).toContain(
        `${wrong?.skuId} ${wrong?.regionId}`,
      );
    }
  });

  it("would not pass without a machine that a platform's reserve names", () => {
    const instanceTypes = data.instanceTypes.filter(({ id }) => id !== "e2-micro");
    const faults = checkCatalog({ ...data, instanceTypes }, AS_OF).map(({ message }) => message);
    expect(faults).toContain('no machine "e2-micro" of gcp');
    expect(faults).toContain("neither a machine nor a service");
  });

  it("has a machine to order in every geography", () => {
    const served = GEOGRAPHIES.filter((geography) =>
      book.providers.some(({ id }) => {
        const region = book.regionFor(id, geography);
        return region !== null && book.instanceTypes(id, region.id).length > 0;
      }),
    );
    expect(GEOGRAPHIES.filter((geography) => !served.includes(geography))).toEqual([]);
  });

  it("converts every currency it prices in", () => {
    for (const { currency } of data.prices) expect(book.convert(1, currency, "USD")).toBeGreaterThan(0);
  });
});

// Beside each figure the page on which a person can check it.
describe("figures that can be checked by hand", () => {
  it.each([
    ["aws", "eks-cluster", "us-east-1", 0.1], // https://aws.amazon.com/eks/pricing/
    ["aws", "eks-cluster-extended", "us-east-1", 0.6], // the same page: past standard support
    ["aws", "t3.medium", "us-east-1", 0.0416], // https://aws.amazon.com/ec2/instance-types/t3/
    ["aws", "m7i.large", "us-east-1", 0.1008], // https://aws.amazon.com/ec2/pricing/on-demand/
    ["aws", "p5.48xlarge", "us-east-1", 55.04], // the same page, after the cut of 2025 from 98.32
    ["aws", "nat-gateway", "us-east-1", 0.045], // https://aws.amazon.com/vpc/pricing/
    ["aws", "fargate-vcpu", "us-east-1", 0.04048], // https://aws.amazon.com/fargate/pricing/
    ["azure", "aks-standard", "eastus", 0.1], // https://azure.microsoft.com/en-us/pricing/details/kubernetes-service/
    ["azure", "Standard_D4s_v5", "eastus", 0.192], // https://azure.microsoft.com/en-us/pricing/details/virtual-machines/linux/
    ["gcp", "gke-cluster", "us-central1", 0.1], // https://cloud.google.com/kubernetes-engine/pricing
    ["gcp", "e2-standard-4", "us-central1", 0.134023], // https://cloud.google.com/compute/vm-instance-pricing
    ["digitalocean", "s-2vcpu-4gb", "nyc3", 24], // https://www.digitalocean.com/pricing/droplets
    ["digitalocean", "doks-ha", "nyc3", 40], // https://docs.digitalocean.com/products/kubernetes/details/pricing/
    ["hetzner", "lb11", "fsn1", 7.49], // https://www.hetzner.com/cloud/load-balancer/
  ])("%s asks for %s in %s: %d", (provider, skuId, regionId, expected) => {
    expect(book.price(provider, skuId, regionId)?.listUnitPrice).toBe(expected);
  });

  it("AWS sells egress in four steps after 100 GB", () => {
    // https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer: 10 TB at 0.09, 40 TB at 0.085, 100 TB at 0.07, then 0.05
    const egress = book.tiered("aws", "internet-egress", "us-east-1");
    expect(egress?.free).toBe(100);
    expect(egress?.tiers).toEqual([
      { from: 0, listUnitPrice: 0.09 },
      { from: 10 * 1024, listUnitPrice: 0.085 },
      { from: 50 * 1024, listUnitPrice: 0.07 },
      { from: 150 * 1024, listUnitPrice: 0.05 },
    ]);
  });

  // https://docs.hetzner.com/general/infrastructure-and-availability/price-adjustment/: April for all, June for new orders
  it.each([
    ["2026-01-25", false, 2.99],
    ["2026-04-01", false, 3.99],
    ["2026-06-14", false, 3.99],
    ["2026-06-15", false, 5.49],
    ["2026-06-15", true, 3.99],
    [AS_OF, true, 3.99],
  ])("as of %s Hetzner's cx23, ordered before: %s, is at %d a month", (asOf, existing, expected) => {
    expect(priceBook(data, asOf).price("hetzner", "cx23", "fsn1", { existing })?.listUnitPrice).toBe(expected);
  });
});
