import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { sqliteDatabase } from "../../../src/adapters/store/database.ts";
import { migrate } from "../../../src/adapters/store/migrate.ts";
import { rateLimits } from "../../../src/adapters/store/rate-limits.ts";

it("counts by itself while the store is away", async () => {
  const database = sqliteDatabase(":memory:");
  await migrate(database);
  const limiter = rateLimits(database).limiter("person", { most: 2, seconds: 60 });
  await database.close();
  expect(await limiter.count("U1")).toBeNull();
  expect(await limiter.count("U1")).toBeNull();
  expect(await limiter.count("U1")).toBeGreaterThan(50_000);
  expect(await limiter.wait("U1")).toBeGreaterThan(50_000);
  await limiter.forget("U1");
  expect(await limiter.count("U1")).toBeNull();
});

it("leaves other commits waited for on the disk, after a count that fails too", async () => {
  const database = sqliteDatabase(":memory:");
  await migrate(database);
  const synchronous = async () => (await sql<{ synchronous: number }>`pragma synchronous`.execute(database.rows)).rows;
  const seen = await database.writeUnflushed(async (rows) => {
    return (await sql<{ synchronous: number }>`pragma synchronous`.execute(rows)).rows;
  });
  expect(seen).toEqual([{ synchronous: 1 }]); // NORMAL: https://www.sqlite.org/pragma.html#pragma_synchronous
  expect(await synchronous()).toEqual([{ synchronous: 2 }]); // FULL
  await expect(database.writeUnflushed((rows) => sql`insert into nothing values (1)`.execute(rows))).rejects.toThrow();
  expect(await synchronous()).toEqual([{ synchronous: 2 }]);
  await database.close();
});

it("counts beside other writes of the same process, whoever waits for whom", async () => {
  const database = sqliteDatabase(":memory:");
  await migrate(database);
  const limiter = rateLimits(database).limiter("person", { most: 1_000, seconds: 60 });
  const writes = Array.from({ length: 20 }, (_, n) =>
    database.write("slack:T1", async (rows) => {
      await sleep(1);
      await rows
        .insertInto("receipt")
        .values({ tenant: "slack:T1", key: `Ev${n}`, at: "" })
        .execute();
      expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(rows)).rows[0]?.synchronous).toBe(2);
    }),
  );
  const counts = Array.from({ length: 20 }, () => limiter.count("U1"));
  await Promise.all([...writes, ...counts]);
  const kept = await sql<{ points: number }>`select points from rate_limit`.execute(database.rows);
  expect(kept.rows).toEqual([{ points: 20 }]);
  await database.close();
});
