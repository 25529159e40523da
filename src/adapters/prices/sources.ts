import type { PriceSource } from "../../app/ports.ts";
import { type AwsPrices, awsPrices } from "./aws/fetch.ts";
import { type AzurePrices, azurePrices } from "./azure/fetch.ts";

/** The providers whose price lists can be read, and what reading each takes. */
export interface SourceSettings {
  aws: AwsPrices;
  azure: AzurePrices;
}

/** Every price list that is known, in the order in which they are asked. */
export const priceSources = ({ aws, azure }: SourceSettings): PriceSource[] => [awsPrices(aws), azurePrices(azure)];
