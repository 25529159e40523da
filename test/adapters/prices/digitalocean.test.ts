import { afterAll, beforeAll, expect, it } from "vitest";
import { digitalOceanPrices } from "../../../src/adapters/prices/digitalocean/fetch.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";
import { digitalOceanSize } from "../../price-stand-in/small-providers.ts";

const sizes = [
  digitalOceanSize("s-1vcpu-1gb", 6, ["nyc1", "fra1"]),
  ...Array.from({ length: 199 }, (_, i) => digitalOceanSize(`s-old-${i}`, 5, [])),
  digitalOceanSize("gpu-b300x1-288gb-spot", 8325, ["tor1", "xyz9"]),
];

let ocean: PriceStandIn;
beforeAll(async () => {
  ocean = await PriceStandIn.start(({ searchParams }) => {
    const [page, perPage] = ["page", "per_page"].map((name) => Number(searchParams.get(name)));
    const from = ((page ?? 1) - 1) * (perPage ?? 20);
    return { json: { sizes: sizes.slice(from, from + (perPage ?? 20)), links: {}, meta: { total: sizes.length } } };
  });
});
afterAll(() => ocean.stop());

it("lists every page: one price for all regions, and what is interruptible where it is sold", async () => {
  const source = digitalOceanPrices({ url: ocean.url, token: "secret", patience: QUICK });
  const prices = await source.fetch({ regions: ["nyc1", "fra1", "tor1"], machines: [], day: "2026-11-28" }, () => {});
  expect(prices).toHaveLength(201);
  expect(prices[0]).toEqual({
    skuId: "s-1vcpu-1gb",
    regionId: "global",
    pricingCategory: "standard",
    pricingUnit: "month",
    listUnitPrice: 6,
    currency: "USD",
  });
  expect(prices.at(-1)).toMatchObject({ regionId: "tor1", pricingCategory: "dynamic", listUnitPrice: 8325 });
  expect(ocean.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer secret", "Bearer secret"]);
});

it("needs a token", () => {
  expect(digitalOceanPrices({ url: ocean.url, token: null }).missing).toBe("DIGITALOCEAN_TOKEN");
});
