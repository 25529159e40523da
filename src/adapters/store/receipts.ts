import type { Clock, Receipts } from "../../app/ports.ts";
import { type Database, tenantKey } from "./database.ts";

export function receipts(database: Database, clock: Clock): Receipts {
  return {
    claim: (tenant, key) =>
      database.write(tenantKey(tenant), async (rows) => {
        const receipt = { tenant: tenantKey(tenant), key, at: clock.now().toISOString() };
        const insert = rows.insertInto("receipt").values(receipt);
        const result = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
        return result.numInsertedOrUpdatedRows === 1n;
      }),

    has: (tenant, key) =>
      database.read(tenantKey(tenant), async (rows) => {
        const claimed = { tenant: tenantKey(tenant), key };
        const receipt = rows.selectFrom("receipt").select("key");
        return (await receipt.where((eb) => eb.and(claimed)).executeTakeFirst()) !== undefined;
      }),
  };
}
