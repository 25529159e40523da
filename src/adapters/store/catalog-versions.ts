import { sql } from "kysely";
import type { CatalogVersions } from "../../app/ports/prices.ts";
import type { Database, Rows } from "./database.ts";

interface Announced {
  version: string;
  from: string;
}

export function catalogVersions(database: Database): CatalogVersions {
  return {
    announced: () => database.read("", kept),
    announce: (version, from) =>
      database.write("", async (rows) => {
        // Of two processes that announce the same version, the first says from when.
        await sql`insert into catalog_version (id, version, from_at) values (1, ${version}, ${from})
          on conflict (id) do update set version = excluded.version, from_at = excluded.from_at
          where catalog_version.version <> excluded.version`.execute(rows);
        return (await kept(rows)) ?? { version, from };
      }),
  };
}

async function kept(rows: Rows): Promise<Announced | null> {
  const { rows: found } = await sql<Announced>`select version, from_at as "from" from catalog_version`.execute(rows);
  return found[0] ?? null;
}
