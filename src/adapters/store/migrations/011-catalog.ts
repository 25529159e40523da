import type { Migration } from "./migration.ts";

/** Which catalog the processes answer from, and since when: one row, and nobody's data. */
export const catalog: Migration = {
  name: "011-catalog",
  statements: () => [
    `create table catalog_version (
      id integer not null check (id = 1), version text not null, from_at text not null, primary key (id)
    )`,
  ],
};
