import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { type Database, postgresDatabase } from "../../../src/adapters/store/database.ts";
import { openDatabase } from "../../../src/adapters/store/open.ts";
import { pglitePool } from "./pglite-pool.ts";
import type { Address } from "./processes.ts";

/** A database of a test's own, empty. */
export interface Engine {
  /** Opens it anew; the same data each time. */
  open(): Promise<Database>;
  drop(): Promise<void>;
}

/** One that other processes can open, too. */
export interface SharedEngine extends Engine {
  address: Address;
}

export async function sqliteEngine(): Promise<SharedEngine> {
  const dataDir = await mkdtemp(join(tmpdir(), "k8s-advise-store-"));
  const address = { dataDir, databaseUrl: null };
  return {
    open: () => openDatabase(address),
    address,
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** PostgreSQL in this process, as a plain role: a superuser would pass row-level security by. */
export async function pgliteEngine(): Promise<Engine> {
  const db = await PGlite.create();
  await db.exec("create role plain; create schema plain authorization plain; set search_path to plain; set role plain");
  return {
    open: async () => postgresDatabase(pglitePool(db)),
    drop: () => db.close(),
  };
}

/** A schema of its own on a real server, owned by a plain role of its own. */
export async function postgresEngine(server: string): Promise<SharedEngine> {
  const name = `store_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(server, `create role ${name} login`, `create schema ${name} authorization ${name}`);
  const url = new URL(server);
  url.username = name;
  url.password = "";
  url.searchParams.set("options", `-c search_path=${name}`);
  const address = { dataDir: tmpdir(), databaseUrl: url.href };
  return {
    open: () => openDatabase(address),
    address,
    drop: () => onServer(server, `drop schema ${name} cascade`, `drop role ${name}`),
  };
}

async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of a server on which a role may be made, or null where none is reached. */
export async function reachableServer(): Promise<string | null> {
  const users = [process.env["USER"], userInfo().username, "postgres"].filter((user) => user);
  const local = users.map((user) => `postgres://${user}@127.0.0.1:5432/test`);
  const given = process.env["TEST_DATABASE_URL"];
  for (const server of given ? [given] : local) {
    const answers = await onServer(server, "select 1").then(
      () => true,
      () => false,
    );
    if (answers) return server;
  }
  return null;
}
