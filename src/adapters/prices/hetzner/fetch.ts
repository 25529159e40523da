import type { PriceSource } from "../../../app/ports/prices.ts";
import { below, getJson, type Patience } from "../http.ts";
import { LISTED, Pricing, pricesOf } from "./map.ts";

export interface HetznerPrices {
  url: string;
  token: string | null;
  patience?: Patience;
}

/** Hetzner Cloud's API. A token of any project will do: it is only read with. */
export function hetznerPrices({ url, token, patience }: HetznerPrices): PriceSource {
  return {
    provider: "hetzner",
    source: "https://docs.hetzner.cloud/reference/cloud#pricing",
    via: "Hetzner Cloud API",
    listed: LISTED,
    missing: token === null ? "HETZNER_TOKEN" : null,
    async fetch({ regions }) {
      const headers = { authorization: `Bearer ${token ?? ""}` };
      return pricesOf(await getJson(below(url, "/pricing"), Pricing, headers, patience), regions);
    },
  };
}
