import type { RefreshRequest, RefreshResult } from "../../app/refresh-catalog.ts";
import type { CatalogData } from "../../core/catalog/catalog.ts";
import type { Io } from "./io.ts";

export interface CatalogParts {
  io: Io;
  /** Reads and checks the files. Rejects with every fault. */
  catalog: () => Promise<CatalogData>;
  /** Asks providers for their prices, and writes what is new. */
  refresh: (request: RefreshRequest) => Promise<RefreshResult>;
  today: () => string;
}
