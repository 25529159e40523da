import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { azurePrices } from "../../../src/adapters/prices/azure/fetch.ts";
import type { PublishedPrice } from "../../../src/core/catalog/refresh/published.ts";
import {
  type AzureMeter,
  azureAnswer,
  azureMeter,
  machineMeters,
  serviceMeters,
  spotMeters,
} from "../../price-stand-in/azure.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";

const reservation = (armSkuName: string, reservationTerm: string, retailPrice: number): AzureMeter =>
  azureMeter({
    armSkuName,
    reservationTerm,
    retailPrice,
    type: "Reservation",
    productName: "Virtual Machines Dsv5 Series",
    skuName: "D2s v5",
    meterName: "D2s v5",
  });

const meters = [
  ...machineMeters("Standard_D2s_v5", "eastus", 0.096),
  ...spotMeters("Standard_D2s_v5", "eastus", 0.02),
  reservation("Standard_D2s_v5", "1 Year", 496.7784),
  reservation("Standard_D2s_v5", "3 Years", 960.6912),
  reservation("Standard_D2s_v5", "5 Years", 1500),
  ...machineMeters("Standard_D4s_v5", "eastus", 0.192),
  ...machineMeters("Standard_D2s_v5", "mexicocentral", 0.1),
  azureMeter({ armSkuName: "DSv3_Type1", productName: "DSv3 Series Dedicated Host", retailPrice: 4 }),
  ...serviceMeters({ skuId: "premium-ssd-p10", regionId: "eastus", listUnitPrice: 19.71 }),
  ...serviceMeters({ skuId: "premium-ssd-v2", regionId: "eastus", listUnitPrice: 0.08103 }),
  ...serviceMeters({ skuId: "load-balancer-data", regionId: "global", listUnitPrice: 0.005 }),
  ...serviceMeters({ skuId: "nat-gateway", regionId: "global", listUnitPrice: 0.045 }).map((meter) => ({
    ...meter,
    armRegionName: "",
  })),
  azureMeter({ serviceName: "Virtual Network", productName: "Virtual Network Peering", meterName: "Ingress" }),
];

let azure: PriceStandIn;
let prices: PublishedPrice[];
beforeAll(async () => {
  azure = await PriceStandIn.start(azureAnswer(meters, 4));
  prices = await azurePrices({ url: azure.url, patience: QUICK }).fetch(
    { regions: ["eastus"], machines: [], day: "2026-11-28" },
    () => {},
  );
});
afterAll(() => azure.stop());

const priceOf = (sku: string) =>
  prices
    .filter(({ skuId }) => skuId === sku)
    .map(({ regionId, pricingCategory, pricingUnit, listUnitPrice, offer = "" }) =>
      [regionId, pricingCategory, pricingUnit, listUnitPrice, offer].join(" ").trim(),
    );

describe("Azure's list", () => {
  it("gives a machine one price of each kind, of Linux, today's, in the regions that were asked for", () => {
    expect(priceOf("Standard_D2s_v5").sort()).toEqual([
      "eastus committed-1y hour 0.05671 Reservation, 1 Year", // 496.7784 / 8,760 h
      "eastus committed-3y hour 0.036556 Reservation, 3 Years", // 960.6912 / 26,280 h = 0.0365560
      "eastus dynamic hour 0.02",
      "eastus standard hour 0.096",
    ]);
  });

  it("takes the savings plan's rate where nothing can be reserved", () => {
    expect(priceOf("Standard_D4s_v5").sort()).toEqual([
      "eastus committed-1y hour 0.1344 Savings plan, 1 Year", // 0.192 × 0.7
      "eastus committed-3y hour 0.096 Savings plan, 3 Years", // 0.192 × 0.5
      "eastus standard hour 0.192",
    ]);
  });

  it("gives services one price each, in the catalog's unit, in every region where they are listed so", () => {
    expect(priceOf("premium-ssd-p10")).toEqual(["eastus standard month 19.71"]);
    expect(priceOf("premium-ssd-v2")).toEqual(["eastus standard GiB-month 0.08103"]); // 0.000111 an hour × 730
    expect(priceOf("load-balancer-data")).toEqual(["global standard GiB 0.005"]);
    expect(priceOf("nat-gateway")).toEqual(["global standard hour 0.045"]);
    expect(new Set(prices.map(({ skuId }) => skuId)).size).toBe(6);
  });

  it("is asked in USD, of the version with savings plans, and read page by page", () => {
    const first = new URL(azure.requests[0]?.path ?? "", azure.url).searchParams;
    expect([first.get("api-version"), first.get("currencyCode")]).toEqual(["2023-01-01-preview", "'USD'"]);
    expect(azure.requests.filter(({ path }) => path.includes("skip=")).length).toBeGreaterThan(3);
  });

  it("ends when its pages do not", async () => {
    const round = await PriceStandIn.start((url) => ({
      json: { Items: [], NextPageLink: `https://prices.azure.com:443${url.pathname}?page=1` },
    }));
    await expect(
      azurePrices({ url: round.url, patience: QUICK }).fetch(
        { regions: [], machines: [], day: "2026-11-28" },
        () => {},
      ),
    ).rejects.toThrow("has no last page");
    await round.stop();
  });
});
