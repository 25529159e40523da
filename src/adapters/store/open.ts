import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { AuditTrail, DataStore, Departures } from "../../app/ports/data.ts";
import type { DecisionStore } from "../../app/ports/decisions.ts";
import type { EstimateStore } from "../../app/ports/estimates.ts";
import type { JobQueue, Receipts } from "../../app/ports/job-queue.ts";
import type { CatalogVersions } from "../../app/ports/prices.ts";
import type { Clock, Log } from "../../app/ports/process.ts";
import type { RateLimits } from "../../app/ports/rate-limits.ts";
import type { InstallationStore, SessionStore } from "../../app/ports/sessions.ts";
import type { SettingsStore } from "../../app/ports/settings.ts";
import type { ThreadStore, VoteStore } from "../../app/ports/threads.ts";
import { auditTrail } from "./audit.ts";
import { catalogVersions } from "./catalog-versions.ts";
import { dataStore } from "./data.ts";
import { type Database, postgresDatabase, sqliteDatabase } from "./database.ts";
import { decisionStore } from "./decisions.ts";
import { departures } from "./departures.ts";
import { estimateStore } from "./estimates.ts";
import { inWords } from "./failure.ts";
import { installationStore } from "./installations.ts";
import { jobQueue } from "./job-queue.ts";
import { DATABASE_LIMITS, type DatabaseLimits } from "./limits.ts";
import { migrate } from "./migrate.ts";
import { connect } from "./postgres-pool.ts";
import { rateLimits } from "./rate-limits.ts";
import { readiness } from "./ready.ts";
import { receipts } from "./receipts.ts";
import { sealKeys } from "./seal.ts";
import { sessionStore } from "./sessions.ts";
import { settingsStore } from "./settings.ts";
import { threadStore } from "./threads.ts";
import { voteStore } from "./votes.ts";

export interface StoreSettings {
  /** Where the SQLite file lives; made if it is not there. ":memory:" keeps nothing. */
  dataDir: string;
  /** PostgreSQL's address, or null for SQLite. */
  databaseUrl: string | null;
  /** How long PostgreSQL is waited for. */
  limits?: DatabaseLimits;
  /** Keys of 32 bytes in base64 or hexadecimal, with commas between: the first seals, all open. Null where none are kept. */
  tokenKey: string | null;
  clock: Clock;
  /** Told of damaged rows; left out: nobody is. */
  log?: Log;
}

export interface Store {
  estimates: EstimateStore;
  threads: ThreadStore;
  votes: VoteStore;
  decisions: DecisionStore;
  settings: SettingsStore;
  receipts: Receipts;
  jobs: JobQueue;
  installations: InstallationStore;
  data: DataStore;
  audit: AuditTrail;
  rateLimits: RateLimits;
  sessions: SessionStore;
  departures: Departures;
  catalogVersions: CatalogVersions;
  /** Resolves when the database takes changes and its tables are this version's, throws when not. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The store, its tables up to date. @throws when the database cannot be reached or the key is no key. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const database = await openDatabase(settings);
  try {
    await migrate(database);
    return storeOn(database, settings);
  } catch (error) {
    await database.close();
    throw inWords(error);
  }
}

const NOBODY: Log = { info() {}, warn() {}, error() {} };

/** Every port on one database whose tables are up to date. */
export function storeOn(
  database: Database,
  { tokenKey, clock, log = NOBODY }: Pick<StoreSettings, "tokenKey" | "clock" | "log">,
): Store {
  return {
    estimates: estimateStore(database, log),
    threads: threadStore(database),
    votes: voteStore(database),
    decisions: decisionStore(database, log),
    settings: settingsStore(database, log),
    receipts: receipts(database, clock),
    jobs: jobQueue(database, clock),
    installations: installationStore(database, tokenKey === null ? [] : sealKeys(tokenKey)),
    data: dataStore(database),
    audit: auditTrail(database),
    rateLimits: rateLimits(database),
    sessions: sessionStore(database, clock),
    departures: departures(database),
    catalogVersions: catalogVersions(database),
    ready: readiness(database),
    close: () => database.close(),
  };
}

/** The database that the settings name, its tables as they are found. */
export async function openDatabase({
  dataDir,
  databaseUrl,
  limits = DATABASE_LIMITS,
}: Pick<StoreSettings, "dataDir" | "databaseUrl" | "limits">): Promise<Database> {
  if (databaseUrl !== null) return postgresDatabase(await connect(databaseUrl, limits), limits);
  if (dataDir === ":memory:") return sqliteDatabase(dataDir);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 }); // what teams ask is nobody else's business on this machine
    return sqliteDatabase(join(dataDir, "k8s-advise.sqlite"));
  } catch (error) {
    throw inWords(error);
  }
}
