import type { PriceSource } from "../../app/ports.ts";
import { type AzurePrices, azurePrices } from "./azure/fetch.ts";

/** The providers whose price lists can be read, and what reading each takes. */
export interface SourceSettings {
  azure: AzurePrices;
}

/** Every price list that is known, in the order in which they are asked. */
export const priceSources = ({ azure }: SourceSettings): PriceSource[] => [azurePrices(azure)];
