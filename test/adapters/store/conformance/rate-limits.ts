import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Database } from "../../../../src/adapters/store/database.ts";
import type { RateLimits } from "../../../../src/app/ports/rate-limits.ts";

/** `limits` gives another process's view of the same store each time. */
export function limitsRates(limits: () => RateLimits, database: () => Database): void {
  it("lets through what the limit says, over all processes, and then says how long to wait", async () => {
    const name = randomUUID();
    const processes = [1, 2, 3].map(() => limits().limiter(name, { most: 5, seconds: 60 }));
    const counted = await Promise.all(
      Array.from({ length: 9 }, (_, index) => processes[index % 3]?.count("slack:T1 U1")),
    );
    const refused = counted.filter((wait) => typeof wait === "number");
    expect(refused).toHaveLength(4);
    for (const wait of refused) {
      expect(wait).toBeGreaterThan(50_000);
      expect(wait).toBeLessThanOrEqual(60_000);
    }
    expect(await processes[0]?.count("slack:T1 U2")).toBeNull();
  });

  it("starts anew after the time, and forgets what is told to be forgotten", async () => {
    const limiter = limits().limiter(randomUUID(), { most: 1, seconds: 1 });
    expect(await limiter.wait("U1")).toBeNull();
    expect(await limiter.count("U1")).toBeNull();
    expect(await limiter.wait("U1")).toBeGreaterThan(0);
    await limiter.forget("U1");
    expect(await limiter.count("U1")).toBeNull();
    expect(await limiter.count("U1")).toBeGreaterThan(0);
    await sleep(1_100);
    expect(await limiter.count("U1")).toBeNull();
  });

  it("keeps nobody's name, and purges what is over", async () => {
    const name = randomUUID();
    await limits().limiter(name, { most: 1, seconds: 1 }).count("Ada Lovelace");
    await limits().limiter(name, { most: 1, seconds: 3_600 }).count("Ben");
    const kept = () =>
      database().write("", async (rows) => {
        const found = await sql<{ key: string }>`select key from rate_limit where key like ${`${name}%`}`.execute(rows);
        return found.rows.map(({ key }) => key);
      });
    expect(await kept()).toHaveLength(2);
    expect((await kept()).join()).not.toMatch(/Ada|Ben/);
    await sleep(1_100);
    expect(await limits().purge()).toBeGreaterThan(0);
    expect(await kept()).toHaveLength(1);
  });
}
