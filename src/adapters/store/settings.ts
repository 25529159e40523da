import type { Selectable } from "kysely";
import { z } from "zod";
import type { Log } from "../../app/ports/process.ts";
import type { SettingsStore } from "../../app/ports/settings.ts";
import type { SettingsVersion } from "../../app/records.ts";
import { note } from "./audit.ts";
import { readable, readJson } from "./body.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import type { Tables } from "./schema.ts";

const Value = z.record(z.string(), z.unknown());

/** Versions read until one of them is whole. */
const MOST_READ = 20;

/** Versions are only ever added: the newest that can be read counts, and the others are the history. */
export function settingsStore(database: Database, log: Log): SettingsStore {
  return {
    get: (tenant, channelId) =>
      database.read(tenantKey(tenant), async (rows) => {
        const newest = await newestFirst(rows, tenantKey(tenant), channelId).limit(MOST_READ).execute();
        return readable(newest, versionOf, log)[0] ?? null;
      }),

    put: (tenant, channelId, { expected, value, by, at }) =>
      database.write(tenantKey(tenant), async (rows) => {
        const newest = await newestFirst(rows, tenantKey(tenant), channelId).limit(MOST_READ).execute();
        if ((readable(newest, versionOf, log)[0]?.version ?? 0) !== expected) return false;
        const scope = { tenant: tenantKey(tenant), channel_id: channelId ?? TENANT_WIDE };
        const change = { body: JSON.stringify(value), person_id: by.id, person_name: by.name, at };
        const version = (newest[0]?.version ?? 0) + 1;
        const insert = rows.insertInto("setting").values({ ...scope, version, ...change });
        // Of two that saw the same version one finds its own number taken.
        const result = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
        if (result.numInsertedOrUpdatedRows !== 1n) return false;
        const whose = channelId === null ? "the workspace's settings" : `the settings of channel ${channelId}`;
        const id = `settings:${scope.channel_id}:${version}`;
        const about = `${whose}, version ${version}`;
        await note(rows, scope.tenant, { id, action: "changed-settings", about, by, at });
        return true;
      }),

    changes: (tenant, channelId, { limit, before }) =>
      database.read(tenantKey(tenant), async (rows) => {
        const all = newestFirst(rows, tenantKey(tenant), channelId).limit(limit + 1);
        const found = await (before === null ? all : all.where("version", "<", Number(before) || 0)).execute();
        const page = found.slice(0, limit);
        const last = page.at(-1);
        return {
          items: readable(page, versionOf, log),
          next: last && found.length > limit ? String(last.version) : null,
        };
      }),
  };
}

/** The channel of settings that hold in every channel: no platform has one with an empty id. */
const TENANT_WIDE = "";

function newestFirst(rows: Rows, tenant: string, channelId: string | null) {
  return rows
    .selectFrom("setting")
    .selectAll()
    .where((eb) => eb.and({ tenant, channel_id: channelId ?? TENANT_WIDE }))
    .orderBy("version", "desc");
}

export function versionOf(row: Selectable<Tables["setting"]>): SettingsVersion {
  return {
    version: row.version,
    value: readJson(Value, row.body, `version ${row.version} of the settings`),
    by: { id: row.person_id, name: row.person_name },
    at: row.at,
  };
}
