import { z } from "zod";

const Address = (standard: string) =>
  z.url({ protocol: /^https?$/, error: "must be an http or https address" }).default(standard);

/** Where `catalog refresh` asks for prices, as it stands in the environment. */
export const PRICE_SETTINGS = {
  AWS_PRICES_URL: Address("https://pricing.us-east-1.amazonaws.com"),
  AWS_SPOT_URL: Address("https://website.spot.ec2.aws.a2z.com/spot.json"),
  AZURE_PRICES_URL: Address("https://prices.azure.com"),
};

const Settings = z.object(PRICE_SETTINGS);

/** The addresses of the providers' price lists. */
export interface PriceSourcesConfig {
  aws: { url: string; spotUrl: string };
  azure: { url: string };
}

/** Those settings, by provider. */
export const priceSourcesConfig = (env: z.infer<typeof Settings>): PriceSourcesConfig => ({
  aws: { url: env.AWS_PRICES_URL, spotUrl: env.AWS_SPOT_URL },
  azure: { url: env.AZURE_PRICES_URL },
});
