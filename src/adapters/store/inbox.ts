import { randomUUID } from "node:crypto";
import { type Clock, INBOX_HELD_MS, type Inbox } from "../../app/ports.ts";
import { type Database, tenantKey } from "./database.ts";

export function inbox(database: Database, clock: Clock): Inbox {
  const holder = randomUUID(); // this process
  const held = () => ({ holder, held_until: new Date(clock.now().getTime() + INBOX_HELD_MS).toISOString() });
  return {
    keep: (tenant, { key, personId, body }) =>
      database.write(tenantKey(tenant), async (rows) => {
        const at = clock.now().toISOString();
        const row = { tenant: tenantKey(tenant), key, person_id: personId, at, body, ...held() };
        const insert = rows.insertInto("inbox").values(row);
        await insert.onConflict((conflict) => conflict.columns(["tenant", "key"]).doUpdateSet({ body })).execute();
      }),

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
