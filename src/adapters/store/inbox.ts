import { randomUUID } from "node:crypto";
import { type Clock, INBOX_HELD_MS, type Inbox, type Work } from "../../app/ports.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import { claimed } from "./receipts.ts";

export function inbox(database: Database, clock: Clock): Inbox {
  const holder = randomUUID(); // this process
  const held = () => ({ holder, held_until: new Date(clock.now().getTime() + INBOX_HELD_MS).toISOString() });
  const insert = async (rows: Rows, tenant: string, { key, personId, body }: Work) => {
    const row = { tenant, key, person_id: personId, at: clock.now().toISOString(), body, ...held() };
    const kept = rows.insertInto("inbox").values(row);
    await kept.onConflict((conflict) => conflict.columns(["tenant", "key"]).doUpdateSet({ body })).execute();
  };
  return {
    take: (tenant, work, [first, ...others]) =>
      database.write(tenantKey(tenant), async (rows) => {
        const claim = (key: string) => claimed(rows, tenantKey(tenant), key, clock);
        if (!(await claim(first))) return false;
        for (const receipt of others) await claim(receipt); // these only keep out what follows
        await insert(rows, tenantKey(tenant), work);
        return true;
      }),

    keep: (tenant, work) => database.write(tenantKey(tenant), (rows) => insert(rows, tenantKey(tenant), work)),

    done: (tenant, key) =>
      database.write(tenantKey(tenant), async (rows) => {
        const answered = { tenant: tenantKey(tenant), key };
        await rows
          .deleteFrom("inbox")
          .where((eb) => eb.and(answered))
          .execute();
      }),

    hold: () =>
      database.across("take-over", async (rows) => {
        await rows.updateTable("inbox").set(held()).where("holder", "=", holder).execute();
      }),

    takeOver: (shell) =>
      database.across("take-over", async (rows) => {
        const found = await rows
          .updateTable("inbox")
          .set(held())
          .where("held_until", "<", clock.now().toISOString())
          .where("tenant", "like", `${shell}:%`)
          .returning(["tenant", "key", "body", "at"])
          .execute();
        return found
          .map(({ tenant, ...rest }) => ({ ...rest, tenant: { shell, id: tenant.slice(shell.length + 1) } }))
          .sort((one, other) => (one.at < other.at ? -1 : 1));
      }),
  };
}
