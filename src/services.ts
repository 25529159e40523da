import { folderUpdates, urlUpdates } from "./adapters/catalog/updates.ts";
import type { Desk } from "./adapters/cli/desk.ts";
import { fileReaderPool } from "./adapters/files/pool.ts";
import { storeMaintenance } from "./adapters/store/maintenance.ts";
import { openStore, type Store } from "./adapters/store/open.ts";
import { type Advisor, advisor } from "./app/advisor.ts";
import type { Conversation } from "./app/conversation.ts";
import { converse } from "./app/converse.ts";
import { type Library, library } from "./app/knowledge.ts";
import { liveCatalog } from "./app/live-catalog.ts";
import { planner } from "./app/planner.ts";
import type { StoreMaintenance } from "./app/ports/data.ts";
import type { FileReader } from "./app/ports/files.ts";
import type { Clock, Log } from "./app/ports/process.ts";
import { CAPABILITIES } from "./capabilities.ts";
import { catalogOf, pricingFolder } from "./catalog-of.ts";
import type { Config } from "./config.ts";
import { plannerPool } from "./planner-pool.ts";

/** The use cases, on a catalog and a store. */
export interface Services {
  advisor: Advisor;
  library: Library;
  conversation: Conversation;
  files: FileReader;
  store: Store;
  /** Looks for a newer catalog once. */
  checkCatalog(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the store, and everything that stands on it. */
export async function openServices(config: Config, clock: Clock, log: Log): Promise<Services> {
  const data = catalogOf(config);
  const { dataDir, databaseUrl, limits, tokenKey, catalogUrl, catalogCheckMs } = config;
  const store = await openStore({ dataDir, databaseUrl, limits, tokenKey, clock, log });
  const updates = catalogUrl === null ? folderUpdates(pricingFolder(config), clock) : urlUpdates(catalogUrl, clock);
  const noticeMs = databaseUrl === null ? 0 : 2 * catalogCheckMs; // only one process has an SQLite file
  const live = liveCatalog(data, { updates, versions: store.catalogVersions, noticeMs, clock, log });
  const shelves = library(live, clock);
  const { estimates, settings } = store;
  const plans = plannerPool(live, config.pricingDir);
  const advising = advisor({ library: shelves, planner: planner(shelves, plans), estimates, settings, clock });
  const files = fileReaderPool();
  const conversation = converse({
    ...store,
    advisor: advising,
    library: shelves,
    files,
    clock,
    capabilities: CAPABILITIES,
  });
  const close = async () => {
    await Promise.all([files.close(), plans.close(), updates.close()]);
    await store.close();
  };
  return { advisor: advising, library: shelves, conversation, files, store, checkCatalog: live.check, close };
}

/** The same for one command line. */
export async function openDesk(config: Config, clock: Clock, log: Log): Promise<Desk> {
  const { advisor, library, conversation, files, store, close } = await openServices(config, clock, log);
  const { threads, data, audit, sessions } = store;
  return { advisor, library, conversation, files, threads, data, audit, sessions, clock, close };
}

/** The store as an operator looks after it. */
export function openMaintenance({ dataDir, databaseUrl, limits, tokenKey }: Config): Promise<StoreMaintenance> {
  return storeMaintenance({ dataDir, databaseUrl, limits, tokenKey });
}
