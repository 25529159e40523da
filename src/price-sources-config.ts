import { z } from "zod";

const Address = (standard: string) =>
  z.url({ protocol: /^https?$/, error: "must be an http or https address" }).default(standard);
const Key = z.string().optional();

/** Where `catalog refresh` asks for prices, and with what, as it stands in the environment. */
export const PRICE_SETTINGS = {
  AWS_PRICES_URL: Address("https://pricing.us-east-1.amazonaws.com"),
  AWS_SPOT_URL: Address("https://website.spot.ec2.aws.a2z.com/spot.json"),
  AZURE_PRICES_URL: Address("https://prices.azure.com"),
  DIGITALOCEAN_API_URL: Address("https://api.digitalocean.com"),
  DIGITALOCEAN_TOKEN: Key,
  GOOGLE_BILLING_URL: Address("https://cloudbilling.googleapis.com"),
  GOOGLE_API_KEY: Key,
  HETZNER_API_URL: Address("https://api.hetzner.cloud/v1"),
  HETZNER_TOKEN: Key,
  OVH_API_URL: Address("https://eu.api.ovh.com"),
  SCALEWAY_API_URL: Address("https://api.scaleway.com"),
};

const Settings = z.object(PRICE_SETTINGS);
type PriceEnvironment = z.infer<typeof Settings>;

/** The addresses of the providers' price lists, and their keys; null: none is set. */
export interface PriceSourcesConfig {
  aws: { url: string; spotUrl: string };
  azure: { url: string };
  digitalocean: { url: string; token: string | null };
  gcp: { url: string; key: string | null };
  hetzner: { url: string; token: string | null };
  ovh: { url: string };
  scaleway: { url: string };
}

/** Those settings, by provider. */
export const priceSourcesConfig = (env: PriceEnvironment): PriceSourcesConfig => ({
  aws: { url: env.AWS_PRICES_URL, spotUrl: env.AWS_SPOT_URL },
  azure: { url: env.AZURE_PRICES_URL },
  digitalocean: { url: env.DIGITALOCEAN_API_URL, token: env.DIGITALOCEAN_TOKEN ?? null },
  gcp: { url: env.GOOGLE_BILLING_URL, key: env.GOOGLE_API_KEY ?? null },
  hetzner: { url: env.HETZNER_API_URL, token: env.HETZNER_TOKEN ?? null },
  ovh: { url: env.OVH_API_URL },
  scaleway: { url: env.SCALEWAY_API_URL },
});

/** The keys that no log line may show. */
export const priceSecrets = (env: PriceEnvironment) => [env.DIGITALOCEAN_TOKEN, env.GOOGLE_API_KEY, env.HETZNER_TOKEN];
