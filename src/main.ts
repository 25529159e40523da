#!/usr/bin/env node
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { compiledCatalog } from "./adapters/catalog/compiled.ts";
import { readCatalog } from "./adapters/catalog/yaml.ts";
import type { Desk } from "./adapters/cli/desk.ts";
import type { Io } from "./adapters/cli/io.ts";
import { runCli } from "./adapters/cli/program.ts";
import { kubernetesManifests } from "./adapters/manifest/kubernetes.ts";
import { migrate } from "./adapters/store/migrate.ts";
import { openDatabase, openStore, type Store } from "./adapters/store/open.ts";
import { type Advisor, advisor } from "./app/advisor.ts";
import type { Conversation } from "./app/conversation.ts";
import { converse } from "./app/converse.ts";
import { type Library, library } from "./app/knowledge.ts";
import type { Clock } from "./app/ports.ts";
import { type Config, readConfig } from "./config.ts";
import type { CatalogData } from "./core/catalog.ts";

const clock: Clock = { now: () => new Date() };
const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  readFile: (path) => readFile(path, "utf8"),
  colour: process.stdout.isTTY === true && process.stdout.getColorDepth() > 1,
};

/** The use cases, on a catalog and a store. */
export interface Core {
  advisor: Advisor;
  library: Library;
  conversation: Conversation;
  store: Store;
}

function catalogOf(config: Config): CatalogData {
  const folder = config.pricingDir ?? fileURLToPath(new URL("../pricing", import.meta.url));
  return compiledCatalog(new URL("catalog.json", import.meta.url), folder) ?? readCatalog(folder);
}

async function open(config: Config): Promise<Core> {
  const data = catalogOf(config);
  const { dataDir, databaseUrl, tokenKey } = config;
  const store = await openStore({ dataDir, databaseUrl, tokenKey, clock });
  const shelves = library({ current: () => data }, clock);
  const { estimates, settings } = store;
  const advising = advisor({ library: shelves, estimates, settings, clock });
  const conversation = converse({
    ...store,
    advisor: advising,
    library: shelves,
    manifests: kubernetesManifests,
    clock,
  });
  return { advisor: advising, library: shelves, conversation, store };
}

async function desk(config: Config): Promise<Desk> {
  const { advisor, library, conversation, store } = await open(config);
  const { threads, data } = store;
  return { advisor, library, conversation, threads, data, clock, close: () => store.close() };
}

async function migrateStore(config: Config): Promise<string[]> {
  const database = await openDatabase(config);
  try {
    return await migrate(database);
  } finally {
    await database.rows.destroy();
  }
}

/** Whoever reads the answer may stop early, as `head` does: that is no failure. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

async function run(): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = () => readConfig();
  return runCli(process.argv.slice(2), {
    io,
    version,
    catalog: () => catalogOf(config()),
    today: () => clock.now().toISOString().slice(0, 10),
    desk: () => desk(config()),
    migrate: () => migrateStore(config()),
    serve: async () => {
      const { serve } = await import("./serve.ts");
      await serve(config(), open);
    },
  });
}

process.stdout.on("error", leaveWhenNobodyReads);
process.stderr.on("error", leaveWhenNobodyReads);
process.exitCode = await run();
