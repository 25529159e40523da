import { afterAll, beforeAll, expect, it } from "vitest";
import { ovhPrices } from "../../../src/adapters/prices/ovh/fetch.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";

const addon = (planCode: string, price: number, intervalUnit = "hour", capacity = "consumption") => ({
  planCode,
  invoiceName: planCode.split(".")[0],
  product: "publiccloud-instance",
  pricings: [
    { phase: 0, capacities: ["renew"], interval: 1, intervalUnit: "month", price: 99, tax: 19 },
    { phase: 0, capacities: [capacity], interval: 1, intervalUnit, price, tax: 1, formattedPrice: "" },
  ],
});
const catalog = {
  catalogId: 1,
  locale: { currencyCode: "EUR", subsidiary: "FR", taxRate: 20 },
  plans: [],
  addons: [
    addon("b3-8.consumption", 5_120_000),
    addon("b3-8.monthly.postpaid", 2_420_000_000, "month"),
    addon("win-b3-8.consumption", 9_999_000),
    addon("b3-8.consumption.LZ.AF", 6_000_000),
    addon("b3-16.consumption", 10_230_000, "hour", "installation"),
    addon("volume.classic.consumption", 6_600, "none"),
  ],
};

let ovh: PriceStandIn;
beforeAll(async () => {
  ovh = await PriceStandIn.start(({ pathname, searchParams }) =>
    pathname === "/1.0/order/catalog/public/cloud" && searchParams.get("ovhSubsidiary") === "FR"
      ? { json: catalog }
      : { status: 404 },
  );
});
afterAll(() => ovh.stop());

it("lists what is billed by use, by the hour, before tax, for every region", async () => {
  const source = ovhPrices({ url: ovh.url, patience: QUICK });
  const shared = { regionId: "global", pricingCategory: "standard", currency: "EUR" };
  expect(await source.fetch({ regions: ["gra11"], machines: [], day: "2026-11-28" }, () => {})).toEqual([
    { ...shared, skuId: "b3-8", pricingUnit: "hour", listUnitPrice: 0.0512 },
    { ...shared, skuId: "block-storage", pricingUnit: "GiB-month", listUnitPrice: 0.0482 }, // 0.000066 × 730 = 0.04818
  ]);
});
