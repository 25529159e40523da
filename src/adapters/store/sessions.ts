import { createHash, randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import type { Clock } from "../../app/ports/process.ts";
import type { KeptSession, SessionStore } from "../../app/ports/sessions.ts";
import { type Database, tenantKey } from "./database.ts";
import type { Tables } from "./schema.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOTE_EVERY_MS = 5 * 60 * 1000; // a use is written down at most so often
const SECRET_BYTES = 32;

export function sessionStore(database: Database, clock: Clock): SessionStore {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms).toISOString();
  return {
    start: (tenant, { person, via }) =>
      database.write(tenantKey(tenant), async (rows) => {
        const secret = randomBytes(SECRET_BYTES).toString("base64url");
        const at = ago(0);
        const who = { person_id: person.id, person_name: person.name, via, since: at, used_at: at };
        await rows
          .insertInto("session")
          .values({ tenant: tenantKey(tenant), secret_hash: hashOf(secret), ...who })
          .execute();
        return secret;
      }),

    async find(tenant, secret) {
      const which = { tenant: tenantKey(tenant), secret_hash: hashOf(secret) };
      const row = await database.read(tenantKey(tenant), (rows) =>
        rows
          .selectFrom("session")
          .selectAll()
          .where((eb) => eb.and(which))
          .where("used_at", ">", ago(DAY_MS))
          .executeTakeFirst(),
      );
      if (row === undefined) return null;
      if (row.used_at < ago(NOTE_EVERY_MS))
        await database.write(tenantKey(tenant), (rows) =>
          rows
            .updateTable("session")
            .set({ used_at: ago(0) })
            .where((eb) => eb.and(which))
            .execute(),
        );
      return { person: { id: row.person_id, name: row.person_name }, via: row.via };
    },

    end: (tenant, secret) =>
      database.write(tenantKey(tenant), async (rows) => {
        const which = { tenant: tenantKey(tenant), secret_hash: hashOf(secret) };
        await rows
          .deleteFrom("session")
          .where((eb) => eb.and(which))
          .execute();
      }),

    list: (tenant) =>
      database.read(tenantKey(tenant), async (rows) => {
        const live = rows.selectFrom("session").selectAll().where("tenant", "=", tenantKey(tenant));
        const found = live.where("used_at", ">", ago(DAY_MS)).orderBy("used_at", "desc").orderBy("secret_hash");
        return (await found.execute()).map(keptOf);
      }),

    endAll: (tenant, personId) =>
      database.write(tenantKey(tenant), async (rows) => {
        const all = rows.deleteFrom("session").where("tenant", "=", tenantKey(tenant));
        const ended = await (personId === null ? all : all.where("person_id", "=", personId)).executeTakeFirst();
        return Number(ended.numDeletedRows);
      }),

    purge: () =>
      database.across("purge", async (rows) => {
        const over = await rows.deleteFrom("session").where("used_at", "<=", ago(DAY_MS)).executeTakeFirst();
        return Number(over.numDeletedRows);
      }),
  };
}

/** 32 random bytes cannot be guessed from their hash, so that it needs no salt. */
const hashOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

const keptOf = (row: Selectable<Tables["session"]>): KeptSession => ({
  person: { id: row.person_id, name: row.person_name },
  via: row.via,
  since: row.since,
  lastUsedAt: row.used_at,
});
