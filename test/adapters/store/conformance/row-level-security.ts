import { sql } from "kysely";
import { expect, it } from "vitest";
import { type Database, type Rows, tenantKey } from "../../../../src/adapters/store/database.ts";
import type { Store } from "../../../../src/adapters/store/open.ts";
import { TENANT_TABLES } from "../../../../src/adapters/store/schema.ts";
import { asked, aTenant } from "../samples.ts";

/** Queries that forgot to name a tenant, as a plain role. A superuser would see everything. */
export function hidesRows(store: () => Store, database: () => Database): void {
  const forgetful = (rows: Rows) => rows.selectFrom("estimate").select("tenant").execute();

  it("runs as a role that row-level security holds for", async () => {
    const role = sql<{ passes: boolean }>`
      select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`;
    expect((await role.execute(database().rows)).rows).toEqual([{ passes: false }]);
  });

  it("has policies on every table with a tenant, forced on the owner too", async () => {
    const tables = sql<{ name: string }>`
      select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'tenant'
      where relkind = 'r' and relnamespace = current_schema()::regnamespace and relrowsecurity and relforcerowsecurity`;
    const found = (await tables.execute(database().rows)).rows.map(({ name }) => name);
    expect(found.sort()).toEqual([...TENANT_TABLES].sort());
  });

  it("shows a query that forgot its tenant the rows of the transaction's tenant alone, and without one none", async () => {
    const [mine, other] = [aTenant(), aTenant()];
    for (const tenant of [mine, other]) await store().estimates.put(tenant, asked("e1"));
    expect(await database().read(tenantKey(mine), forgetful)).toEqual([{ tenant: tenantKey(mine) }]);
    expect(await forgetful(database().rows)).toEqual([]);
  });

  it("refuses to write a row of another tenant, and changes none", async () => {
    const [mine, other] = [aTenant(), aTenant()];
    await store().estimates.put(other, asked("e1"));
    const claim = { tenant: tenantKey(other), key: "Ev1", at: "" };
    const forged = database().write(tenantKey(mine), (rows) => rows.insertInto("receipt").values(claim).execute());
    await expect(forged).rejects.toThrow("row-level security");
    await database().write(tenantKey(mine), (rows) => rows.updateTable("estimate").set({ body: "" }).execute());
    await database().write(tenantKey(mine), (rows) => rows.deleteFrom("estimate").execute());
    expect(await store().estimates.get(other, "e1")).toEqual(asked("e1"));
  });

  it("lets a purge find and delete, and write nothing", async () => {
    const tenant = aTenant();
    await store().estimates.put(tenant, asked("e1"));
    const seen = await database().across("purge", forgetful);
    expect(seen).toContainEqual({ tenant: tenantKey(tenant) });
    await database().across("purge", (rows) => rows.updateTable("estimate").set({ body: "" }).execute());
    expect(await store().estimates.get(tenant, "e1")).toEqual(asked("e1"));
  });

  it("lets a take-over read and hold the inbox, and nothing else", async () => {
    const tenant = aTenant();
    await store().estimates.put(tenant, asked("e1"));
    const lease = store().jobs.begin(tenant, "command:1");
    await store().jobs.keep(lease, { key: "command:1", personId: "U1", body: "work" });
    const found = await database().across("take-over", async (rows) => {
      await rows.deleteFrom("inbox").execute();
      expect(await forgetful(rows)).toEqual([]);
      return rows.selectFrom("inbox").select("tenant").execute();
    });
    expect(found).toContainEqual({ tenant: tenantKey(tenant) });
    await store().jobs.complete(lease);
  });
}
