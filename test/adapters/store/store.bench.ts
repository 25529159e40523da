import { readFileSync } from "node:fs";
import { type Insertable, sql } from "kysely";
import { bench, describe } from "vitest";
import { ESTIMATE_VERSION, readEstimate } from "../../../src/adapters/store/body.ts";
import { cursorOf } from "../../../src/adapters/store/cursor.ts";
import { type Database, tenantKey } from "../../../src/adapters/store/database.ts";
import { migrate } from "../../../src/adapters/store/migrate.ts";
import { storeOn } from "../../../src/adapters/store/open.ts";
import type { Tables } from "../../../src/adapters/store/schema.ts";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import type { Estimate } from "../../../src/core/decision/estimate.ts";
import { type Engine, postgresEngine, reachableServer, sqliteEngine } from "./engines.ts";
import { aDecision, anEstimate, ann, asked, aTenant, card, noon } from "./samples.ts";

/** How many estimates and decisions a workspace has. Filling a million takes minutes: STORE_BENCH_ROWS=1000 is quick. */
const sizes = (process.env["STORE_BENCH_ROWS"] ?? "1000,100000,1000000").split(",").map(Number);

const fixture = readFileSync(new URL("../../fixtures/estimate-body-0.json", import.meta.url), "utf8");
const small = readEstimate(fixture, ESTIMATE_VERSION, "the fixture");
const body = JSON.stringify(anEstimate("e")); // small: a million of them have to fit on the disk
/** As large as a real answer: fifteen platforms with ten cost lines each. */
const large: Estimate = {
  ...small,
  ranking: small.ranking.flatMap((platform) =>
    Array(15).fill({ ...platform, bill: { ...platform.bill, lines: Array(10).fill(platform.bill.lines[0]) } }),
  ),
};

const COMMAND = JSON.stringify({ kind: "command", body: "x".repeat(1_000) }); // about what Slack sends

const server = await reachableServer();
const engines: { name: string; make: () => Promise<Engine> }[] = [
  { name: "SQLite", make: sqliteEngine },
  ...(server === null ? [] : [{ name: "PostgreSQL", make: () => postgresEngine(server) }]),
];
for (const { name, make } of engines) await benchmark(name, await make());

async function benchmark(name: string, engine: Engine) {
  const database = await engine.open();
  await migrate(database);
  const store = storeOn(database, { tokenKey: null, clock: { now: () => new Date() } });
  const tenants = new Map<number, Tenant>();
  for (const size of sizes) tenants.set(size, await workspaceOf(database, size));
  if (database.engine === "postgres") await sql`analyze`.execute(database.rows); // what autovacuum does by itself
  const tenant = aTenant();
  await store.threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
  await store.estimates.put(tenant, { ...asked("e1"), estimate: { ...large, id: "e1" } });
  let n = 0;

  describe(`${name}, one at a time`, () => {
    bench("keep a command and answer it", async () => {
      const key = `command:${n++}`;
      const lease = await store.jobs.enqueue(tenant, { key, personId: ann.id, body: COMMAND }, [key]);
      if (lease !== null) await store.jobs.complete(lease);
    });
    bench("claim an event", async () => void (await store.receipts.claim(tenant, `Ev${n++}`)));
    bench(`put an estimate of ${Math.round(JSON.stringify(large).length / 1000)} kB`, () =>
      store.estimates.put(tenant, { ...asked(`b${n++}`), estimate: { ...large, id: `b${n}` } }),
    );
    bench("get that estimate, checked", async () => void (await store.estimates.get(tenant, "e1")));
    bench("add a step to a thread", async () => {
      const change = { kind: "changed", estimateId: "e1", basedOn: "e1", text: "less", by: ann, at: noon() } as const;
      await store.threads.append(tenant, card, change);
    });
    bench("vote", async () => {
      await store.votes.cast(tenant, card, { platform: "one", by: { id: `U${n++ % 200}`, name: "" }, at: noon() });
    });
    bench("tally", async () => void (await store.votes.tally(tenant, card)));
    bench("record a decision", async () => void (await store.decisions.record(tenant, aDecision(`d${n++}`))));
  });

  for (const [size, workspace] of tenants) {
    const middle = cursorOf(noon(size / 2), "", "");
    const last = size === sizes.at(-1);
    describe(`${name}, pages of ten among ${size} estimates and decisions`, () => {
      for (const [which, before] of Object.entries({ newest: null, middle })) {
        const query = { limit: 10, before };
        bench(`history, ${which} page`, async () => {
          await store.estimates.history(workspace, { personId: ann.id, shared: true, ...query });
        });
        bench(`decisions, ${which} page`, async () => void (await store.decisions.list(workspace, query)));
      }
      if (last) bench("close and leave nothing behind", close, ONCE);
    });
  }

  async function close() {
    await store.close();
    await engine.drop();
  }
}

const ONCE = { time: 0, iterations: 1, warmupTime: 0, warmupIterations: 0 };

/** A workspace with `size` estimates of ten people, every fifth shared, and as many decisions. */
async function workspaceOf(database: Database, size: number): Promise<Tenant> {
  const tenant = aTenant();
  const key = tenantKey(tenant);
  const decision = { ...aDecision("d"), estimate: undefined, estimateId: "e", votes: [], supersededBy: null };
  for (let start = 0; start < size; start += 1_000) {
    const numbers = Array.from({ length: Math.min(1_000, size - start) }, (_, n) => start + n);
    const estimates = numbers.map((n): Insertable<Tables["estimate"]> => {
      const [at, person] = [noon(n), { person_id: `U${n % 10}`, person_name: "" }];
      const shared_at = n % 5 === 0 ? at : null;
      const text = { body, body_version: ESTIMATE_VERSION };
      return { tenant: key, id: `e${n}`, ...person, asked_at: at, channel_id: null, shared_at, ...text };
    });
    const decisions = numbers.map((n): Insertable<Tables["decision"]> => {
      const [id, at] = [`d${n}`, noon(n)];
      const text = {
        body: JSON.stringify({ ...decision, id, at }),
        estimate: body,
        estimate_version: ESTIMATE_VERSION,
      };
      return { tenant: key, id, at, subject: id, position: 1, ...text };
    });
    await database.write(key, async (rows) => {
      await rows.insertInto("estimate").values(estimates).execute();
      await rows.insertInto("decision").values(decisions).execute();
    });
  }
  return tenant;
}
