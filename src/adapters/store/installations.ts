import type { Resealed } from "../../app/ports/data.ts";
import type { InstallationStore } from "../../app/ports/sessions.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import { isBack } from "./departures.ts";
import { type SealKey, seal, unseal } from "./seal.ts";

/** Sealed with the first of the keys, opened with whichever sealed it. */
export function installationStore(database: Database, keys: readonly SealKey[]): InstallationStore {
  return {
    save: async ({ key: id, json }) => {
      const [tenant, sealer] = [tenantOf(id), first(keys)];
      return database.write(tenant, async (rows) => {
        const kept = sealed(sealer, tenant, json);
        const insert = rows.insertInto("installation").values({ tenant, ...kept });
        await insert.onConflict((conflict) => conflict.column("tenant").doUpdateSet(kept)).execute();
        await isBack(rows, tenant);
      });
    },

    get: async (id) => {
      const tenant = tenantOf(id);
      first(keys);
      return database.read(tenant, async (rows) => {
        const kept = await rows.selectFrom("installation").selectAll().where("tenant", "=", tenant).executeTakeFirst();
        if (!kept) return null;
        const opener = keys.find((key) => key.id === kept.key_id);
        if (!opener)
          throw new Error(
            `The installation of ${id} is encrypted with key ${kept.key_id}, which is none of ${keys.map((key) => key.id).join(", ")}. Add that key to TOKEN_KEY, or install the app anew.`,
          );
        return unseal(opener, kept.body, tenant);
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

const sealed = (key: SealKey, tenant: string, json: string) => ({ key_id: key.id, body: seal(key, json, tenant) });

function first([key]: readonly SealKey[]): SealKey {
  if (key) return key;
  throw new Error("Installations are kept encrypted, and no encryption key is set.");
}

/** Installations read in one go. */
const PAGE = 100;

/**
 * Seals every installation that another key sealed with the first of `keys`, one at a time, so that whoever installs the app
 * meanwhile is not undone. What none of them opens stays as it is, and is named.
 */
export async function reseal(database: Database, keys: readonly SealKey[]): Promise<Resealed> {
  const sealer = first(keys);
  const result: Resealed = { resealed: 0, unopened: [] };
  for (let last = ""; ; ) {
    const page = await database.across("reseal", (rows) => othersAfter(rows, sealer.id, last));
    for (const { tenant } of page) {
      const outcome = await database.write(tenant, (rows) => resealOne(rows, tenant, keys, sealer));
      if (outcome === "resealed") result.resealed += 1;
      else if (outcome !== null) result.unopened.push({ workspace: tenant, keyId: outcome.keyId });
    }
    if (page.length < PAGE) return result;
    last = page.at(-1)?.tenant ?? last;
  }
}

const othersAfter = (rows: Rows, keyId: string, last: string) =>
  rows
    .selectFrom("installation")
    .select("tenant")
    .where("key_id", "<>", keyId)
    .where("tenant", ">", last)
    .orderBy("tenant")
    .limit(PAGE)
    .execute();

/** Null where it is the first key's already, or gone. */
async function resealOne(
  rows: Rows,
  tenant: string,
  keys: readonly SealKey[],
  sealer: SealKey,
): Promise<"resealed" | { keyId: string } | null> {
  const kept = await rows.selectFrom("installation").selectAll().where("tenant", "=", tenant).executeTakeFirst();
  if (!kept || kept.key_id === sealer.id) return null;
  const opener = keys.find((key) => key.id === kept.key_id);
  if (!opener) return { keyId: kept.key_id };
  const update = rows.updateTable("installation").set(sealed(sealer, tenant, unseal(opener, kept.body, tenant)));
  const same = update.where("tenant", "=", tenant).where("body", "=", kept.body); // else somebody just installed it anew
  const { numUpdatedRows } = await same.executeTakeFirst();
  return numUpdatedRows === 1n ? "resealed" : null;
}
