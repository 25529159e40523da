import type { Migration } from "./migration.ts";
import { protection } from "./protection.ts";

/** Who did what with the records a team keeps. An operator reads it over every tenant, and changes nothing by that. */
export const audit: Migration = {
  name: "006-audit",
  statements: (engine) =>
    engine === "postgres" ? [...table('text collate "C"'), ...protection("audit"), AUDIT_FINDS] : table("text"),
};

const table = (text: string): string[] => [
  `create table audit (
    tenant ${text} not null, id ${text} not null, at ${text} not null, action ${text} not null, about ${text} not null,
    person_id ${text} not null, person_name ${text} not null, about_person_id ${text},
    primary key (tenant, id)
  )`,
  "create index audit_list on audit (tenant, at, id)",
  "create index audit_whole on audit (at, tenant, id)",
];

const AUDIT_FINDS = "create policy audit_finds on audit for select using (current_setting('app.task', true) = 'audit')";
