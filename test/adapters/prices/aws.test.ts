import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsPrices } from "../../../src/adapters/prices/aws/fetch.ts";
import type { PublishedPrice } from "../../../src/core/catalog/refresh/published.ts";
import { AwsLists, machineProducts, serviceProducts } from "../../price-stand-in/aws.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";

const lists = new AwsLists();
for (const [regionId, price] of [
  ["us-east-1", 0.096],
  ["eu-central-1", 0.115],
] as const) {
  lists.add("AmazonEC2", regionId, ...machineProducts("m5.large", regionId, price));
  for (const [skuId, listUnitPrice] of Object.entries({
    "nat-gateway": 0.045,
    "nat-gateway-data": 0.046,
    "ebs-gp3": 0.08,
    "ebs-snapshot": 0.05,
    alb: 0.0225,
    "alb-lcu": 0.008,
    nlb: 0.0226,
    "nlb-nlcu": 0.006,
    "public-ipv4": 0.005,
    "interface-endpoint": 0.01,
    "fargate-vcpu": 0.04048,
    "fargate-memory": 0.004445,
    "fargate-ephemeral": 0.000111,
    "eks-cluster": 0.1,
    "eks-cluster-extended": 0.6,
  }))
    for (const { offer, product } of serviceProducts({ skuId, listUnitPrice }, regionId))
      lists.add(offer, regionId, product);
}
lists.add("AmazonEC2", "ap-northeast-2", ...machineProducts("m5.large", "ap-northeast-2", 0.118));
const [, , , , , , , , announced] = machineProducts("m6i.large", "us-east-1", 0.09);
if (announced !== undefined)
  lists.add("AmazonEC2", "us-east-1", { ...announced, effectiveDate: "2027-01-01T00:00:00Z" });
lists.spot.push(
  { regionId: "us-east-1", type: "m5.large", price: "0.0413" },
  { regionId: "us-east-1", type: "m5.xlarge", price: "N/A*" },
  { regionId: "eu-central-1", type: "m5.large", price: "0.05" },
);

let aws: PriceStandIn;
const read = () =>
  awsPrices({ url: aws.url, spotUrl: `${aws.url}/spot.json`, patience: QUICK }).fetch(
    { regions: ["us-east-1", "eu-central-1"], machines: [], day: "2026-11-28" },
    () => {},
  );
let prices: PublishedPrice[];
beforeAll(async () => {
  aws = await PriceStandIn.start(lists.answer);
  prices = await read();
});
afterAll(() => aws.stop());

const listed = (sku: string, region = "us-east-1") =>
  prices
    .filter(({ skuId, regionId }) => skuId === sku && regionId === region)
    .map(({ pricingCategory, pricingUnit, listUnitPrice }) => `${pricingCategory} ${pricingUnit} ${listUnitPrice}`);

describe("AWS's list", () => {
  it("gives a machine one price of each kind: of Linux alone, shared, in use, and not a block of capacity", () => {
    expect(listed("m5.large").sort()).toEqual([
      "committed-1y hour 0.072", // 0.096 × 0.75
      "committed-3y hour 0.048", // 0.096 × 0.5
      "dynamic hour 0.0413",
      "standard hour 0.096",
    ]);
    expect(listed("m5.large", "eu-central-1")).toContain("standard hour 0.115");
  });

  it("leaves out regions that were not asked for, machines without a spot price, and prices that begin later", () => {
    expect(new Set(prices.map(({ regionId }) => regionId))).toEqual(new Set(["us-east-1", "eu-central-1"]));
    expect(listed("m5.xlarge")).toEqual([]);
    expect(listed("m6i.large").filter((text) => text.startsWith("standard"))).toEqual([]);
  });

  it.each([
    ["nat-gateway", "hour 0.045"],
    ["nat-gateway-data", "GiB 0.046"],
    ["ebs-gp3", "GiB-month 0.08"],
    ["ebs-snapshot", "GiB-month 0.05"],
    ["alb", "hour 0.0225"],
    ["alb-lcu", "GiB 0.008"],
    ["nlb", "hour 0.0226"],
    ["nlb-nlcu", "GiB 0.006"],
    ["public-ipv4", "hour 0.005"],
    ["interface-endpoint", "hour 0.01"],
    ["fargate-vcpu", "vCPU-hour 0.04048"],
    ["fargate-memory", "GiB-hour 0.004445"],
    ["fargate-ephemeral", "GiB-hour 0.000111"],
    ["eks-cluster", "hour 0.1"],
    ["eks-cluster-extended", "hour 0.6"], // 0.1, and 0.5 that is listed as added
  ])("prices %s by %s, in each region", (sku, price) => {
    expect([listed(sku), listed(sku, "eu-central-1")]).toEqual([[`standard ${price}`], [`standard ${price}`]]);
  });

  it("goes on after a list that was cut off, and gives up one that is not whole", async () => {
    const requests = aws.requests.length;
    aws.troubles.push({ status: 503 }, "cut");
    expect(await read()).toEqual(prices);
    expect(aws.requests.length - requests).toBe(requests + 2);
    lists.replaced.set("AmazonEKS eu-central-1", '{"formatVersion":"v1.0","products":{"A":{"attrib');
    await expect(read()).rejects.toThrow(
      "/offers/v1.0/aws/AmazonEKS/20261127/eu-central-1/index.json is not whole JSON.",
    );
    lists.replaced.set("AmazonEKS eu-central-1", JSON.stringify({ products: { A: { attributes: ["none"] } } }));
    await expect(read()).rejects.toThrow("answers in another form: attributes:");
    lists.replaced.clear();
  });
});
