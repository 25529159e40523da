import { sql } from "kysely";
import type { Tenant } from "../../app/ports/asker.ts";
import { SHELLS } from "../../app/ports/asker.ts";
import type { Departures } from "../../app/ports/data.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import { eraseTenant } from "./erase-tenant.ts";

export function departures(database: Database): Departures {
  return {
    left: (tenant, at) =>
      database.write(tenantKey(tenant), async (rows) => {
        const insert = rows.insertInto("departure").values({ tenant: tenantKey(tenant), at });
        await insert.onConflict((conflict) => conflict.column("tenant").doUpdateSet({ at })).execute();
      }),

    returned: (tenant) => database.write(tenantKey(tenant), (rows) => isBack(rows, tenantKey(tenant))),

    async *erase(before, doing) {
      for (let due = await dueOf(database, before, ""); due.length > 0; ) {
        for (const { tenant: key, at } of due) {
          const tenant = tenantOf(key);
          const returned = await database.write(key, async (rows) => {
            if (!(await wasActive(rows, key, at))) return false;
            await isBack(rows, key);
            return true;
          });
          if (tenant !== null && !returned)
            yield { workspace: key, erased: await eraseTenant(database, tenant, doing) };
        }
        due = await dueOf(database, before, due.at(-1)?.tenant ?? "");
      }
    },
  };
}

/** Forgets that the workspace left. */
export async function isBack(rows: Rows, tenant: string): Promise<void> {
  await rows.deleteFrom("departure").where("tenant", "=", tenant).execute();
}

/** Workspaces looked at in one go. */
const PAGE = 100;

const dueOf = (database: Database, before: string, after: string) =>
  database.across("purge", (rows) =>
    rows
      .selectFrom("departure")
      .select(["tenant", "at"])
      .where("at", "<", before)
      .where("tenant", ">", after)
      .orderBy("tenant")
      .limit(PAGE)
      .execute(),
  );

/** Whether anybody did anything there since: then the app is back, however we missed that. */
async function wasActive(rows: Rows, tenant: string, at: string): Promise<boolean> {
  const { rows: found } = await sql`select 1 where
    exists (select 1 from receipt where tenant = ${tenant} and at > ${at})
    or exists (select 1 from estimate where tenant = ${tenant} and asked_at > ${at})
    or exists (select 1 from thread where tenant = ${tenant} and last_step_at > ${at})
    or exists (select 1 from decision where tenant = ${tenant} and at > ${at})
    or exists (select 1 from setting where tenant = ${tenant} and at > ${at})`.execute(rows);
  return found.length > 0;
}

function tenantOf(key: string): Tenant | null {
  const at = key.indexOf(":");
  const shell = SHELLS.find((each) => each === key.slice(0, at));
  return shell === undefined ? null : { shell, id: key.slice(at + 1) };
}
