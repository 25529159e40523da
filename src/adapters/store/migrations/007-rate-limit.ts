import type { Migration } from "./migration.ts";

/** Counts of what was done, by a hash of who did it: nobody's data, so that no policy hides a row. */
export const rateLimit: Migration = {
  name: "007-rate-limit",
  statements: (engine) => [
    `create table rate_limit (
      key ${engine === "postgres" ? 'text collate "C"' : "text"} not null, points integer not null, expire bigint not null,
      primary key (key)
    )`,
    "create index rate_limit_expire on rate_limit (expire)",
  ],
};
