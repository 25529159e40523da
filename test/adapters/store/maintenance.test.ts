import { mkdtemp, open, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, sqliteDatabase } from "../../../src/adapters/store/database.ts";
import { maintenanceOn } from "../../../src/adapters/store/maintenance.ts";
import { MIGRATIONS, migrate } from "../../../src/adapters/store/migrate.ts";
import { openDatabase, storeOn } from "../../../src/adapters/store/open.ts";
import { pgliteEngine } from "./engines.ts";
import { aDecision, asked, aTenant } from "./samples.ts";

let dataDir: string;
let database: Database;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "k8s-advise-maintenance-"));
  database = await openDatabase({ dataDir, databaseUrl: null });
});
afterEach(async () => {
  await database.close();
  await rm(dataDir, { recursive: true });
});

const PAGE_BYTES = 4096; // https://www.sqlite.org/pragma.html#pragma_page_size
const clock = { now: () => new Date() };
const faults = async (checked = database) => {
  const found: string[] = [];
  for await (const fault of maintenanceOn(checked, { tokenKey: null }).check()) found.push(fault);
  return found;
};

it("finds nothing wrong with a database that is whole", async () => {
  await migrate(database);
  const { estimates, decisions } = storeOn(database, { tokenKey: null, clock });
  const tenant = aTenant();
  for (let n = 0; n < 150; n++) await estimates.put(tenant, asked(`e${n}`)); // more than a page
  await decisions.record(tenant, aDecision("d1"));
  expect(await faults()).toEqual([]);
});

it("names what is wrong with the tables before it reads any row", async () => {
  await migrate(database, MIGRATIONS.slice(0, 2));
  expect(await faults()).toEqual([expect.stringContaining("older than this program")]);
});

it("names a file whose bytes were altered", async () => {
  await migrate(database);
  const { estimates } = storeOn(database, { tokenKey: null, clock });
  for (let n = 0; n < 50; n++) await estimates.put(aTenant(), asked(`e${n}`));
  await database.close();
  const path = join(dataDir, "k8s-advise.sqlite");
  const file = await open(path, "r+");
  const { size } = await stat(path);
  const last = size - 4 * PAGE_BYTES; // estimates: the tables' own description stands before them
  for (let at = last; at < size; at += PAGE_BYTES) await file.write(Buffer.alloc(16, 0xff), 0, 16, at); // the pages' heads
  await file.close();
  database = await openDatabase({ dataDir, databaseUrl: null });
  expect((await faults()).join(" ")).toMatch(/page \d+|malformed/i);
});

it("names a table that lost its row-level security", async () => {
  const engine = await pgliteEngine();
  const postgres = await engine.open();
  await migrate(postgres);
  expect(await faults(postgres)).toEqual([]);
  await sql`alter table vote no force row level security`.execute(postgres.rows);
  expect(await faults(postgres)).toEqual(["The table vote has lost its row-level security."]);
  await expect(maintenanceOn(postgres, { tokenKey: null }).backup("/nowhere")).rejects.toMatchObject({
    hint: expect.stringContaining("pg_dump"),
  });
  await engine.drop();
});

it("copies a database that is being written to, whole and for nobody else to read", async () => {
  await migrate(database);
  const { estimates } = storeOn(database, { tokenKey: null, clock });
  const tenant = aTenant();
  for (let n = 0; n < 40; n++) await estimates.put(tenant, asked(`before-${n}`));
  const copy = join(dataDir, "copy.sqlite");
  const [bytes] = await Promise.all([
    maintenanceOn(database, { tokenKey: null }).backup(copy),
    ...Array.from({ length: 40 }, (_, n) => estimates.put(tenant, asked(`meanwhile-${n}`))),
  ]);
  expect((await stat(copy)).size).toBe(bytes);
  expect((await stat(copy)).mode & 0o777).toBe(0o600);
  const restored = sqliteDatabase(copy);
  expect(await faults(restored)).toEqual([]);
  const store = storeOn(restored, { tokenKey: null, clock });
  for (let n = 0; n < 40; n++) expect(await store.estimates.get(tenant, `before-${n}`)).not.toBeNull();
  await restored.close();
});

it("never writes over a file, and leaves none behind when the copy fails", async () => {
  await migrate(database);
  const there = join(dataDir, "there");
  await writeFile(there, "mine");
  await expect(maintenanceOn(database, { tokenKey: null }).backup(there)).rejects.toThrow("already");
  const nowhere = join(dataDir, "no", "such", "folder");
  await expect(maintenanceOn(database, { tokenKey: null }).backup(nowhere)).rejects.toThrow();
  await expect(stat(`${nowhere}.part`)).rejects.toThrow("ENOENT");
});
