import type { Selectable } from "kysely";
import type { AskedEstimate, EstimateStore } from "../../app/ports/estimates.ts";
import type { Log } from "../../app/ports/process.ts";
import { note } from "./audit.ts";
import { ESTIMATE_VERSION, readable, readEstimate } from "./body.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import type { Tables } from "./schema.ts";

type Row = Selectable<Tables["estimate"]>;
/** What a history is ordered by, and what identifies a row. */
type Place = Pick<Row, "asked_at" | "id" | "person_id">;

export function estimateStore(database: Database, log: Log): EstimateStore {
  return {
    put: (tenant, asked) =>
      database.write(tenantKey(tenant), async (rows) => {
        const row = rowOf(tenantKey(tenant), asked);
        const insert = rows.insertInto("estimate").values(row);
        await insert.onConflict((conflict) => conflict.doNothing()).execute();
      }),

    get: (tenant, id) =>
      database.read(tenantKey(tenant), async (rows) => {
        const found = await firstAsked(rows, tenantKey(tenant), id, MOST_READ).selectAll().execute();
        return readable(found, askedOf, log)[0] ?? null;
      }),

    markShared: (tenant, id, { by, at, thread }) =>
      database.write(tenantKey(tenant), async (rows) => {
        const key = tenantKey(tenant);
        const first = await firstAsked(rows, key, id, 1).select("person_id").executeTakeFirst();
        if (!first) return;
        const update = rows.updateTable("estimate").set({ shared_at: at }).where("shared_at", "is", null);
        const ofFirst = update.where("tenant", "=", key).where("id", "=", id).where("person_id", "=", first.person_id);
        await ofFirst.execute();
        const shared = { id: `shared:${thread.channelId}:${thread.threadId}`, about: `answer ${id}`, by, at };
        await note(rows, key, { action: "shared", ...shared });
      }),

    history: (tenant, { personId, shared, limit, before }) =>
      database.read(tenantKey(tenant), async (rows) => {
        const key = tenantKey(tenant);
        const own = await places(rows, key, before, limit + 1)
          .where("person_id", "=", personId)
          .execute();
        const all = shared
          ? await places(rows, key, before, limit + 1)
              .where("shared_at", "is not", null)
              .execute()
          : [];
        const found = newestFirst([...own, ...all]);
        const page = found.slice(0, limit);
        const last = page.at(-1);
        return {
          items: readable(await ofPlaces(rows, key, page), askedOf, log),
          next: last && found.length > limit ? cursorOf(last.asked_at, last.id, last.person_id) : null,
        };
      }),
  };
}

/** Rows read until one of them is whole: they hold the same answer. */
const MOST_READ = 5;

/** Several people may have asked the same; the first of them stands for all. */
function firstAsked(rows: Rows, tenant: string, id: string, most: number) {
  const ofId = rows.selectFrom("estimate").where("tenant", "=", tenant).where("id", "=", id);
  return ofId.orderBy("asked_at").orderBy("person_id").limit(most);
}

/** The order alone, without the bodies: an index answers it. */
function places(rows: Rows, tenant: string, before: string | null, most: number) {
  const ordered = rows
    .selectFrom("estimate")
    .select(["asked_at", "id", "person_id"])
    .where("tenant", "=", tenant)
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .orderBy("person_id", "desc")
    .limit(most);
  if (before === null) return ordered;
  const [at, id, person] = placeOf(before);
  return ordered.where(({ eb, refTuple, tuple }) =>
    eb(refTuple("asked_at", "id", "person_id"), "<", tuple(at, id, person)),
  );
}

/** Two lists as one, without what is in both. */
function newestFirst(found: Place[]): Place[] {
  const byPlace = new Map(found.map((place) => [cursorOf(place.asked_at, place.id, place.person_id), place]));
  return [...byPlace.values()].sort(
    (a, b) => descending(a.asked_at, b.asked_at) || descending(a.id, b.id) || descending(a.person_id, b.person_id),
  );
}

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

function ofPlaces(rows: Rows, tenant: string, found: Place[]): Promise<Row[]> {
  if (found.length === 0) return Promise.resolve([]);
  return rows
    .selectFrom("estimate")
    .selectAll()
    .where("tenant", "=", tenant)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple("id", "person_id"),
        "in",
        found.map((place) => tuple(place.id, place.person_id)),
      ),
    )
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .orderBy("person_id", "desc")
    .execute();
}

function rowOf(tenant: string, asked: AskedEstimate): Row {
  return {
    tenant,
    id: asked.estimate.id,
    person_id: asked.askedBy.id,
    person_name: asked.askedBy.name,
    asked_at: asked.askedAt,
    channel_id: asked.channelId,
    shared_at: asked.sharedAt,
    body: JSON.stringify(asked.estimate),
    body_version: ESTIMATE_VERSION,
  };
}

/** What was kept, checked as it is read. */
export function askedOf(row: Row): AskedEstimate {
  return {
    estimate: readEstimate(row.body, row.body_version, `estimate ${row.id}`),
    askedBy: { id: row.person_id, name: row.person_name },
    askedAt: row.asked_at,
    channelId: row.channel_id,
    sharedAt: row.shared_at,
  };
}
