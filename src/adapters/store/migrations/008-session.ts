import type { Migration } from "./migration.ts";
import { protection } from "./protection.ts";

/** Who is signed in to the playground. What their browser keeps is known by its hash alone. */
export const session: Migration = {
  name: "008-session",
  statements: (engine) =>
    engine === "postgres" ? [...table('text collate "C"'), ...protection("session")] : table("text"),
};

const table = (text: string): string[] => [
  `create table session (
    tenant ${text} not null, secret_hash ${text} not null, person_id ${text} not null, person_name ${text} not null,
    via ${text} not null, since ${text} not null, used_at ${text} not null,
    primary key (tenant, secret_hash)
  )`,
  "create index session_age on session (used_at)",
];
