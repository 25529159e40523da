import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Database } from "../../../../src/adapters/store/database.ts";
import type { Clock } from "../../../../src/app/ports/process.ts";
import type { SessionStore } from "../../../../src/app/ports/sessions.ts";
import { ann, aTenant, bob } from "../samples.ts";

const HOUR_MS = 3_600_000;

/** `given` gives the sessions of a process with that clock. */
export function keepsSessions(given: (clock: Clock) => SessionStore, database: () => Database): void {
  const at = (hours: number) => given({ now: () => new Date(Date.UTC(2026, 10, 28) + hours * HOUR_MS) });
  const session = { person: ann, via: "slack:T1" };

  it("gives each sign-in a secret of its own, which finds who signed in", async () => {
    const tenant = aTenant();
    const secrets = [await at(0).start(tenant, session), await at(0).start(tenant, { ...session, person: bob })];
    expect(secrets[0]).toMatch(/^[\w-]{43}$/); // 32 bytes in base64url
    expect(await at(1).find(tenant, secrets[0] ?? "")).toEqual(session);
    expect(await at(1).find(tenant, secrets[1] ?? "")).toEqual({ ...session, person: bob });
    expect(await at(1).find(tenant, "another")).toBeNull();
    expect(await at(1).find(aTenant(), secrets[0] ?? "")).toBeNull();
  });

  it("ends after a day of disuse, and not before", async () => {
    const tenant = aTenant();
    const secret = await at(0).start(tenant, session);
    expect(await at(23).find(tenant, secret)).toEqual(session);
    expect(await at(46).find(tenant, secret)).toEqual(session); // used 23 hours before
    expect(await at(70.1).find(tenant, secret)).toBeNull();
  });

  it("is ended by whoever holds it, by person, or with all others", async () => {
    const tenant = aTenant();
    const start = (person: typeof ann) => at(0).start(tenant, { ...session, person });
    const [first, second, other] = [await start(ann), await start(ann), await start(bob)];
    await at(1).end(tenant, first);
    expect(await at(1).find(tenant, first)).toBeNull();
    expect((await at(1).list(tenant)).map(({ person }) => person.id).sort()).toEqual([ann.id, bob.id].sort());
    expect(await at(1).endAll(tenant, ann.id)).toBe(1);
    expect(await at(1).find(tenant, second)).toBeNull();
    expect(await at(1).find(tenant, other)).not.toBeNull();
    expect(await at(1).endAll(tenant, null)).toBe(1);
    expect(await at(1).list(tenant)).toEqual([]);
  });

  it("keeps no secret, and purges what is over", async () => {
    const tenant = aTenant();
    const secret = await at(0).start(tenant, session);
    const kept = () =>
      database().read(`${tenant.shell}:${tenant.id}`, async (rows) => {
        const found = sql`select * from session where tenant = ${`${tenant.shell}:${tenant.id}`}`;
        return JSON.stringify((await found.execute(rows)).rows);
      });
    expect(await kept()).toContain(ann.id);
    expect(await kept()).not.toContain(secret);
    expect(await at(25).purge()).toBeGreaterThan(0);
    expect(await kept()).toBe("[]");
  });
}
