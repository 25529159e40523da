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
