import type { InstanceType, SkuPrice } from "../../src/core/catalog/catalog.ts";
import { groupBy } from "../../src/core/group-by.ts";

/** A size of DigitalOcean's, as GET /v2/sizes lists it. */
export const digitalOceanSize = (slug: string, price_monthly: number, regions: string[]) => ({
  slug,
  memory: 1024,
  vcpus: 1,
  disk: 25,
  transfer: 1,
  price_monthly,
  price_hourly: price_monthly / 672,
  regions,
  available: true,
  description: "Basic",
  disk_info: [{ type: "local", size: { amount: 25, unit: "gib" } }],
});

/** What DigitalOcean would list if its prices were the catalog's `rows`. */
export function digitalOceanSizes(rows: readonly SkuPrice[], types: readonly InstanceType[]) {
  const slugs = new Set(types.filter(({ provider }) => provider === "digitalocean").map(({ id }) => id));
  const machines = rows.filter(({ provider, skuId }) => provider === "digitalocean" && slugs.has(skuId));
  return [...groupBy(machines, ({ skuId }) => skuId)].map(([slug, [first, ...more]]) =>
    digitalOceanSize(
      slug,
      first?.listUnitPrice ?? 0,
      [first, ...more].map((row) => row?.regionId ?? ""),
    ),
  );
}

const amount = (net: number) => ({ net: net.toFixed(10), gross: (net * 1.19).toFixed(10) });

/** Prices by place, as GET /v1/pricing of Hetzner's lists them. */
export const hetznerPrices = (...prices: [location: string, net: number][]) =>
  prices.map(([location, net]) => ({
    location,
    price_hourly: amount(net / 624),
    price_monthly: amount(net),
    included_traffic: 21990232555520,
    price_per_tb_traffic: amount(1),
  }));

/** The whole answer, with what is not in the catalog, too: floating addresses, larger balancers, IPv6. */
export function hetznerPricing(
  server_types: { name: string; prices: ReturnType<typeof hetznerPrices> }[],
  balancer: [location: string, net: number][],
) {
  return {
    currency: "EUR",
    vat_rate: "19.00",
    floating_ips: [{ type: "ipv4", prices: hetznerPrices(["fsn1", 3]) }],
    image: { price_per_gb_month: amount(0.0143) },
    load_balancer_types: [
      { id: 1, name: "lb11", prices: hetznerPrices(...balancer) },
      { id: 2, name: "lb21", prices: hetznerPrices(["fsn1", 21.9]) },
    ],
    primary_ips: [
      { type: "ipv4", prices: hetznerPrices(["fsn1", 0.5], ["hel1", 0.5]) },
      { type: "ipv6", prices: hetznerPrices(["fsn1", 0]) },
    ],
    server_backup: { percentage: "20.0000000000" },
    server_types,
    volume: { price_per_gb_month: amount(0.0572) },
  };
}

/** What Hetzner would list if its prices were the catalog's `rows`. */
export function hetznerOf(rows: readonly SkuPrice[]) {
  const own = rows.filter(({ provider, customers }) => provider === "hetzner" && customers === "all");
  const pairs = (prices: readonly SkuPrice[]) =>
    prices.map(({ regionId, listUnitPrice }): [string, number] => [regionId, listUnitPrice]);
  const servers = own.filter(({ skuId }) => /^(c[axp]|ccx)/.test(skuId));
  return hetznerPricing(
    [...groupBy(servers, ({ skuId }) => skuId)].map(([name, prices]) => ({
      name,
      prices: hetznerPrices(...pairs(prices)),
    })),
    pairs(own.filter(({ skuId }) => skuId === "lb11")),
  );
}
