import type { Migration } from "./migration.ts";

/**
 * What is kept until it is answered becomes a queue: each attempt has a token of its own, and what was tried too often is
 * kept as a dead letter. Rows that a clock ahead of the database's had held for longer are let go with the others.
 */
export const jobs: Migration = {
  name: "009-jobs",
  statements: (engine) => [
    ...COLUMNS.map((column) => `alter table inbox add column ${engine === "postgres" ? cCollated(column) : column}`),
    ...(engine === "postgres"
      ? [
          "alter table inbox no force row level security",
          shortened(POSTGRES_LATEST),
          "alter table inbox force row level security",
        ]
      : [shortened(SQLITE_LATEST)]),
  ],
};

const COLUMNS = [
  "attempts integer not null default 1",
  "token text not null default ''",
  "begun_at text not null default ''",
  "reference text",
  "dead_at text",
];
const cCollated = (column: string) => column.replace(/^(\w+) text/, '$1 text collate "C"');

const shortened = (latest: string) => `update inbox set held_until = ${latest} where held_until > ${latest}`;
const POSTGRES_LATEST = `to_char((clock_timestamp() + interval '20 seconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const SQLITE_LATEST = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+20 seconds')";
