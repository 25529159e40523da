import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ESTIMATE_VERSION } from "../../../src/adapters/store/body.ts";
import { MIGRATIONS, migrate } from "../../../src/adapters/store/migrate.ts";
import { storeOn } from "../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import { LEASE_MS } from "../../../src/app/ports/job-queue.ts";
import { type Engine, pgliteEngine, sqliteEngine } from "./engines.ts";
import { aDecision, anEstimate, ann, card, noon } from "./samples.ts";

describe.each([
  { name: "SQLite", make: sqliteEngine },
  { name: "PGlite", make: pgliteEngine },
])("migrations on $name", ({ make }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await make();
  });
  afterAll(() => engine?.drop());

  it("run all or not at all", async () => {
    const database = await engine.open();
    await sql`create table receipt (in_the_way text)`.execute(database.rows);
    await expect(migrate(database)).rejects.toThrow("receipt");
    await expect(sql`select * from estimate`.execute(database.rows)).rejects.toThrow("estimate");
    await sql`drop table receipt`.execute(database.rows);
    const old = MIGRATIONS.slice(0, 2);
    expect(await migrate(database, old)).toEqual(["001-initial", "002-inbox"]);
    await database.rows.destroy();
  });

  it("heal decisions that superseded one another in a circle, and let go of what was under way", async () => {
    const database = await engine.open();
    const tenant: Tenant = { shell: "slack", id: "T1" };
    await database.write("slack:T1", async (rows) => {
      // As version 0.1 left "decide doks", "decide eks", "decide doks" by one person in one thread, and a row cut short.
      const body = (id: string) => ({
        ...aDecision(id, { thread: card }),
        estimate: undefined,
        estimateId: "e1",
        votes: [],
        supersededBy: null,
      });
      await sql`insert into thread values ('slack:T1', ${card.channelId}, ${card.threadId}, 1, 'doks', ${noon()})`.execute(
        rows,
      );
      for (const [id, at, next, text] of [
        ["doks", noon(1), "eks", JSON.stringify(body("doks"))],
        ["eks", noon(2), "doks", JSON.stringify(body("eks"))],
        ["torn", noon(3), null, '{"id":"to'],
      ])
        await sql`insert into decision (tenant, id, at, superseded_by, body, estimate, estimate_version)
          values ('slack:T1', ${id}, ${at}, ${next}, ${text}, ${JSON.stringify(anEstimate("e1"))}, ${ESTIMATE_VERSION})`.execute(
          rows,
        );
    });
    await database.write("slack:T1", async (rows) => {
      // As version 0.1 kept what was under way: one of a process whose clock runs an hour ahead.
      const ahead = new Date(Date.now() + 3_600_000).toISOString();
      for (const [key, until] of [
        ["left", noon()],
        ["skewed", ahead],
      ])
        await sql`insert into inbox (tenant, key, person_id, at, body, holder, held_until)
          values ('slack:T1', ${key}, 'U1', ${noon()}, 'work', 'somebody', ${until})`.execute(rows);
    });
    expect(await migrate(database)).toEqual(MIGRATIONS.slice(2).map(({ name }) => name));
    const { decisions } = storeOn(database, { tokenKey: null, clock: { now: () => new Date(noon(9)) } });
    expect(await decisions.current(tenant, { thread: card, estimateId: "e1" })).toMatchObject({
      id: "doks",
      supersededBy: null,
    });
    expect((await decisions.get(tenant, "eks"))?.decision.supersededBy).toBe("doks");
    const undone = await decisions.undo(tenant, { id: "u1", undoes: "doks", by: ann, at: noon(9) });
    expect(undone?.decision).toMatchObject({ restores: "eks", supersedes: "doks" });
    const { jobs } = storeOn(database, { tokenKey: null, clock: { now: () => new Date() } });
    expect(await jobs.claim("slack")).toMatchObject({ key: "left", body: "work", attempt: 2, reference: null });
    const kept = await database.read("slack:T1", (rows) =>
      rows.selectFrom("inbox").select(["key", "held_until"]).where("key", "=", "skewed").execute(),
    );
    const heldMs = Date.parse(kept[0]?.held_until ?? "") - Date.now();
    expect(heldMs).toBeLessThanOrEqual(LEASE_MS);
    await database.rows.destroy();
  });

  it("refuse tables that a newer version made, and say what to do", async () => {
    const database = await engine.open();
    await sql`insert into migration values ('999-later', '')`.execute(database.rows);
    const refused = { message: expect.stringContaining("999-later"), hint: expect.stringContaining("newer version") };
    await expect(migrate(database)).rejects.toMatchObject(refused);
    await sql`delete from migration where name = '999-later'`.execute(database.rows);
    await database.rows.destroy();
  });

  it("find nothing to do when the database is opened again", async () => {
    const database = await engine.open();
    expect(await migrate(database)).toEqual([]);
    await database.rows.destroy();
  });
});
