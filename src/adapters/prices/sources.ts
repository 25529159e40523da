import type { PriceSource } from "../../app/ports/prices.ts";
import { type AwsPrices, awsPrices } from "./aws/fetch.ts";
import { type AzurePrices, azurePrices } from "./azure/fetch.ts";
import { type DigitalOceanPrices, digitalOceanPrices } from "./digitalocean/fetch.ts";
import { type GooglePrices, googlePrices } from "./gcp/fetch.ts";
import { type HetznerPrices, hetznerPrices } from "./hetzner/fetch.ts";
import { type OvhPrices, ovhPrices } from "./ovh/fetch.ts";
import { type ScalewayPrices, scalewayPrices } from "./scaleway/fetch.ts";

/** The providers whose price lists can be read, and what reading each takes. */
export interface SourceSettings {
  aws: AwsPrices;
  azure: AzurePrices;
  digitalocean: DigitalOceanPrices;
  gcp: GooglePrices;
  hetzner: HetznerPrices;
  ovh: OvhPrices;
  scaleway: ScalewayPrices;
}

/** Every price list that is known, in the order in which they are asked. */
export const priceSources = ({
  aws,
  azure,
  digitalocean,
  gcp,
  hetzner,
  ovh,
  scaleway,
}: SourceSettings): PriceSource[] => [
  awsPrices(aws),
  azurePrices(azure),
  digitalOceanPrices(digitalocean),
  googlePrices(gcp),
  hetznerPrices(hetzner),
  ovhPrices(ovh),
  scalewayPrices(scaleway),
];
