import { z } from "zod";

const Address = (standard: string) =>
  z.url({ protocol: /^https?$/, error: "must be an http or https address" }).default(standard);

/** Where `catalog refresh` asks for prices, as it stands in the environment. */
export const PRICE_SETTINGS = {
  AZURE_PRICES_URL: Address("https://prices.azure.com"),
};

const Settings = z.object(PRICE_SETTINGS);

/** The addresses of the providers' price lists. */
export interface PriceSourcesConfig {
  azure: { url: string };
}

/** Those settings, by provider. */
export const priceSourcesConfig = (env: z.infer<typeof Settings>): PriceSourcesConfig => ({
  azure: { url: env.AZURE_PRICES_URL },
});
