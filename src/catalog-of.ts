import { fileURLToPath } from "node:url";
import { compiledCatalog } from "./adapters/catalog/compiled.ts";
import { readCatalog } from "./adapters/catalog/yaml.ts";
import type { Config } from "./config.ts";
import type { CatalogData } from "./core/catalog.ts";

/** The catalog of the settings; the one that comes with the program is read as the build compiled it. */
export function catalogOf({ pricingDir }: Pick<Config, "pricingDir">): CatalogData {
  const folder = pricingDir ?? fileURLToPath(new URL("../pricing", import.meta.url));
  return compiledCatalog(new URL("catalog.json", import.meta.url), folder) ?? readCatalog(folder);
}
