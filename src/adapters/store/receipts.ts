import type { Receipts } from "../../app/ports/job-queue.ts";
import type { Clock } from "../../app/ports/process.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";

export function receipts(database: Database, clock: Clock): Receipts {
  return {
    claim: (tenant, key) => database.write(tenantKey(tenant), (rows) => claimed(rows, tenantKey(tenant), key, clock)),

    has: (tenant, key) =>
      database.read(tenantKey(tenant), async (rows) => {
        const claimed = { tenant: tenantKey(tenant), key };
        const receipt = rows.selectFrom("receipt").select("key");
        return (await receipt.where((eb) => eb.and(claimed)).executeTakeFirst()) !== undefined;
      }),
  };
}

/** Claims it, and says whether nobody had. */
export async function claimed(rows: Rows, tenant: string, key: string, clock: Clock): Promise<boolean> {
  const insert = rows.insertInto("receipt").values({ tenant, key, at: clock.now().toISOString() });
  const result = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
