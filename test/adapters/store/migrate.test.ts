import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../../../src/adapters/store/migrate.ts";
import { type Engine, pgliteEngine, sqliteEngine } from "./engines.ts";

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
    expect(await migrate(database)).toEqual(["001-initial", "002-inbox"]);
    await database.rows.destroy();
  });

  it("find nothing to do when the database is opened again", async () => {
    const database = await engine.open();
    expect(await migrate(database)).toEqual([]);
    await database.rows.destroy();
  });
});
