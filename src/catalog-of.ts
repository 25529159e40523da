import { fileURLToPath } from "node:url";
import { compiledCatalog } from "./adapters/catalog/compiled.ts";
import { readCatalog } from "./adapters/catalog/yaml.ts";
import type { Config } from "./config.ts";
import type { CatalogData } from "./core/catalog/catalog.ts";

/** Where the catalog of the settings lies; left out, the one that comes with the program. */
export const pricingFolder = ({ pricingDir }: Pick<Config, "pricingDir">): string =>
  pricingDir ?? fileURLToPath(new URL("../pricing", import.meta.url));

/** The catalog of the settings; the one that comes with the program is read as the build compiled it. */
export function catalogOf(config: Pick<Config, "pricingDir">): CatalogData {
  const folder = pricingFolder(config);
  return compiledCatalog(new URL("catalog.json", import.meta.url), folder) ?? readCatalog(folder);
}
