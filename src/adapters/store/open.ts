import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Pool } from "pg";
import type {
  Clock,
  DataStore,
  DecisionStore,
  EstimateStore,
  Inbox,
  InstallationStore,
  Receipts,
  SettingsStore,
  ThreadStore,
  VoteStore,
} from "../../app/ports.ts";
import { dataStore } from "./data.ts";
import { type Database, postgresDatabase, sqliteDatabase } from "./database.ts";
import { decisionStore } from "./decisions.ts";
import { estimateStore } from "./estimates.ts";
import { inbox } from "./inbox.ts";
import { installationStore } from "./installations.ts";
import { checkSchema, migrate } from "./migrate.ts";
import { receipts } from "./receipts.ts";
import { sealKey } from "./seal.ts";
import { settingsStore } from "./settings.ts";
import { threadStore } from "./threads.ts";
import { voteStore } from "./votes.ts";

export interface StoreSettings {
  /** Where the SQLite file lives; made if it is not there. ":memory:" keeps nothing. */
  dataDir: string;
  /** PostgreSQL's address, or null for SQLite. */
  databaseUrl: string | null;
  /** 32 bytes in base64 or hexadecimal, or null where no installations are kept. */
  tokenKey: string | null;
  clock: Clock;
}

export interface Store {
  estimates: EstimateStore;
  threads: ThreadStore;
  votes: VoteStore;
  decisions: DecisionStore;
  settings: SettingsStore;
  receipts: Receipts;
  inbox: Inbox;
  installations: InstallationStore;
  data: DataStore;
  /** Resolves when the database answers and its tables are this version's, throws when not. */
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
    await database.rows.destroy();
    throw error;
  }
}

/** Every port on one database whose tables are up to date. */
export function storeOn(database: Database, { tokenKey, clock }: Pick<StoreSettings, "tokenKey" | "clock">): Store {
  return {
    estimates: estimateStore(database),
    threads: threadStore(database),
    votes: voteStore(database),
    decisions: decisionStore(database),
    settings: settingsStore(database),
    receipts: receipts(database, clock),
    inbox: inbox(database, clock),
    installations: installationStore(database, tokenKey === null ? null : sealKey(tokenKey)),
    data: dataStore(database),
    ready: () => checkSchema(database),
    close: () => database.rows.destroy(),
  };
}

/** How long to wait for a connection before saying that there is none. */
const CONNECT_MS = 5_000;

/** After this the server ends a transaction whose process fell silent, so that its locks do not stop the others. */
const SILENT_MS = 30_000;

/** The database that the settings name, its tables as they are found. */
export async function openDatabase({
  dataDir,
  databaseUrl,
}: Pick<StoreSettings, "dataDir" | "databaseUrl">): Promise<Database> {
  if (databaseUrl !== null) return postgresDatabase(await connect(databaseUrl));
  if (dataDir === ":memory:") return sqliteDatabase(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 }); // what teams ask is nobody else's business on this machine
  return sqliteDatabase(join(dataDir, "k8s-advise.sqlite"));
}

async function connect(connectionString: string): Promise<Pool> {
  const { default: pg } = await import("pg"); // most run without it
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: SILENT_MS,
  });
  // A connection lost while nobody waits on it must not end the process: whoever uses it next hears of it, or gets another.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
