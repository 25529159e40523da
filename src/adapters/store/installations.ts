import type { InstallationStore } from "../../app/ports.ts";
import { type Database, tenantKey } from "./database.ts";
import { type SealKey, seal, unseal } from "./seal.ts";

export function installationStore(database: Database, key: SealKey | null): InstallationStore {
  return {
    save: async ({ key: id, json }) => {
      const [tenant, sealer] = [tenantOf(id), needed(key)];
      return database.write(tenant, async (rows) => {
        const kept = { key_id: sealer.id, body: seal(sealer, json, tenant) };
        const insert = rows.insertInto("installation").values({ tenant, ...kept });
        await insert.onConflict((conflict) => conflict.column("tenant").doUpdateSet(kept)).execute();
      });
    },

    get: async (id) => {
      const [tenant, sealer] = [tenantOf(id), needed(key)];
      return database.read(tenant, async (rows) => {
        const kept = await rows.selectFrom("installation").selectAll().where("tenant", "=", tenant).executeTakeFirst();
        if (!kept) return null;
        if (kept.key_id !== sealer.id)
          throw new Error(
            `The installation of ${id} is encrypted with key ${kept.key_id}, and the key set now is ${sealer.id}. Set the earlier key again, or install the app anew.`,
          );
        return unseal(sealer, kept.body, tenant);
      });
    },

    delete: (id) =>
      database.write(tenantOf(id), async (rows) => {
        await rows.deleteFrom("installation").where("tenant", "=", tenantOf(id)).execute();
      }),
  };
}

/** An installation belongs to the workspace it was made for, and goes when all about that workspace is erased. */
const tenantOf = (id: string) => tenantKey({ shell: "slack", id });

function needed(key: SealKey | null): SealKey {
  if (key) return key;
  throw new Error("Installations are kept encrypted, and no encryption key is set.");
}
