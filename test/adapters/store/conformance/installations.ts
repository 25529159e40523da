import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Database } from "../../../../src/adapters/store/database.ts";
import { maintenanceOn } from "../../../../src/adapters/store/maintenance.ts";
import { type Store, storeOn } from "../../../../src/adapters/store/open.ts";
import { sealKey } from "../../../../src/adapters/store/seal.ts";

const json = JSON.stringify({ bot: { token: "xoxb-not-a-real-token" } });

export function keepsInstallations(store: () => Store, database: () => Database): void {
  it("gives back an installation, the newest one, until it is deleted", async () => {
    const { installations } = store();
    const key = randomUUID();
    expect(await installations.get(key)).toBeNull();
    await installations.save({ key, json: "{}" });
    await installations.save({ key, json });
    expect(await installations.get(key)).toBe(json);
    await installations.delete(key);
    expect(await installations.get(key)).toBeNull();
  });

  it("keeps no token that a reader of the database could use", async () => {
    const key = randomUUID();
    await store().installations.save({ key, json });
    const { rows } = await database().read(`slack:${key}`, (all) => sql`select * from installation`.execute(all));
    expect(rows).not.toHaveLength(0);
    expect(JSON.stringify(rows)).not.toContain("xoxb");
    expect(Buffer.from(JSON.stringify(rows), "base64").toString()).not.toContain("xoxb");
  });

  it("says which key is missing when another one is set", async () => {
    const key = randomUUID();
    await store().installations.save({ key, json });
    const clock = { now: () => new Date() };
    const other = storeOn(database(), { tokenKey: "cd".repeat(32), clock }).installations;
    await expect(other.get(key)).rejects.toThrow(/is encrypted with key [0-9a-f]{8}, which is none of [0-9a-f]{8}\./);
    const none = storeOn(database(), { tokenKey: null, clock }).installations;
    await expect(none.get(key)).rejects.toThrow("no encryption key is set");
    await expect(none.save({ key, json })).rejects.toThrow("no encryption key is set");
  });

  const OLD = "ab".repeat(32); // the store's own in these tests
  const NEW = Buffer.alloc(32, 7).toString("base64");
  const clock = { now: () => new Date() };
  const withKeys = (tokenKey: string) => storeOn(database(), { tokenKey, clock }).installations;

  it("seals with the first of several keys, and opens with all of them", async () => {
    const [old, fresh] = [randomUUID(), randomUUID()];
    await withKeys(OLD).save({ key: old, json });
    const both = withKeys(`${NEW}, ${OLD}`);
    expect(await both.get(old)).toBe(json);
    await both.save({ key: fresh, json });
    expect(await withKeys(NEW).get(fresh)).toBe(json);
    await expect(withKeys(OLD).get(fresh)).rejects.toThrow("is encrypted with key");
  });

  it("seals all anew with the first key, after which the other is not needed", async () => {
    const keys = Array.from({ length: 103 }, () => randomUUID()); // more than are looked at in one go
    for (const key of keys) await withKeys(OLD).save({ key, json });
    const reseal = (tokenKey: string) => maintenanceOn(database(), { tokenKey }).reseal();
    const first = await reseal(`${NEW},${OLD}`);
    expect(first.unopened).toEqual([]);
    expect(first.resealed).toBeGreaterThanOrEqual(103);
    for (const key of keys) expect(await withKeys(NEW).get(key)).toBe(json);
    expect(await reseal(`${NEW},${OLD}`)).toEqual({ resealed: 0, unopened: [] });
    expect((await reseal(`${OLD},${NEW}`)).resealed).toBeGreaterThanOrEqual(103); // and back, for the other tests
  });

  it("names what no key opens, and leaves it", async () => {
    const key = randomUUID();
    await withKeys("99".repeat(32)).save({ key, json });
    const { unopened } = await maintenanceOn(database(), { tokenKey: OLD }).reseal();
    expect(unopened).toContainEqual({ workspace: `slack:${key}`, keyId: sealKey("99".repeat(32)).id });
    expect(await withKeys("99".repeat(32)).get(key)).toBe(json);
    const noKey = maintenanceOn(database(), { tokenKey: null }).reseal();
    await expect(noKey).rejects.toMatchObject({ hint: expect.stringContaining("TOKEN_KEY") });
  });
}
