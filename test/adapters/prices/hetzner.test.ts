import { afterAll, beforeAll, expect, it } from "vitest";
import { hetznerPrices } from "../../../src/adapters/prices/hetzner/fetch.ts";
import { PriceStandIn, QUICK } from "../../price-stand-in/server.ts";

const amount = (net: string) => ({ net, gross: (Number(net) * 1.19).toFixed(10) });
const located = (...prices: [location: string, net: string][]) =>
  prices.map(([location, net]) => ({
    location,
    price_hourly: amount((Number(net) / 624).toFixed(10)),
    price_monthly: amount(net),
    included_traffic: 21990232555520,
    price_per_tb_traffic: amount("1.0000000000"),
  }));
// As GET /v1/pricing answers since the datacenters went: locations alone.
const pricing = {
  currency: "EUR",
  vat_rate: "19.00",
  floating_ips: [{ type: "ipv4", prices: located(["fsn1", "3.0000000000"]) }],
  image: { price_per_gb_month: amount("0.0143000000") },
  load_balancer_types: [
    { id: 1, name: "lb11", prices: located(["fsn1", "7.4900000000"]) },
    { id: 2, name: "lb21", prices: located(["fsn1", "21.9000000000"]) },
  ],
  primary_ips: [
    { type: "ipv4", prices: located(["fsn1", "0.5000000000"]) },
    { type: "ipv6", prices: located(["fsn1", "0.0000000000"]) },
  ],
  server_backup: { percentage: "20.0000000000" },
  server_types: [{ id: 109, name: "cpx22", prices: located(["fsn1", "19.4900000000"], ["syd1", "30.0000000000"]) }],
  volume: { price_per_gb_month: amount("0.0572000000") },
};

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
