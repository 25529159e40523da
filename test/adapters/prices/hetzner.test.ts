import { afterAll, beforeAll, expect, it } from "vitest";
import { hetznerPrices } from "../../../src/adapters/prices/hetzner/fetch.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";
import { hetznerPricing, hetznerPrices as listed } from "../../price-stand-in/small-providers.ts";

// As GET /v1/pricing answers since the datacenters went: locations alone.
const pricing = hetznerPricing([{ name: "cpx22", prices: listed(["fsn1", 19.49], ["syd1", 30]) }], [["fsn1", 7.49]]);

let hetzner: PriceStandIn;
beforeAll(async () => {
  hetzner = await PriceStandIn.start(({ pathname }, { headers }) => {
    if (pathname !== "/v1/pricing") return { status: 410 };
    return headers.authorization === "Bearer secret" ? { json: { pricing } } : { status: 401 };
  });
});
afterAll(() => hetzner.stop());

const read = (token: string) =>
  hetznerPrices({ url: `${hetzner.url}/v1`, token, patience: QUICK }).fetch(
    { regions: ["fsn1", "nbg1"], machines: [], day: "2026-11-28" },
    () => {},
  );

it("lists net prices by the month, in the catalog's places and of the balancer that the catalog has", async () => {
  const prices = await read("secret");
  expect(
    prices.map(({ skuId, regionId, pricingUnit, listUnitPrice, currency }) =>
      [skuId, regionId, pricingUnit, listUnitPrice, currency].join(" "),
    ),
  ).toEqual([
    "cpx22 fsn1 month 19.49 EUR",
    "lb11 fsn1 month 7.49 EUR",
    "primary-ipv4 fsn1 month 0.5 EUR",
    "volume global GiB-month 0.0572 EUR",
    "snapshot global GiB-month 0.0143 EUR",
  ]);
});

it("says which token is missing, and which is wrong", async () => {
  expect(hetznerPrices({ url: hetzner.url, token: null }).missing).toBe("HETZNER_TOKEN");
  await expect(read("wrong")).rejects.toThrow("/v1/pricing answers 401 Unauthorized.");
});
