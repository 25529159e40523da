import { sql } from "kysely";
import { expect, it } from "vitest";
import { checkDatabase } from "../../../../src/adapters/store/check.ts";
import { type Database, tenantKey } from "../../../../src/adapters/store/database.ts";
import { type Store, storeOn } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import { aDecision, ann, asked, aTenant, exported, noon, operating } from "../samples.ts";

/** A row whose text was cut short, or is JSON of another shape, hides itself and nothing else. */
export function outlivesDamage(given: () => Database, store: () => Store): void {
  const damage = (tenant: Tenant, table: string, key: string, value: string | number, text: string) =>
    given().write(tenantKey(tenant), async (rows) => {
      const damaged = sql`update ${sql.table(table)} set body = ${text}
        where tenant = ${tenantKey(tenant)} and ${sql.ref(key)} = ${value}`;
      expect((await damaged.execute(rows)).numAffectedRows).toBe(1n);
    });
  const faults = async (tenant: Tenant) => {
    const found: string[] = [];
    for await (const fault of checkDatabase(given())) if (fault.startsWith(tenantKey(tenant))) found.push(fault);
    return found;
  };

  it("shows the rest of a history, and tells the log which row it passed over", async () => {
    const tenant = aTenant();
    for (const n of [1, 2, 3]) await store().estimates.put(tenant, asked(`e${n}`, ann, noon(n)));
    await damage(tenant, "estimate", "id", "e2", '{"id":"e2","secret words');
    const told: unknown[] = [];
    const log = { info() {}, warn() {}, error: (...line: unknown[]) => void told.push(line) };
    const { estimates } = storeOn(given(), { tokenKey: null, clock: { now: () => new Date() }, log });
    const { items } = await estimates.history(tenant, { personId: ann.id, shared: false, limit: 9, before: null });
    expect(items.map(({ estimate }) => estimate.id)).toEqual(["e3", "e1"]);
    expect(await estimates.get(tenant, "e2")).toBeNull();
    expect(JSON.stringify(told)).toContain("estimate e2");
    expect(JSON.stringify(told)).not.toContain("secret words");
    expect(await faults(tenant)).toEqual([expect.stringMatching(/estimate e2.*no JSON/)]);
  });

  it("reads the same answer as somebody else asked for it", async () => {
    const tenant = aTenant();
    for (const [n, by] of [ann, { id: "U2", name: "Bob" }].entries())
      await store().estimates.put(tenant, asked("e1", by, noon(n)));
    await damage(tenant, "estimate", "person_id", ann.id, "[]");
    expect((await store().estimates.get(tenant, "e1"))?.askedBy.name).toBe("Bob");
  });

  it("lets the newest readable decision stand, be superseded and be listed", async () => {
    const { decisions } = store();
    const tenant = aTenant();
    const subject = { thread: null, estimateId: "estimate-of-d1" };
    await decisions.record(tenant, aDecision("d1", { at: noon(1) }));
    await decisions.record(tenant, aDecision("d2", { at: noon(2), supersedes: "d1" }));
    await damage(tenant, "decision", "id", "d2", "{}");
    expect(await decisions.current(tenant, subject)).toMatchObject({ id: "d1", supersededBy: null });
    expect(await decisions.get(tenant, "d2")).toBeNull();
    const third = aDecision("d3", { at: noon(3), supersedes: "d1" });
    expect(await decisions.record(tenant, third)).toMatchObject({ recorded: true, decision: { id: "d3" } });
    const { items } = await decisions.list(tenant, { limit: 9, before: null });
    expect(items.map(({ id }) => id)).toEqual(["d3", "d1"]);
    expect(await faults(tenant)).toEqual([expect.stringMatching(/decision d2.*not of its shape/)]);
  });

  it("goes back to the settings before, which can be changed again", async () => {
    const { settings } = store();
    const tenant = aTenant();
    const put = (expected: number, value: Record<string, unknown>) =>
      settings.put(tenant, null, { expected, value, by: ann, at: noon(expected) });
    await put(0, { region: "eu-central" });
    await put(1, { region: "india" });
    await damage(tenant, "setting", "version", 2, "nothing");
    expect(await settings.get(tenant, null)).toMatchObject({ version: 1, value: { region: "eu-central" } });
    expect(await put(1, { region: "japan" })).toBe(true);
    expect(await settings.get(tenant, null)).toMatchObject({ version: 3, value: { region: "japan" } });
  });

  it("exports a damaged row as the text it is", async () => {
    const tenant = aTenant();
    await store().estimates.put(tenant, asked("e1"));
    await damage(tenant, "estimate", "id", "e1", "{cut");
    for (const { record } of await exported(store(), tenant)) if ("body" in record) expect(record["body"]).toBe("{cut");
  });

  it("is let go of whole where it may name a person who is erased", async () => {
    const tenant = aTenant();
    await store().decisions.record(tenant, aDecision("d1"));
    await damage(tenant, "decision", "id", "d1", `{"by":{"id":"${ann.id}","name":"Ann"`);
    expect(await store().data.delete(tenant, ann.id, operating)).toBe(1);
    for (const { record } of await exported(store(), tenant)) if ("body" in record) expect(record["body"]).toEqual({});
  });

  it("is named where a thread was closed by a decision that is not kept", async () => {
    const { threads } = store();
    const tenant = aTenant();
    const thread = { channelId: "C1", threadId: "t1" };
    await threads.open(tenant, thread, { estimateId: "e1", by: ann, at: noon() });
    await given().write(tenantKey(tenant), (rows) =>
      rows.updateTable("thread").set({ decision_id: "gone" }).where("tenant", "=", tenantKey(tenant)).execute(),
    );
    expect(await faults(tenant)).toEqual([expect.stringMatching(/Thread t1 was closed by a decision/)]);
  });
}
