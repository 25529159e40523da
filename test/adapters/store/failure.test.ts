import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { type PostgresPool, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, postgresDatabase } from "../../../src/adapters/store/database.ts";
import { migrate } from "../../../src/adapters/store/migrate.ts";
import { openDatabase, storeOn } from "../../../src/adapters/store/open.ts";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "./engines.ts";
import { pglitePool } from "./pglite-pool.ts";
import { ann, asked, aTenant } from "./samples.ts";

const settings = { tokenKey: null, clock: { now: () => new Date() } };
const full = { name: "UnavailableError", message: "The disk is full, so nothing can be kept." };
const busy = { name: "UnavailableError", message: "The database is too busy to answer in time." };
const unreachable = { name: "UnavailableError", message: "The database cannot be reached." };

describe("a full disk under SQLite", () => {
  it("is called that, keeps nothing of what did not fit, and is forgotten once there is room", async () => {
    const engine = await sqliteEngine();
    const database = await engine.open();
    await migrate(database);
    const store = storeOn(database, settings);
    const tenant = aTenant();
    const fill = (n: number) => store.estimates.put(tenant, asked(`e${n}`, { ...ann, name: "x".repeat(50_000) }));
    await fill(1);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.rows);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(database.rows);
    await expect(fill(2)).rejects.toMatchObject({ ...full, hint: expect.stringContaining("make room") });
    expect(await store.estimates.get(tenant, "e2")).toBeNull();
    expect(await store.estimates.get(tenant, "e1")).not.toBeNull();
    await sql`pragma max_page_count = 1000000`.execute(database.rows);
    await fill(2);
    expect(await store.estimates.get(tenant, "e2")).not.toBeNull();
    await store.close();
    await engine.drop();
  });

  it.skipIf(!mayMount())("fails readiness and questions in words on a disk that is really full", async () => {
    const folder = mkdtempSync(join(tmpdir(), "k8s-advise-full-"));
    const child = new URL("full-disk.ts", import.meta.url).pathname;
    const run = new URL("../../run-typescript.mjs", import.meta.url).pathname;
    const mount = `mount -t tmpfs -o size=2m none ${folder} && exec ${process.execPath} --import ${run} ${child} ${folder}`;
    const said = await output(spawn("unshare", ["--mount", "--map-root-user", "sh", "-c", mount]));
    expect(JSON.parse(said)).toEqual({ put: full.message, ready: full.message, readable: true, afterwards: "ready" });
  });
});

/** Whether this machine lets a process have a disk of its own, as few containers do. */
function mayMount(): boolean {
  try {
    execFileSync("unshare", ["--mount", "--map-root-user", "sh", "-c", "mount -t tmpfs none /mnt"], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

async function output(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stdout ?? []) said += String(part);
  return said;
}

describe("what is lost with a connection", () => {
  /** The pool of a real engine, whose connection is lost right after the statement that starts with `at` was run. */
  const losing = (pool: PostgresPool, at: string): PostgresPool => ({
    ...pool,
    connect: async () => {
      const client = await pool.connect();
      const query = async (text: string, values: readonly unknown[]) => {
        const answer = await client.query(text, values);
        if (text.startsWith(at)) throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
        return answer;
      };
      return { query: query as typeof client.query, release: () => client.release() };
    },
  });
  const count = async (at: string) => {
    const db = await PGlite.create();
    await db.exec("create table kept (n integer)");
    let runs = 0;
    const write = postgresDatabase(losing(pglitePool(db), at)).write("slack:T1", async (rows) => {
      runs += 1;
      await sql`insert into kept values (1)`.execute(rows);
    });
    await expect(write).rejects.toMatchObject(unreachable);
    const { rows } = await db.query("select n from kept");
    await db.close();
    return { runs, kept: rows.length };
  };

  it("is tried once more before its commit", async () => expect(await count("insert")).toEqual({ runs: 2, kept: 0 }));
  it("is told after it: nobody knows whether it holds", async () =>
    expect(await count("commit")).toEqual({ runs: 1, kept: 1 }));
});

const server = await reachableServer();
describe.skipIf(server === null)("the limits on a PostgreSQL server", () => {
  const limits = { connectMs: 1_000, statementMs: 400, lockMs: 200, idleMs: 30_000 };
  let engine: SharedEngine;
  let database: Database;
  beforeAll(async () => {
    engine = await postgresEngine(server ?? "");
    database = await openDatabase({ ...engine.address, limits });
    await migrate(database);
  });
  afterAll(async () => {
    await database?.close();
    await engine?.drop();
  });

  /** Holds every row of the receipts until the promise it gives is called. */
  const held = async () => {
    const other = await engine.open();
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    let locked = () => {};
    const isLocked = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const holding = other.rows.transaction().execute(async (rows) => {
      await sql`lock table receipt`.execute(rows);
      locked();
      await until;
    });
    await isLocked;
    return async () => {
      release();
      await holding;
      await other.close();
    };
  };

  it("do not wait for a lock longer than twice, say so, and fail readiness meanwhile", async () => {
    const store = storeOn(database, settings);
    const letGo = await held();
    const started = performance.now();
    await expect(store.receipts.claim(aTenant(), "Ev1")).rejects.toMatchObject(busy);
    expect(performance.now() - started).toBeGreaterThan(2 * limits.lockMs - 20);
    expect(performance.now() - started).toBeLessThan(4 * limits.lockMs);
    await expect(store.ready()).rejects.toMatchObject(busy);
    await letGo();
    expect(await store.receipts.claim(aTenant(), "Ev1")).toBe(true);
  });

  it("try once more, so that a short lock is never noticed", async () => {
    const letGo = await held();
    const claim = storeOn(database, settings).receipts.claim(aTenant(), "Ev1");
    await setTimeout(1.5 * limits.lockMs);
    await letGo();
    expect(await claim).toBe(true);
  });

  it("cut a statement that takes too long", async () => {
    let tries = 0;
    const slow = database.read("slack:T1", (rows) => {
      tries += 1;
      return sql`select pg_sleep(5)`.execute(rows);
    });
    await expect(slow).rejects.toMatchObject(busy);
    expect(tries).toBe(2);
  });

  it("do not hold for migrations", async () => {
    const slow = { name: "998-slow", statements: () => ["select pg_sleep(0.6)", "drop table receipt"] };
    const letGo = await held();
    const migrating = migrate(database, [slow]);
    await setTimeout(2 * limits.lockMs);
    await letGo();
    expect(await migrating).toEqual(["998-slow"]);
    await sql`delete from migration where name = '998-slow'`.execute(database.rows);
  });

  it("give up on a server that fell silent", async () => {
    const wire = await cuttableWire(new URL(engine.address.databaseUrl ?? ""));
    const far = await openDatabase({ dataDir: "", databaseUrl: wire.url, limits });
    const ask = () => far.read("slack:T1", (rows) => sql`select 1`.execute(rows));
    await ask();
    wire.cut();
    await expect(ask()).rejects.toMatchObject(unreachable);
    wire.mend();
    await ask();
    await far.close();
    wire.close();
  });
});

/** A way to the server that stays open and lets nothing through once it is cut, as a lost network does. */
async function cuttableWire(to: URL) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    sockets.add(near).add(far);
    near.on("data", (data) => isCut || far.write(data)).on("error", () => {});
    far.on("data", (data) => isCut || near.write(data)).on("error", () => {});
    near.on("close", () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(to);
  if (typeof address === "object" && address) url.port = String(address.port);
  return {
    url: url.href,
    cut: () => {
      isCut = true;
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
