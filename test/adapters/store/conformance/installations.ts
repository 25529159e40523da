import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Database } from "../../../../src/adapters/store/database.ts";
import { type Store, storeOn } from "../../../../src/adapters/store/open.ts";

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
    await expect(other.get(key)).rejects.toThrow(
      /is encrypted with key [0-9a-f]{8}, and the key set now is [0-9a-f]{8}/,
    );
    const none = storeOn(database(), { tokenKey: null, clock }).installations;
    await expect(none.get(key)).rejects.toThrow("no encryption key is set");
    await expect(none.save({ key, json })).rejects.toThrow("no encryption key is set");
  });
}
