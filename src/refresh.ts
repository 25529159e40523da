import { catalogFolder } from "./adapters/catalog/folder.ts";
import { priceSources } from "./adapters/prices/sources.ts";
import { type RefreshRequest, type RefreshResult, refreshCatalog } from "./app/refresh-catalog.ts";
import { pricingFolder } from "./catalog-of.ts";
import type { Config } from "./config.ts";

/** Reads the catalog of the settings anew from its providers. */
export const refresh = (
  config: Config,
  request: RefreshRequest,
  progress: (text: string | null) => void,
): Promise<RefreshResult> =>
  refreshCatalog(request, {
    sources: priceSources(config.priceSources),
    folder: catalogFolder(pricingFolder(config)),
    progress,
  });
