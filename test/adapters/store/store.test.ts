import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/adapters/store/database.ts";
import { migrate } from "../../../src/adapters/store/migrate.ts";
import { type Store, storeOn } from "../../../src/adapters/store/open.ts";
import { keepsAnAuditTrail } from "./conformance/audit.ts";
import { agreesOnACatalog } from "./conformance/catalog-versions.ts";
import { outlivesDamage } from "./conformance/damage.ts";
import { answersForItsData } from "./conformance/data.ts";
import { takesDecisionsBack } from "./conformance/decision-undo.ts";
import { keepsDecisions } from "./conformance/decisions.ts";
import { erasesWhoLeft } from "./conformance/departures.ts";
import { keepsEstimates } from "./conformance/estimates.ts";
import { keepsInstallations } from "./conformance/installations.ts";
import { isolatesTenants } from "./conformance/isolation.ts";
import { queuesJobs } from "./conformance/job-queue.ts";
import { limitsRates } from "./conformance/rate-limits.ts";
import { givesReceipts } from "./conformance/receipts.ts";
import { hidesRows } from "./conformance/row-level-security.ts";
import { keepsSessions } from "./conformance/sessions.ts";
import { keepsSettings } from "./conformance/settings.ts";
import { keepsThreads } from "./conformance/threads.ts";
import { countsVotes } from "./conformance/votes.ts";
import { type Engine, pgliteEngine, postgresEngine, reachableServer, sqliteEngine } from "./engines.ts";
import { aTenant } from "./samples.ts";

const server = await reachableServer();
const engines = [
  { name: "SQLite", make: sqliteEngine },
  { name: "PGlite", make: pgliteEngine },
  ...(server === null ? [] : [{ name: "PostgreSQL", make: () => postgresEngine(server) }]),
];
const missing = server === null ? "; no PostgreSQL server was reached, set TEST_DATABASE_URL to name one" : "";
process.stdout.write(`The store's suite runs on ${engines.map(({ name }) => name).join(", ")}${missing}.\n`);

describe.each(engines)("the store on $name", ({ name, make }) => {
  let engine: Engine;
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    engine = await make();
    database = await engine.open();
    await migrate(database);
    store = storeOn(database, { tokenKey: "ab".repeat(32), clock: { now: () => new Date() } });
  });
  afterAll(async () => {
    await store?.close();
    await engine?.drop();
  });

  it("is ready", () => expect(store.ready()).resolves.toBeUndefined());
  it("has nothing to migrate the second time", async () => expect(await migrate(database)).toEqual([]));

  describe("estimates", () => keepsEstimates(() => store.estimates));
  describe("threads", () => keepsThreads(() => store.threads));
  describe("votes", () => countsVotes(() => store));
  describe("decisions", () => keepsDecisions(() => store));
  describe("decisions taken back", () => takesDecisionsBack(() => store));
  describe("settings", () => keepsSettings(() => store.settings));
  describe("receipts", () => givesReceipts(() => store.receipts));
  describe("jobs", () =>
    queuesJobs(
      (clock) => storeOn(database, { tokenKey: null, clock }),
      () => database,
    ));
  describe("installations", () =>
    keepsInstallations(
      () => store,
      () => database,
    ));
  describe("data", () => answersForItsData(() => store));
  describe("audit trail", () => keepsAnAuditTrail(() => store));
  describe("catalog versions", () => agreesOnACatalog(() => store.catalogVersions));
  describe("rate limits", () =>
    limitsRates(
      () => storeOn(database, { tokenKey: null, clock: { now: () => new Date() } }).rateLimits,
      () => database,
    ));
  describe("sessions", () =>
    keepsSessions(
      (clock) => storeOn(database, { tokenKey: null, clock }).sessions,
      () => database,
    ));
  describe("departures", () => erasesWhoLeft(() => store));
  describe("isolation", () => isolatesTenants(() => store));
  describe("damage", () =>
    outlivesDamage(
      () => database,
      () => store,
    ));
  if (name !== "SQLite")
    describe("row-level security", () =>
      hidesRows(
        () => store,
        () => database,
      ));
  if (name === "PostgreSQL")
    describe("when the server cuts its connections", () => {
      it("answers again", async () => {
        const ask = () => Promise.all([1, 2, 3].map(() => store.receipts.has(aTenant(), "Ev1")));
        await ask();
        await cutConnections.execute(database.rows);
        await setTimeout(100); // until the pool has heard of it
        await ask();
      });

      it("fails the transaction that was open and nothing else", async () => {
        const cut = database.write("slack:T1", async (rows) => {
          await cutConnections.execute(database.rows);
          await setTimeout(100);
          await rows.selectFrom("receipt").selectAll().execute();
        });
        await expect(cut).rejects.toThrow("cannot be reached"); // cut the second time, too
        await store.ready();
      });
    });
});

/** Ends every connection of the pool but the one that asks for it. */
const cutConnections = sql`select pg_terminate_backend(pid) from pg_stat_activity
  where usename = current_user and pid <> pg_backend_pid()`;
