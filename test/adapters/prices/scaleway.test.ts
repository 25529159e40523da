import { afterAll, beforeAll, expect, it } from "vitest";
import { scalewayPrices } from "../../../src/adapters/prices/scaleway/fetch.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";

const product = (offer_id: string, zone: string, nanos: number, over: Record<string, unknown> = {}) => ({
  sku: `/compute/${offer_id.toLowerCase().replaceAll("-", "_")}/run_${zone}`,
  service_category: "Compute",
  product_category: "Instances",
  product: offer_id,
  variant: `${offer_id} - ${zone}`,
  description: "",
  status: "general_availability",
  badges: [],
  locality: { zone },
  price: { retail_price: { currency_code: "EUR", units: 0, nanos } },
  properties: { instance: { range: "Development", offer_id, recommended_replacement_offer_ids: [] }, hardware: {} },
  unit_of_measure: { unit: "hour", size: 1 },
  ...over,
});
const products = [
  product("DEV1-S", "fr-par-2", 9_500_000),
  product("DEV1-S", "fr-par-1", 8_980_000),
  product("DEV1-S", "nl-ams-1", 8_980_000),
  product("PRO2-XXS", "fr-par-2", 935_000, { unit_of_measure: { unit: "minute", size: 1 } }),
  product("OLD-S", "fr-par-1", 1, { status: "retired" }),
  product("PRO2-XS", "fr-par-1", 1, { sku: "/compute/pro2_xs/windows_fr-par-1" }),
  product("GP1-XS", "fr-par-1", 1, { price: null }),
  ...Array.from({ length: 120 }, (_, i) => product(`X-${i}`, "pl-waw-1", 1)),
];

let scaleway: PriceStandIn;
beforeAll(async () => {
  scaleway = await PriceStandIn.start(({ searchParams }) => {
    const [page = 1, size = 1] = ["page", "page_size"].map((name) => Number(searchParams.get(name)));
    return { json: { products: products.slice((page - 1) * size, page * size), total_count: products.length } };
  });
});
afterAll(() => scaleway.stop());

it("lists machines by the hour, of the first zone of a region that sells them", async () => {
  const source = scalewayPrices({ url: scaleway.url, patience: QUICK });
  const shared = { regionId: "fr-par", pricingCategory: "standard", pricingUnit: "hour", currency: "EUR" };
  expect(await source.fetch({ regions: ["fr-par"], machines: [], day: "2026-11-28" }, () => {})).toEqual([
    { ...shared, skuId: "DEV1-S", listUnitPrice: 0.00898 },
    { ...shared, skuId: "PRO2-XXS", listUnitPrice: 0.0561 }, // 0.000935 a minute × 60
  ]);
  expect(scaleway.requests).toHaveLength(2);
});
